import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Core } from '../../app/core.ts'
import { SubscribeFrame } from '../../contract/frames.ts'

export interface LiveSockets {
  /** Takes over a connection whose sender has been checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

const FIRST_WORD_MS = 10_000
/** A page that does not read is let go; it comes back and resumes where it was. */
const MOST_WAITING_BYTES = 8 * 1024 * 1024
const POLICY = 1008
const GOING_AWAY = 1001

/** The subprotocols that a page offers: ours, and its token, which a browser cannot send as a header. */
export const offeredProtocols = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map(name => name.trim())

/** Live events by WebSocket: the page's first message says since when, everything after comes from here. */
export function createLiveSockets(core: Pick<Core, 'subscribe'>): LiveSockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    perMessageDeflate: false,
    handleProtocols: offered => (offered.has('rolecall') ? 'rolecall' : false),
  })

  const serve = (socket: WebSocket) => {
    let end: (() => void) | undefined
    const silent = setTimeout(() => socket.close(POLICY, 'no subscription came'), FIRST_WORD_MS)
    silent.unref()
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearTimeout(silent)
      end?.()
    })
    socket.on('message', message => {
      const wanted = end ? null : subscription(String(message))
      if (!wanted) return socket.close(POLICY, 'not a subscription')
      clearTimeout(silent)
      end = core.subscribe(wanted.since, frame => {
        if (socket.readyState !== socket.OPEN) return
        if (socket.bufferedAmount > MOST_WAITING_BYTES) socket.terminate()
        else socket.send(JSON.stringify(frame))
      })
    })
  }

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, serve),
    close() {
      for (const socket of server.clients) socket.close(GOING_AWAY, 'Rolecall is closing')
      server.close()
    },
  }
}

function subscription(text: string): SubscribeFrame | null {
  try {
    return SubscribeFrame.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
