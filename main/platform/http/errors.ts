/** What went wrong with a call; `http_` carries the status. */
export type HttpErrorCode =
  | `http_${number}`
  | 'invalid_url'
  | 'private_address'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'not_json'
  | 'network'
  | 'tls'
  | 'cancelled'

export interface HttpError {
  code: HttpErrorCode
  /** One plain sentence for people. */
  message: string
  /** Whether the same call may succeed later. */
  retryable: boolean
  /** Milliseconds that the server asked to wait. */
  retryAfter?: number
}

const STATUS_WORDS: Record<number, string> = {
  400: 'The server did not understand the request (status 400).',
  401: 'The server asks for a valid key (status 401).',
  403: 'The server refuses access (status 403).',
  404: 'The server knows no such page (status 404).',
  410: 'The page is gone for good (status 410).',
  429: 'The server asks to slow down (status 429).',
  500: 'The server has an internal error (status 500).',
  502: 'The server is not reachable behind its gateway (status 502).',
  503: 'The server is overloaded or under maintenance (status 503).',
  504: 'The server behind the gateway took too long (status 504).',
}
const RETRYABLE_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504])

/** The error of a response with a status of 400 or more. */
export function statusError(status: number): HttpError {
  return {
    code: `http_${status}`,
    message: STATUS_WORDS[status] ?? `The server answered with status ${status}.`,
    retryable: RETRYABLE_STATUSES.has(status),
  }
}

const TIMEOUT_CODES = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])

const NETWORK_WORDS: Record<string, string> = {
  ENOTFOUND: 'The server name is not known; check the address and the connection.',
  EAI_AGAIN: 'The server name could not be looked up; is this computer online?',
  ECONNREFUSED: 'The server refuses connections.',
  ECONNRESET: 'The server broke the connection off.',
  UND_ERR_SOCKET: 'The server broke the connection off.',
  EHOSTUNREACH: 'The server cannot be reached.',
  ENETUNREACH: 'There is no network connection.',
}

/** Puts an error of the network layer into plain words. */
export function describeFailure(error: unknown): HttpError {
  const code = codeOf(error)
  if (TIMEOUT_CODES.has(code))
    return { code: 'timeout', message: 'The server took too long to answer.', retryable: true }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO/.test(code))
    return { code: 'tls', message: 'The secure connection could not be trusted.', retryable: false }
  const words = NETWORK_WORDS[code] ?? 'The connection failed or the answer could not be read.'
  return { code: 'network', message: words, retryable: true }
}

/** The system's code of an error or of what caused it. */
function codeOf(error: unknown): string {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if (inner instanceof AggregateError && inner.errors.length > 0) return codeOf(inner.errors[0])
    if ('code' in inner && typeof inner.code === 'string') return inner.code
  }
  return ''
}

/** The JSON of a body, or an error that says what came instead. */
export function parseJson(
  body: Uint8Array,
  contentType: string | undefined,
): { ok: true; value: unknown } | { ok: false; error: HttpError } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(body)) }
  } catch {
    const page =
      /html/i.test(contentType ?? '') || /^\s*</.test(new TextDecoder().decode(body.subarray(0, 100)))
    const message = page
      ? 'The server answered with a web page instead of data.'
      : 'The answer is not valid JSON.'
    return { ok: false, error: { code: 'not_json', message, retryable: false } }
  }
}
