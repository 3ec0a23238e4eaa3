import type { IncomingMessage } from 'node:http'

/**
 * True when a request was meant for this very server and does not come from a page of another one. A name that leads
 * here by DNS has a foreign Host; a page of another site or port has a foreign Origin.
 */
export function isOwnRequest({ url, headers, rawHeaders }: IncomingMessage, port: number): boolean {
  const host = `127.0.0.1:${port}`
  // Node keeps the first of several Host headers; a proxy or a browser never sends two.
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
  if (hosts !== 1 || headers.host !== host) return false
  // A whole address in the request line is meant for a proxy, and names a host of its own.
  if (!url?.startsWith('/')) return false
  return headers.origin === undefined || headers.origin === `http://${host}`
}

/**
 * The headers of every answer. Styles may stand in the page because the sandboxed frame of a posting inherits this
 * policy and brings its own style; scripts come from files only.
 */
export function securityHeaders(port: number): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      `connect-src 'self' ws://127.0.0.1:${port}`,
      "manifest-src 'self'",
      "frame-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
    'cache-control': 'no-store',
  }
}
