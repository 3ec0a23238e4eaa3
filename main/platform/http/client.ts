import { lookup } from 'node:dns/promises'
import { type Dispatcher, request } from 'undici'
import { isPrivateAddress } from './addresses.ts'
import { readBody, TooLargeError } from './body.ts'
import { describeFailure, type HttpError, statusError } from './errors.ts'
import { createGuardedLookup, PrivateAddressError, refuseLiteral } from './guard.ts'
import type { Lane, Lanes } from './lanes.ts'
import { dispatcherFor, hasProxy } from './proxy.ts'

export type { HttpError } from './errors.ts'

/** Calls to the sources that a person switched on: bounded in time, size, redirects and repeats. */

export interface HttpRequest {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
  /** Refuse addresses that are not on the public internet; for addresses that a person pasted. */
  publicOnly?: boolean
  /** Bytes after decompression; default 10 MB. */
  maxBytes?: number
  /** Repeats after a failure that may pass; default 3, 0 for calls that must not be repeated. */
  retries?: number
  /** Milliseconds for one attempt with its redirects, instead of the client's own. */
  total?: number
  /** How fast the server may be asked; every attempt waits for its turn. */
  lane?: Lane
}

export interface HttpResponse {
  status: number
  /** The address that answered, after redirects. */
  url: string
  /** Names in lower case; repeated ones joined by a comma. */
  headers: Record<string, string>
  /** Decompressed. */
  body: Uint8Array
}

/** A response with a status of 400 or more is an error that still carries the response. */
export type HttpResult =
  | { ok: true; response: HttpResponse }
  | { ok: false; error: HttpError; response?: HttpResponse }

export interface HttpCounters {
  /** Requests sent, repeats and redirects included. */
  calls: number
  /** Requests that failed, each attempt counted. */
  errors: number
  retries: number
  /** Bytes of bodies after decompression. */
  bytes: number
}

export interface HttpClientOptions {
  /** Names the app to the sources, such as "Rolecall/0.1 (+address)". */
  userAgent: string
  /** Milliseconds. */
  timeouts?: { connect?: number; headers?: number; body?: number; total?: number }
  /** Waits; resolves early when the signal aborts. Replaced in tests. */
  delay?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Milliseconds since 1970. */
  now?: () => number
  /** 0 to 1. */
  random?: () => number
  /** The longest wait before a repeat, ms; a source that asks for more gets no repeat now. */
  maxWait?: number
  /** The paces kept by the whole process; absent: nothing is held back. */
  lanes?: Lanes
  /** Address of the proxy that the person set; null: as the environment says. */
  proxy?: string | null
  /** A test server on loopback that is asked in place of public pages: `https://host/path` as `<pages>/host/path`. */
  pages?: string | undefined
}

export interface HttpClient {
  /** Never rejects. */
  send(request: HttpRequest): Promise<HttpResult>
  counters(): HttpCounters
  /** Drops all connections. */
  close(): Promise<void>
}

const MAX_BYTES = 10 * 1024 * 1024
const MAX_REDIRECTS = 5
const RETRIES = 3
const FIRST_WAIT = 500
const MAX_WAIT = 30_000
/** A source that may be asked once a minute is not waited for to fail again. */
const REPEAT_PATIENCE = 10_000
const TIMEOUTS = { connect: 5_000, headers: 10_000, body: 10_000, total: 20_000 }
const REDIRECTS = new Set([301, 302, 303, 307, 308])

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    if (signal?.aborted === true) done()
    else signal?.addEventListener('abort', done)
  })
}

/** Milliseconds that a Retry-After header asks for (seconds or a date), or null. */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined || value.trim() === '') return null
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** Makes a client with its own connections. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const delay = options.delay ?? wait
  const now = options.now ?? Date.now
  const random = options.random ?? Math.random
  const maxWait = options.maxWait ?? MAX_WAIT
  const counters: HttpCounters = { calls: 0, errors: 0, retries: 0, bytes: 0 }
  const proxy = options.proxy ?? null
  const agents = { open: makeAgent(), guarded: makeAgent(createGuardedLookup()) }

  function makeAgent(lookup?: ReturnType<typeof createGuardedLookup>): Dispatcher {
    return dispatcherFor(proxy, {
      connect: { timeout: timeouts.connect, ...(lookup === undefined ? {} : { lookup }) },
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.body,
      maxHeaderSize: 32 * 1024,
    })
  }

  /** One request without redirects or repeats. Throws what undici throws. */
  async function once(call: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    counters.calls++
    const guarded = call.publicOnly === true
    const replayed = guarded && options.pages !== undefined ? replayedAt(options.pages, call.url) : null
    if (guarded) {
      refuseLiteral(call.url)
      if (replayed === null && hasProxy(proxy)) await refusePrivateName(call.url)
    }
    const answer = await request(replayed ?? call.url, {
      dispatcher: guarded && replayed === null ? agents.guarded : agents.open,
      method: call.method ?? 'GET',
      headers: { 'user-agent': options.userAgent, 'accept-encoding': 'gzip, deflate, br', ...call.headers },
      body: call.body ?? null,
      signal,
    })
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
    const body = await readBody(answer.body, headers, call.maxBytes ?? MAX_BYTES)
    counters.bytes += body.length
    return { status: answer.statusCode, url: call.url, headers, body }
  }

  /** Follows up to five redirects. Headers of the caller, which may hold a key, stay with the host they were for. */
  async function follow(first: HttpRequest, signal: AbortSignal): Promise<HttpResult> {
    let call = first
    for (let redirects = 0; ; redirects++) {
      if (!isWebAddress(call.url))
        return failure('invalid_url', 'The address is not a web address (http or https).')
      const response = await once(call, signal)
      const target = response.headers.location
      if (!REDIRECTS.has(response.status) || target === undefined) return { ok: true, response }
      if (redirects >= MAX_REDIRECTS)
        return failure('too_many_redirects', `The server redirected more than ${MAX_REDIRECTS} times.`)
      if (!URL.canParse(target, call.url))
        return failure('invalid_url', 'The server redirected to an invalid address.')
      call = redirected(call, new URL(target, call.url), response.status)
    }
  }

  async function attempt(call: HttpRequest): Promise<HttpResult> {
    const total = AbortSignal.timeout(call.total ?? timeouts.total)
    const signal = call.signal === undefined ? total : AbortSignal.any([call.signal, total])
    try {
      const result = await follow(call, signal)
      if (!result.ok || result.response.status < 400) return result
      const error = statusError(result.response.status)
      // A date is read by the server's own clock, which may be far from ours.
      const serverNow = Date.parse(result.response.headers.date ?? '')
      const retryAfter = readRetryAfter(
        result.response.headers['retry-after'],
        Number.isNaN(serverNow) ? now() : serverNow,
      )
      if (retryAfter !== null) error.retryAfter = retryAfter
      return { ok: false, error, response: result.response }
    } catch (error) {
      if (isAborted(call.signal)) return failure('cancelled', 'The request was cancelled.')
      if (total.aborted) return failure('timeout', TOOK_TOO_LONG, true)
      if (error instanceof PrivateAddressError) return failure('private_address', error.message)
      if (error instanceof TooLargeError) return failure('too_large', error.message)
      return { ok: false, error: describeFailure(error) }
    }
  }

  /** Waits for the server's pace; a repeat waits only so long, since another run will ask again anyway. */
  async function turn({ lane, signal }: HttpRequest, repeat: number): Promise<boolean> {
    if (!lane || !options.lanes) return true
    if (repeat === 0) return options.lanes.turn(lane, signal)
    const patience = AbortSignal.timeout(REPEAT_PATIENCE)
    return options.lanes.turn(lane, signal === undefined ? patience : AbortSignal.any([signal, patience]))
  }

  return {
    async send(call) {
      if (isAborted(call.signal)) return failure('cancelled', 'The request was cancelled.')
      const retries = call.retries ?? ((call.method ?? 'GET') === 'GET' ? RETRIES : 0)
      let last: HttpResult | undefined
      for (let repeat = 0; ; repeat++) {
        const mayAsk = await turn(call, repeat)
        if (isAborted(call.signal)) return failure('cancelled', 'The request was cancelled.')
        if (!mayAsk && last) return last
        const result = await attempt(call)
        last = result
        if (result.ok) return result
        counters.errors++
        if (!result.error.retryable || repeat >= retries) return result
        // Doubling waits, shortened at random by up to a half so that clients do not come back all at once.
        const growing = Math.min(maxWait, FIRST_WAIT * 2 ** repeat) * (0.5 + random() / 2)
        const pause = Math.max(result.error.retryAfter ?? 0, growing)
        if (pause > maxWait) return result
        await delay(pause, call.signal)
        if (isAborted(call.signal)) return failure('cancelled', 'The request was cancelled.')
        counters.retries++
      }
    },
    counters: () => ({ ...counters }),
    async close() {
      await Promise.all([agents.open.destroy(), agents.guarded.destroy()])
    },
  }
}

function replayedAt(base: string, url: string): string {
  const { host, pathname, search } = new URL(url)
  return `${base}/${host}${pathname}${search}`
}

/** Asked anew each time, since waiting changes the answer. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

/** A name of a home or company network: of one part, or under an ending that the public internet does not have. */
const isInnerName = (name: string): boolean =>
  !name.includes('.') || /\.(?:local|localdomain|internal|intranet|lan|corp|home|private|arpa)$/i.test(name)

/** Behind a proxy the socket's address is the proxy's: the name is looked up here before it is asked. */
async function refusePrivateName(url: string): Promise<void> {
  const { hostname } = new URL(url)
  const found = await lookup(hostname, { all: true }).catch(() => [])
  // Many networks know the outer names at the proxy only; names that are never public are refused all the same.
  if (found.length === 0 ? isInnerName(hostname) : found.some(({ address }) => isPrivateAddress(address)))
    throw new PrivateAddressError()
}

const TOOK_TOO_LONG = 'The server took too long to answer.'

function failure(
  code: HttpError['code'],
  message: string,
  retryable = false,
): { ok: false; error: HttpError } {
  return { ok: false, error: { code, message, retryable } }
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}

function redirected(call: HttpRequest, target: URL, status: number): HttpRequest {
  const sameOrigin = target.origin === new URL(call.url).origin
  const { headers, body, ...rest } = call
  const accept = headers?.accept
  const kept = sameOrigin ? headers : accept === undefined ? undefined : { accept }
  const repeatsBody = (status === 307 || status === 308) && sameOrigin
  return {
    ...rest,
    url: target.href,
    method: repeatsBody ? (call.method ?? 'GET') : 'GET',
    ...(kept === undefined ? {} : { headers: kept }),
    ...(repeatsBody && body !== undefined ? { body } : {}),
  }
}
