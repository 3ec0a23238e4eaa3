import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An endpoint on loopback that speaks OpenAI's protocol, as well or as ill as its personality makes it. */

export interface ChatBody {
  model: string
  messages: { role: string; content: string }[]
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
  response_format?: {
    type: string
    json_schema?: { name: string; strict?: boolean; schema: Record<string, unknown> }
  }
}

/** One request as the endpoint saw it. */
export interface AiRequest {
  path: string
  headers: IncomingHttpHeaders
  body: ChatBody
  /** Bytes of the body. */
  bytes: number
  /** 1 for the first of this server. */
  number: number
}

/** Answers one chat request. */
export type Personality = (request: AiRequest, response: ServerResponse) => void

export interface AiServer {
  /** Such as http://127.0.0.1:4321, without a path. */
  origin: string
  host: string
  /** Chat requests, the oldest first. */
  seen: AiRequest[]
  /** Authorization headers of all requests. */
  keys: (string | undefined)[]
  /** What /models answers. */
  models: unknown
  become(personality: Personality): void
  stop(): Promise<void>
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** Starts an endpoint; `root` is the path below which it answers. */
export async function startAiServer(personality: Personality, root = '/v1'): Promise<AiServer> {
  let behave = personality
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    handle.keys.push(request.headers.authorization)
    if (path === `${root}/models` && request.method === 'GET') {
      sendJson(response, 200, handle.models)
      return
    }
    const text = await textOf(request).catch(() => '')
    if (path !== `${root}/chat/completions` || request.method !== 'POST') {
      sendJson(response, 404, { detail: 'Not Found' })
      return
    }
    const seen: AiRequest = {
      path,
      headers: request.headers,
      body: JSON.parse(text) as ChatBody,
      bytes: Buffer.byteLength(text),
      number: handle.seen.length + 1,
    }
    handle.seen.push(seen)
    behave(seen, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const handle: AiServer = {
    origin: `http://${host}`,
    host,
    seen: [],
    keys: [],
    models: { object: 'list', data: [{ id: 'tiny' }] },
    become(next) {
      behave = next
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return handle
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

export interface Completion {
  content: unknown
  finish_reason?: string
  refusal?: string
  /** Absent: ten tokens in and out; null: none is named. */
  usage?: unknown
}

/** An answer of /chat/completions. */
export function completion({ content, finish_reason = 'stop', refusal, usage }: Completion): unknown {
  const message = { role: 'assistant', content, ...(refusal === undefined ? {} : { refusal }) }
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'tiny',
    choices: [{ index: 0, message, finish_reason }],
    ...(usage === null
      ? {}
      : { usage: usage ?? { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 } }),
  }
}

export const refusal = (message: string, code: string | null = null): unknown => ({
  error: { message, type: 'invalid_request_error', param: null, code },
})
