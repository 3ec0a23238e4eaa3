import { app, type Protocol, protocol } from 'electron'
import { staticFile } from '../../platform/files/static-file.ts'
import { rendererDir } from '../../platform/paths.ts'

const SCHEME = 'rolecall'
const HOST = 'app'

/** The origin of our pages: nothing else may speak to the core. While developing, Vite's server stands in for it. */
export const PAGE_ORIGIN = devServer()?.origin ?? `${SCHEME}://${HOST}`
/** The address that the window loads. */
export const PAGE_URL = devServer()?.href ?? `${SCHEME}://${HOST}/`

function devServer(): URL | null {
  const address = process.env.ELECTRON_RENDERER_URL
  return app.isPackaged || address === undefined ? null : URL.parse(address)
}

/**
 * Styles may stand in the page because the sandboxed frame of a posting inherits this policy and brings its own
 * style; scripts come from files only, and nothing comes from the network.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Makes `rolecall:` a scheme with origins, like https. To call before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built pages under `rolecall://app/`, and nothing outside of their folder. */
export function servePages(of: Protocol): void {
  const folder = rendererDir()
  of.handle(SCHEME, async request => {
    const { host, pathname } = new URL(request.url)
    if (host !== HOST || (request.method !== 'GET' && request.method !== 'HEAD')) return refused(404)
    const file = await staticFile(folder, pathname === '/' ? '/index.html' : pathname)
    if (!file) return refused(404)
    return new Response(file.body, {
      headers: { ...HEADERS, 'content-type': file.type, 'cache-control': file.cache },
    })
  })
}

function refused(status: number): Response {
  return new Response(null, { status, headers: HEADERS })
}
