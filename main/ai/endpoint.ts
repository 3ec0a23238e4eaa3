import { isIP } from 'node:net'
import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { Agent, type Dispatcher, request } from 'undici'
import { readBody, TooLargeError } from '../platform/http/body.ts'
import { describeFailure } from '../platform/http/errors.ts'
import { dispatcherFor } from '../platform/http/proxy.ts'
import type { AiAddress } from './address.ts'
import { PublicAddressError, privateLookup } from './private-lookup.ts'
import type { ChatRequest } from './rules/ladder.ts'

/** The wire: one request each, bounded in time and size, its key for its own host, no redirects, no repeats. */

/** How a request ended. */
export type Reply =
  /** `bytes` of the body, which is parsed JSON or else text. */
  | { kind: 'answered'; bytes: number; body: unknown }
  /** A status that is no success; `text` is the endpoint's own and goes nowhere. */
  | { kind: 'refused'; status: number; text: string; header(name: string): string | null }
  /** `unsafe`, `unsent`: the question never left this computer, so nothing can be billed. */
  | {
      kind: 'failed'
      why: 'unsafe' | 'unsent' | 'broken' | 'timed_out' | 'cancelled' | 'too_large'
      message: string
    }

export interface Endpoint {
  /** Asks /chat/completions under `base`. Never rejects. */
  chat(base: string, body: ChatRequest, signal: AbortSignal): Promise<Reply>
  /** Asks /models under `base`. Never rejects. */
  models(base: string, signal: AbortSignal): Promise<Reply>
  close(): Promise<void>
}

export interface EndpointOptions {
  address: AiAddress
  /** null: it needs none. */
  key: string | null
  userAgent: string
  /** Address of the proxy that the person set; null: as the environment says. */
  proxy: string | null
  /** Milliseconds for one request with its answer. */
  timeout: number
}

const MOST_BYTES = 2 * 1024 * 1024
const CONNECT_MS = 10_000
/** The client names the system, its version and more in headers; an endpoint needs these only. */
const HEADERS_SENT = ['authorization', 'content-type', 'accept'] as const
const WITHOUT_BODY = new Set([204, 205, 304])

function openDispatcher({ address, proxy, timeout }: EndpointOptions): Dispatcher {
  const options = { headersTimeout: timeout, bodyTimeout: timeout, maxHeaderSize: 32 * 1024 }
  const { hostname } = new URL(address.baseUrl)
  // A name that may only lead to the own network is looked up here, so no proxy can come between.
  if (address.plain && isIP(hostname.replace(/^\[|\]$/g, '')) === 0)
    return new Agent({ ...options, connect: { timeout: CONNECT_MS, lookup: privateLookup } })
  return dispatcherFor(proxy, { ...options, connect: { timeout: CONNECT_MS } })
}

/** What the wire saw of one request, besides what the client makes of it. */
interface Seen {
  bytes: number
  error: unknown
}

/** Opens connections to an endpoint. */
export function openEndpoint(options: EndpointOptions): Endpoint {
  const { address, key, userAgent, timeout } = options
  const dispatcher = openDispatcher(options)
  const { origin } = new URL(address.baseUrl)

  const fetchWith =
    (seen: Seen) =>
    async (target: unknown, init?: RequestInit): Promise<Response> => {
      try {
        const url = new URL(String(target))
        if (url.origin !== origin) throw new Error('A key may only go to the host that it was entered for')
        const given = new Headers(init?.headers)
        const headers: Record<string, string> = {
          'user-agent': userAgent,
          'accept-encoding': 'gzip, deflate, br',
        }
        for (const name of HEADERS_SENT) {
          const value = given.get(name)
          if (value !== null && (name !== 'authorization' || key !== null)) headers[name] = value
        }
        const answer = await request(url, {
          dispatcher,
          method: init?.method === 'POST' ? 'POST' : 'GET',
          headers,
          body: typeof init?.body === 'string' ? init.body : null,
          signal: init?.signal ?? null,
        })
        const received = new Headers()
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined) received.set(name, Array.isArray(value) ? value.join(', ') : value)
        const body = await readBody(answer.body, Object.fromEntries(received), MOST_BYTES)
        seen.bytes = body.length
        for (const name of ['content-encoding', 'content-length']) received.delete(name)
        // Some endpoints call their JSON something else.
        if (/^\s*\{/.test(new TextDecoder().decode(body.subarray(0, 100))))
          received.set('content-type', 'application/json')
        const content = WITHOUT_BODY.has(answer.statusCode) ? null : Buffer.from(body)
        return new Response(content, { status: answer.statusCode, headers: received })
      } catch (error) {
        seen.error = error
        throw error
      }
    }

  const send = async (
    base: string,
    ask: (client: OpenAI) => PromiseLike<unknown>,
    signal: AbortSignal,
  ): Promise<Reply> => {
    const seen: Seen = { bytes: 0, error: null }
    try {
      // Every option is given, or the client would take it from the environment.
      const client = new OpenAI({
        apiKey: key ?? 'none',
        adminAPIKey: null,
        organization: null,
        project: null,
        webhookSecret: null,
        baseURL: base,
        maxRetries: 0,
        timeout,
        logLevel: 'off',
        fetch: fetchWith(seen),
      })
      return { kind: 'answered', body: await ask(client), bytes: seen.bytes }
    } catch (error) {
      return failed(error, seen, signal)
    }
  }

  return {
    chat: (base, body, signal) =>
      // The request has the shape of the protocol; the client's own types also name every field of every model.
      send(base, client => client.chat.completions.create(body as never, { signal }), signal),
    models: (base, signal) => send(base, async client => (await client.models.list({ signal })).data, signal),
    close: () => dispatcher.destroy(),
  }
}

function failed(error: unknown, seen: Seen, signal: AbortSignal): Reply {
  if (signal.aborted || error instanceof APIUserAbortError)
    return { kind: 'failed', why: 'cancelled', message: 'The question was cancelled.' }
  if (seen.error instanceof TooLargeError)
    return { kind: 'failed', why: 'too_large', message: seen.error.message }
  if (error instanceof APIConnectionTimeoutError && !neverConnected(seen.error))
    return { kind: 'failed', why: 'timed_out', message: 'The model took too long to answer.' }
  if (error instanceof APIError && typeof error.status === 'number') {
    const { headers } = error
    return {
      kind: 'refused',
      status: error.status,
      text: `${error.message} ${String(error.code ?? '')} ${String(error.type ?? '')}`,
      header: name => headers?.get(name) ?? null,
    }
  }
  if (seen.error === null) return { kind: 'answered', body: null, bytes: seen.bytes }
  if (seen.error instanceof PublicAddressError)
    return { kind: 'failed', why: 'unsafe', message: seen.error.message }
  const message = describeFailure(seen.error).message.replace('The server', 'The endpoint')
  return { kind: 'failed', why: neverConnected(seen.error) ? 'unsent' : 'broken', message }
}

const BEFORE_CONNECTING = new Set(['connect', 'getaddrinfo'])

/** True when no connection came about: then the endpoint has not even seen the question. */
function neverConnected(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverConnected)
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof syscall === 'string' && BEFORE_CONNECTING.has(syscall)) return true
  if (
    typeof code === 'string' &&
    /^UND_ERR_CONNECT_TIMEOUT$|CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS/.test(code)
  )
    return true
  return error.cause !== undefined && neverConnected(error.cause)
}
