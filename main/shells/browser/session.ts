import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who is let in. A one-time token, printed in an address, is exchanged for the cookie of this instance; the pages hold
 * a second token besides, because a browser sends a cookie to every port of a host.
 */
export interface Session {
  /** A new one-time token. The newest 20 are good, each once. */
  newEntry(): string
  /** True once for each token that `newEntry` made. */
  spendEntry(token: string): boolean
  /** The `Set-Cookie` value; a session cookie, out of reach of scripts and of other sites. */
  readonly setCookie: string
  hasCookie(cookieHeader: string | undefined): boolean
  /** Goes into the page, and comes back as a header or a subprotocol. */
  readonly pageToken: string
  hasPageToken(token: string | undefined): boolean
}

const MOST_ENTRIES = 20

const newSecret = () => randomBytes(32).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest()

/** Makes the secrets of one running instance; `port` keeps the cookies of two instances apart. */
export function createSession(port: number): Session {
  const cookieName = `rolecall-${port}`
  const cookie = newSecret()
  const pageToken = newSecret()
  const [cookieDigest, pageDigest] = [digest(cookie), digest(pageToken)]
  let entries: Buffer[] = []
  return {
    newEntry() {
      const token = newSecret()
      entries = [...entries, digest(token)].slice(-MOST_ENTRIES)
      return token
    },
    spendEntry(token) {
      const given = digest(token)
      const rest = entries.filter(entry => !timingSafeEqual(entry, given))
      const known = rest.length < entries.length
      entries = rest
      return known
    },
    setCookie: `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    hasCookie: header =>
      (header ?? '')
        .split(';')
        .map(pair => pair.trim())
        .some(
          pair =>
            pair.startsWith(`${cookieName}=`) &&
            timingSafeEqual(digest(pair.slice(cookieName.length + 1)), cookieDigest),
        ),
    pageToken,
    hasPageToken: token => token !== undefined && timingSafeEqual(digest(token), pageDigest),
  }
}
