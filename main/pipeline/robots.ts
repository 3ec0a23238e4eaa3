import robotsParser from 'robots-parser'
import type { HttpClient } from '../platform/http/client.ts'

/** What a site allows programs to fetch, asked once an hour. */

/** The name under which a robots.txt may speak of Rolecall. */
const AGENT = 'Rolecall'
const HOUR = 3_600_000
/** Sites remembered at once. */
const MOST = 200
/** RFC 9309 asks for at least 500 KiB to be read. */
const MAX_BYTES = 512 * 1024

export interface Robots {
  /** Whether a page may be fetched; `now` in milliseconds since 1970. A robots.txt that is absent, broken or not to be had allows everything. */
  allows(http: HttpClient, page: { url: string; now: number }, signal: AbortSignal): Promise<boolean>
}

/** Who does not say in this time that pages may not be fetched, does not say it. */
const LONGEST_MS = 10_000

/** Makes an empty memory of robots.txt files. */
export function createRobots(): Robots {
  const known = new Map<string, { at: number; text: string }>()

  const textOf = async (
    http: HttpClient,
    address: string,
    now: number,
    signal: AbortSignal,
  ): Promise<string> => {
    const before = known.get(address)
    if (before && now - before.at < HOUR) return before.text
    const answer = await http.send({
      url: address,
      publicOnly: true,
      retries: 0,
      maxBytes: MAX_BYTES,
      total: LONGEST_MS,
      signal,
    })
    const text = answer.ok ? new TextDecoder().decode(answer.response.body) : ''
    // What was called off says nothing about the site.
    if (signal.aborted) return text
    known.delete(address)
    known.set(address, { at: now, text })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
    return text
  }

  return {
    async allows(http, { url, now }, signal) {
      const address = new URL('/robots.txt', url).href
      const text = await textOf(http, address, now, signal)
      try {
        return robotsParser(address, text).isAllowed(url, AGENT) !== false
      } catch {
        return true
      }
    },
  }
}
