import { rolecallError } from '../../../main/contract/errors.ts'
import type { AnswerFrame, Carrier, PushFrame, RequestFrame } from '../../../main/contract/frames.ts'

declare global {
  interface Window {
    /** Put there by the preload bridge of the desktop shell. */
    rolecall?: Carrier
  }
}

const gone = (id: number): AnswerFrame => ({
  id,
  ok: false,
  error: rolecallError('backend_gone', 'Rolecall does not answer at the moment.', { retryable: true }),
})

/** The same frames over the loopback: calls by HTTP, live events by WebSocket with resume after a reconnect. */
export function loopbackCarrier(token: string): Carrier {
  return {
    async call(frame: RequestFrame): Promise<AnswerFrame> {
      try {
        const response = await fetch('/api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-rolecall-token': token },
          body: JSON.stringify(frame),
        })
        if (response.status === 401 || response.status === 403)
          return {
            id: frame.id,
            ok: false,
            error: rolecallError(
              'unauthorised',
              'This page is no longer signed in. Open the address that Rolecall printed.',
            ),
          }
        return (await response.json()) as AnswerFrame
      } catch {
        return gone(frame.id)
      }
    },
    subscribe(since: number | null, listener: (frame: PushFrame) => void): () => void {
      let last = since
      let ended = false
      let socket: WebSocket | undefined
      let retry: ReturnType<typeof setTimeout> | undefined
      let wait = 250
      const open = () => {
        const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`
        socket = new WebSocket(address, ['rolecall', `token.${token}`])
        socket.onopen = () => {
          wait = 250
          socket?.send(JSON.stringify({ since: last }))
        }
        socket.onmessage = message => {
          const frame = JSON.parse(String(message.data)) as PushFrame
          if (frame.kind === 'event') last = frame.event.seq
          if (frame.kind === 'hello') last = frame.seq
          listener(frame)
        }
        socket.onclose = () => {
          if (ended) return
          listener({
            kind: 'signal',
            signal: { type: 'core.state', payload: { state: 'restarting', message: 'Connection lost' } },
          })
          retry = setTimeout(open, wait)
          wait = Math.min(wait * 2, 5_000)
        }
      }
      open()
      return () => {
        ended = true
        clearTimeout(retry)
        socket?.close()
      }
    },
  }
}

/** The carrier of this page: the bridge when the desktop shell put one there, else the loopback. */
export function carrierOfThisPage(): Carrier {
  if (window.rolecall) return window.rolecall
  const token = document.querySelector<HTMLMetaElement>('meta[name="rolecall-token"]')?.content ?? ''
  return loopbackCarrier(token)
}
