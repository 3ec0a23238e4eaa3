import { EventEmitter } from 'node:events'
import { requireReady } from './app.ts'
import { answer } from './link.ts'
import { fromChromium, protocol } from './scheme.ts'
import { preventable } from './values.ts'

type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: { isMainFrame: boolean; requestingUrl: string },
) => void
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean

let onRequest: RequestHandler | null = null
let onCheck: CheckHandler | null = null

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler(handler: RequestHandler | null) {
    onRequest = handler
  },
  setPermissionCheckHandler(handler: CheckHandler | null) {
    onCheck = handler
  },
  setDevicePermissionHandler: () => {},
})

/** Electron's `session`. */
export const session = {
  get defaultSession() {
    requireReady('Session can only be received when app is ready')
    return defaultSession
  },
}

interface Asked {
  permission: string
  url: string
  isMainFrame: boolean
}

// Without handlers Electron grants everything; that is why an app must set them.
answer('session.request', ({ permission, url, isMainFrame }: Asked) => {
  const handler = onRequest
  if (!handler) return true
  return new Promise(resolve =>
    handler(null, permission, resolve, { isMainFrame, requestingUrl: fromChromium(url) }),
  )
})
answer('session.check', ({ permission, url, isMainFrame }: Asked) => {
  if (!onCheck) return true
  const origin = new URL(url).origin
  return onCheck(null, permission, fromChromium(origin), { isMainFrame, requestingUrl: fromChromium(url) })
})
answer('session.download', ({ url }: { url: string }) => {
  const event = preventable()
  defaultSession.emit('will-download', event, { getURL: () => fromChromium(url) }, null)
  return !event.defaultPrevented
})
