import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Core } from '../../app/core.ts'
import { rendererDir } from '../../platform/paths.ts'
import { createLiveSockets, offeredProtocols } from './live-sockets.ts'
import { createRoutes } from './routes.ts'
import { isOwnRequest, securityHeaders } from './security.ts'
import { createSession } from './session.ts'

export interface BrowserServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** An address that opens Rolecall once, in one browser. */
  newAddress(): string
  /** Ends every connection. */
  close(): Promise<void>
}

export interface BrowserServerOptions {
  core: Pick<Core, 'call' | 'subscribe'>
  /** 0: any free port. */
  port: number
  /** The built pages; by itself those of this installation. */
  pages?: string
}

/** Serves pages, calls and live events on 127.0.0.1. Rejects with the system's error when the port is not to be had. */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve)
  })
  // Known only now; nothing has been read from a connection yet.
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const session = createSession(port)
  const headers = securityHeaders(port)
  const live = createLiveSockets(options.core)
  const routes = createRoutes({
    session,
    headers,
    call: options.core.call,
    pages: options.pages ?? rendererDir(),
  })
  const handle = getRequestListener(routes.fetch, { overrideGlobalObjects: false })

  server.on('request', (request, response) => {
    if (isOwnRequest(request, port)) return void handle(request, response)
    response.writeHead(403, { ...headers, 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
    response.end('This address is answered only for pages of Rolecall itself.\n')
  })
  const liveStatus = (request: IncomingMessage) => {
    if (!isOwnRequest(request, port)) return 403
    const token = offeredProtocols(request)
      .find(name => name.startsWith('token.'))
      ?.slice('token.'.length)
    if (!session.hasCookie(request.headers.cookie) || !session.hasPageToken(token)) return 401
    return request.url === '/api/live' ? 101 : 404
  }
  server.on('upgrade', (request, socket, head) => {
    const status = liveStatus(request)
    if (status === 101) return live.accept(request, socket, head)
    socket.on('error', () => socket.destroy())
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })

  return {
    origin,
    newAddress: () => `${origin}/?token=${session.newEntry()}`,
    close: () =>
      new Promise(resolve => {
        live.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
