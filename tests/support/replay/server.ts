import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Failure, gzipBomb, inWindows1252, withElementsChanged, withListRenamed } from './failures.ts'
import { replays as all } from './index.ts'
import type { Replay, ReplayedAnswer, ReplayedRequest } from './replay.ts'

/** A request that the server got. */
export interface RecordedRequest extends ReplayedRequest {
  kind: string
}

/** A server on loopback that answers as the sources do: `/<kind>/…` by that kind's replay. */
export interface ReplayServer {
  /** Base addresses by kind, as `createSources` takes them. */
  addresses: Record<string, string>
  /** What was asked so far, in order. */
  requests: RecordedRequest[]
  /** How a kind fails from now on; null: not at all. */
  fail(kind: string, failure: Failure | null): void
  /** Forgets requests and failures. */
  reset(): void
  close(): Promise<void>
}

export interface ReplayServerOptions {
  replays?: readonly Replay[]
  /** What `Retry-After` of a 429 says: seconds or a date. */
  retryAfter?: string
  /** Where `private_redirect` leads. */
  redirectTo?: string
  /** Milliseconds between the pieces of a slow answer. */
  pause?: number
  /** How many postings `many` brings. */
  many?: number
}

const PIECES = 8

/** Starts the server on a free port. */
export async function startReplayServer({
  replays = all,
  retryAfter = '7',
  redirectTo = 'http://127.0.0.1:1/latest/meta-data',
  pause = 2,
  many = 10_000,
}: ReplayServerOptions = {}): Promise<ReplayServer> {
  const byKind = new Map(replays.map(replay => [replay.kind, replay]))
  const failures = new Map<string, Failure>()
  const requests: RecordedRequest[] = []

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind = '', rest = ''] = /^\/([^/?]+)(.*)$/.exec(message.url ?? '') ?? []
    const replay = byKind.get(kind)
    const request = await received(message, rest)
    requests.push({ kind, ...request })
    if (replay === undefined) return send(response, { status: 404, body: '{"error":"no such source"}' })
    const failure = failures.get(kind)
    // These happen once, so that what follows can be told from them.
    if (failure === '503_once' || failure === 'many') failures.delete(kind)
    const usual = replay.answer(request) ?? { status: 404, body: '{"error":"not found"}' }
    if (failure === undefined) return conditional(request, response, usual)
    await failing(failure, replay, usual, response)
  }

  async function failing(
    failure: Failure,
    replay: Replay,
    usual: ReplayedAnswer,
    response: ServerResponse,
  ): Promise<void> {
    const text = typeof usual.body === 'string' ? usual.body : Buffer.from(usual.body).toString('utf8')
    switch (failure) {
      case '401':
      case '403':
      case '404':
      case '410':
      case '500':
        return send(response, { status: Number(failure), body: `{"status":${failure}}` })
      case '429':
        return send(response, { status: 429, body: '{"status":429}' }, { 'retry-after': retryAfter })
      case '503_once':
        return send(response, { status: 503, body: '{"status":503}' })
      case 'hang':
        return
      case 'cut': {
        const body = Buffer.from(usual.body)
        response.writeHead(200, { 'content-type': typeOf(usual), 'content-length': body.length + 1000 })
        response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy())
        return
      }
      case 'slow':
        return drip(response, usual, pause)
      case 'private_redirect':
        return send(response, { status: 302, body: '' }, { location: redirectTo })
      case 'empty':
        return send(response, replay.empty)
      case 'html':
        return send(response, {
          type: 'text/html; charset=utf-8',
          body: '<!doctype html><html><title>One moment</title><p>Checking your browser.</p></html>',
        })
      case 'list_renamed':
        return send(response, { ...usual, body: withListRenamed(text) })
      case 'elements_changed':
        return send(response, { ...usual, body: withElementsChanged(text) })
      case 'bomb':
        return send(
          response,
          { ...usual, status: 200, body: await gzipBomb() },
          { 'content-encoding': 'gzip' },
        )
      case 'charset':
        return send(response, { ...usual, type: typeOf(usual), body: inWindows1252(text) })
      case 'many':
        return send(response, replay.many(many))
      case 'clock':
        return send(response, usual, { date: new Date(Date.now() + 365 * 86_400_000).toUTCString() })
    }
  }

  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      // A client that went away is part of the play; anything else must be seen.
      if (!response.destroyed) response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    addresses: Object.fromEntries(replays.map(({ kind }) => [kind, `http://127.0.0.1:${port}/${kind}`])),
    requests,
    fail(kind, failure) {
      if (failure === null) failures.delete(kind)
      else failures.set(kind, failure)
    },
    reset() {
      failures.clear()
      requests.length = 0
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function received(message: IncomingMessage, rest: string): Promise<ReplayedRequest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(message.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  return {
    method: message.method ?? 'GET',
    url: new URL(`http://replay${rest.startsWith('/') ? rest : `/${rest}`}`),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

const typeOf = ({ type }: ReplayedAnswer): string => {
  const named = type ?? 'application/json'
  return /charset/i.test(named) ? named : `${named}; charset=utf-8`
}

function send(response: ServerResponse, answer: ReplayedAnswer, headers: Record<string, string> = {}): void {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status ?? 200, {
    'content-type': typeOf(answer),
    'content-length': body.length,
    ...headers,
  })
  response.end(body)
}

/** Answers 304 to who has the very same body already. */
function conditional(
  { method, headers }: ReplayedRequest,
  response: ServerResponse,
  answer: ReplayedAnswer,
): void {
  if (method !== 'GET' || (answer.status ?? 200) !== 200) {
    send(response, answer)
    return
  }
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url')}"`
  const known = (headers['if-none-match'] ?? '').split(',').map(tag => tag.trim())
  if (known.includes(etag) || known.includes('*')) {
    response.writeHead(304, { etag }).end()
    return
  }
  send(response, answer, { etag })
}

async function drip(response: ServerResponse, answer: ReplayedAnswer, pause: number): Promise<void> {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status ?? 200, {
    'content-type': typeOf(answer),
    'content-length': body.length,
  })
  const size = Math.ceil(body.length / PIECES)
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size))
    await new Promise(resolve => setTimeout(resolve, pause))
  }
  response.end()
}
