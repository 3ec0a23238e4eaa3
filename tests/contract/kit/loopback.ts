import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Core } from '../../../main/app/core.ts'
import { type BrowserServer, startBrowserServer } from '../../../main/shells/browser/server.ts'
import { loopbackCarrier } from '../../../renderer/src/transport/carrier.ts'
import type { OpenCarrier } from './carriers.ts'

/** A page that has come in: what its browser holds. */
export interface SignedIn {
  origin: string
  cookie: string
  pageToken: string
}

/** The real server on a free port, with a folder of pages of a test's own. */
export async function serveTest(
  core: Pick<Core, 'call' | 'subscribe'>,
): Promise<{ server: BrowserServer; close(): Promise<void> }> {
  const pages = mkdtempSync(join(tmpdir(), 'rolecall-pages-'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html><head></head><body>Rolecall</body></html>')
  writeFileSync(join(pages, 'theme.js'), 'void 0')
  writeFileSync(join(pages, 'manifest.webmanifest'), '{}')
  writeFileSync(join(pages, '.hidden'), 'hidden')
  const server = await startBrowserServer({ core, port: 0, pages })
  return {
    server,
    async close() {
      await server.close()
      rmSync(pages, { recursive: true, force: true })
    },
  }
}

/** Opens a one-time address as a browser does: takes the cookie, then the page with its token. */
export async function signIn(server: BrowserServer): Promise<SignedIn> {
  const { origin } = server
  const entered = await fetch(server.newAddress(), { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const page = await (await fetch(`${origin}/`, { headers: { cookie } })).text()
  return { origin, cookie, pageToken: /name="rolecall-token" content="([^"]+)"/.exec(page)?.[1] ?? '' }
}

/** The page's own client code over real HTTP and WebSocket; what the browser adds to each request is added here. */
export async function openLoopback(core: Core): Promise<OpenCarrier> {
  const { server, close } = await serveTest(core)
  const { origin, cookie, pageToken } = await signIn(server)
  const sockets = new Set<WebSocket>()
  const realFetch = globalThis.fetch
  class PageSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie }, origin })
      sockets.add(this)
      this.on('close', () => sockets.delete(this))
      this.on('error', () => {})
    }
  }
  vi.stubGlobal('location', new URL(origin))
  vi.stubGlobal('WebSocket', PageSocket)
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    realFetch(`${origin}${path}`, { ...init, headers: { ...init.headers, cookie, origin } }),
  )
  return {
    carrier: loopbackCarrier(pageToken),
    breakConnection() {
      for (const socket of sockets) socket.terminate()
    },
    async close() {
      await close()
      vi.unstubAllGlobals()
    },
  }
}
