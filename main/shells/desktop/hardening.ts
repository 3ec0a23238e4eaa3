import { app, type Session, shell, type WebContents } from 'electron'
import { externalAddress } from '../../platform/http/external-address.ts'
import type { Log } from '../../platform/log.ts'
import { PAGE_ORIGIN } from './page-scheme.ts'

/** What our own page may do besides showing itself: put text into the clipboard when the person asks for it. */
const ALLOWED_PERMISSIONS = new Set<string>(['clipboard-sanitized-write'])

/** A posting is shown in a frame that is filled by the page itself and loads nothing. */
const EMPTY_FRAMES = new Set(['about:srcdoc', 'about:blank'])

/** Refuses every permission but a few, to our own origin only, and every download. */
export function hardenSession(session: Session, log: Log): void {
  const allowed = (permission: string, origin: string) =>
    ALLOWED_PERMISSIONS.has(permission) && origin === PAGE_ORIGIN
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const granted = isMainFrame && allowed(permission, originOf(requestingUrl))
    if (!granted) log.warn('A permission was refused', { permission })
    answer(granted)
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, originOf(origin)))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => {
    // Exports are written by the core; a page has no reason to start a download.
    event.preventDefault()
    log.warn('A download was refused')
  })
}

/** Every page, whoever made it, stays where it is and opens nothing; a harmless link goes to the person's browser. */
export function hardenPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => hardenPage(contents, log))
}

function hardenPage(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url, log)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', event => {
    if (event.isMainFrame ? originOf(event.url) === PAGE_ORIGIN : EMPTY_FRAMES.has(event.url)) return
    event.preventDefault()
    log.warn('A navigation was refused', { mainFrame: event.isMainFrame })
  })
  contents.on('will-redirect', event => {
    if (originOf(event.url) === PAGE_ORIGIN) return
    event.preventDefault()
  })
  contents.on('will-attach-webview', event => {
    event.preventDefault()
    log.warn('A web view was refused')
  })
}

/** Hands a web or mail address to the person's own program; false for every other kind of address. */
export function openExternal(url: string, log: Log): boolean {
  const address = externalAddress(url)
  if (address === null) {
    log.warn('An address was not opened')
    return false
  }
  shell.openExternal(address).catch(() => log.warn('No program opened an address'))
  return true
}

/** `scheme://host` of an address; URL.origin is "null" for schemes of one's own. */
export function originOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? 'null' : `${url.protocol}//${url.host}`
}
