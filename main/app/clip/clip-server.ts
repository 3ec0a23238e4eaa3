import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Added, IncompletePosting } from '../../contract/by-hand.ts'
import type { Result } from '../../contract/errors.ts'
import { bodyOf, type Clip, clipOf } from './clip-body.ts'
import { ABOUT_PAGE, CLIP_HEADERS, companyPage, failedPage, savedPage } from './clip-page.ts'

/**
 * The one route that pages of any site may post to: a bookmark sends the open page here. Its token protects it, since
 * the page's own origin is that of the site. Nothing of the person's data is ever in an answer.
 */
export interface ClipServer {
  readonly port: number
  close(): Promise<void>
}

/** A page as the bookmark sent it. */
export interface ClippedPage {
  url: string | null
  html: string
  company: string | null
}

export interface ClipServerOptions {
  /** 0: any free port, for tests. */
  port: number
  /** The token in force. */
  token(): string
  save(page: ClippedPage): Promise<Result<Added>>
}

/** The largest request, bytes. */
const MOST_BYTES = 10 * 1024 * 1024
/** Clips that are taken at the same time. */
const AT_ONCE = 3
/** Pages that wait for the name of their company, and how long. */
const MOST_PENDING = 5
const PENDING_MS = 10 * 60_000

interface Answer {
  status: number
  html: string
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))

/** Listens on 127.0.0.1. Rejects with the system's error when the port is not to be had. */
export async function startClipServer({ port: wanted, token, save }: ClipServerOptions): Promise<ClipServer> {
  const server = createServer({ requestTimeout: 20_000, headersTimeout: 5_000 })
  server.maxConnections = 50
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, resolve)
  })
  const { port } = server.address() as AddressInfo
  const pending = new Map<string, ClippedPage & { at: number }>()
  let underWay = 0

  /** Keeps a page until its company is named; answers what stands for it. */
  const keep = (page: ClippedPage): string => {
    const id = randomBytes(32).toString('base64url')
    pending.set(id, { ...page, at: Date.now() })
    const [oldest] = pending.keys()
    if (pending.size > MOST_PENDING && oldest !== undefined) pending.delete(oldest)
    return id
  }

  /** The page that a clip is about, or why it is not taken. */
  const pageOf = ({ token: given, pending: id, company, url, html }: Clip): ClippedPage | Answer => {
    if (id !== undefined) {
      const kept = pending.get(id)
      pending.delete(id)
      if (!kept || Date.now() - kept.at > PENDING_MS) return GONE
      return company ? { ...kept, company } : { status: 400, html: failedPage('No company was named') }
    }
    if (given === undefined || !isSame(given, token())) return NOT_KNOWN
    if (!html) return NO_PAGE
    return { url: url === undefined || url === '' ? null : url, html, company: null }
  }

  const clip = async (request: IncomingMessage): Promise<Answer> => {
    const body = await bodyOf(request, MOST_BYTES)
    if (body === null) return TOO_LARGE
    const given = clipOf(body, request.headers['content-type'])
    if (given === null) return NOT_UNDERSTOOD
    const page = pageOf(given)
    if ('status' in page) return page
    const saved = await save(page)
    if (saved.ok) return { status: 200, html: savedPage(saved.value) }
    const { code, message, details } = saved.error
    const incomplete = IncompletePosting.safeParse(details).data
    if (code === 'posting_incomplete' && incomplete)
      return { status: 422, html: companyPage(message, keep(page), incomplete.site) }
    return { status: 422, html: failedPage('This page was not saved', message, KEPT) }
  }

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (!isOwnHost(request, port)) return FOREIGN
    if (request.url !== '/clip') return NOTHING_HERE
    if (request.method === 'GET' || request.method === 'HEAD') return { status: 200, html: ABOUT_PAGE }
    if (request.method !== 'POST') return WRONG_METHOD
    if (underWay >= AT_ONCE) return BUSY
    underWay += 1
    try {
      return await clip(request)
    } catch {
      return FAILED
    } finally {
      underWay -= 1
    }
  }

  server.on('request', (request, response) => {
    request.on('error', () => {})
    void answer(request).then(found => send(response, found))
  })
  return {
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, { status, html }: Answer): void {
  response.on('error', () => {})
  const more = status === 405 ? { allow: 'GET, POST' } : status === 503 ? { 'retry-after': '2' } : {}
  // What was not read to its end must not be taken for the next request.
  response.writeHead(status, { ...CLIP_HEADERS, ...more, ...(status === 200 ? {} : { connection: 'close' }) })
  response.end(html)
}

/** True when a request was meant for this very server: a name that leads here by DNS has a foreign Host. */
function isOwnHost({ headers, rawHeaders }: IncomingMessage, port: number): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
  return hosts === 1 && (headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`)
}

const KEPT = 'Nothing was stored. You can also copy the text of the posting and paste it in Rolecall.'
const answerOf = (status: number, title: string, ...sentences: string[]): Answer => ({
  status,
  html: failedPage(title, ...sentences),
})
const FOREIGN = answerOf(403, 'This address is answered only on this computer')
const NOTHING_HERE = answerOf(404, 'There is nothing at this address')
const WRONG_METHOD = answerOf(405, 'This address only takes pages')
const BUSY = answerOf(503, 'Rolecall is reading other pages', 'Wait a moment and clip this page again.')
const TOO_LARGE = answerOf(413, 'This page is too large', 'A page may have up to 10 MB.', KEPT)
const NOT_UNDERSTOOD = answerOf(400, 'This is no clipped page', 'Use the bookmark from Rolecall, Settings.')
const NO_PAGE = answerOf(400, 'The page is empty', KEPT)
const NOT_KNOWN = answerOf(
  401,
  'This bookmark does not work any more',
  'Open Rolecall, go to Settings, "Clip from the browser", and put the new bookmark in the place of this one.',
)
const GONE = answerOf(
  410,
  'This page has been forgotten',
  'It waited too long for its company. Clip it again.',
)
const FAILED = answerOf(500, 'Something unexpected went wrong', KEPT)
