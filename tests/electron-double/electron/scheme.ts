import { requireNotReady } from './app.ts'
import { answer } from './link.ts'

/**
 * Chromium's test interface cannot serve schemes of one's own. So `rolecall://app/x` is shown to Chromium as
 * `https://app.rolecall.double.test/x`, which is as secure a context and never leaves the machine, and every address
 * is translated at the border: the app under test sees only its own scheme.
 */

const ENDING = '.double.test'
const standard = new Set<string>()
const served = new Map<string, (request: Request) => Response | Promise<Response>>()

/** The address that Chromium gets for an address of the app. */
export function toChromium(address: string): string {
  const url = URL.parse(address)
  const scheme = url?.protocol.slice(0, -1) ?? ''
  if (!url || !standard.has(scheme)) return address
  return `https://${url.host}.${scheme}${ENDING}${url.pathname || '/'}${url.search}${url.hash}`
}

/** The address that the app knows for an address of Chromium's. */
export function fromChromium(address: string): string {
  const url = URL.parse(address)
  if (!url?.hostname.endsWith(ENDING)) return address
  const name = url.hostname.slice(0, -ENDING.length)
  const dot = name.lastIndexOf('.')
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${url.pathname}${url.search}${url.hash}`
}

/** `rolecall://app` for Chromium's origin of it; others as they are. */
export function originFromChromium(origin: string): string {
  return fromChromium(origin).replace(/(?<!\/)\/$/, '')
}

interface CustomScheme {
  scheme: string
  privileges?: { standard?: boolean; secure?: boolean }
}

/** Electron's `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    requireNotReady('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      // The border above is an https origin: a scheme that is less than that would be shown as more than it is.
      if (!privileges?.standard || !privileges.secure)
        throw new Error('The double serves only standard and secure schemes')
      standard.add(scheme)
    }
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
    if (served.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    served.set(scheme, handler)
  },
  unhandle(scheme: string) {
    if (!served.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
  },
  isProtocolHandled: (scheme: string) => served.has(scheme),
}

interface Asked {
  url: string
  method: string
  headers: Record<string, string>
}

answer('protocol.request', async ({ url, method, headers }: Asked) => {
  const address = fromChromium(url)
  const handler = served.get(new URL(address).protocol.slice(0, -1))
  if (!handler) return null
  const response = await handler(new Request(address, { method, headers }))
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  }
})
