import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { answer } from './link.ts'
import { preventable } from './values.ts'

/** What a person, or Chromium, does to the windows; the test asks for it. */

function first(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('There is no window')
  return window
}

answer('window', () => {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return null
  return {
    id: window.id,
    visible: window.isVisible(),
    focused: window.isFocused(),
    maximised: window.isMaximized(),
    bounds: window.getBounds(),
    webPreferences: window.options.webPreferences ?? {},
  }
})
answer('window.close', () => first().close())
answer('window.minimize', () => first().minimize())
answer('window.maximize', () => first().maximize())
answer('window.setBounds', (bounds: { x: number; y: number; width: number; height: number }) =>
  first().setBounds(bounds),
)
answer('window.unresponsive', () => {
  first().emit('unresponsive')
})
answer('window.responsive', () => {
  first().emit('responsive')
})
answer('page.crash', () => first().webContents.forcefullyCrashRenderer())
/** True when the app lets a web view into the page. */
answer('page.attachWebview', () => {
  const event = preventable()
  first().webContents.emit('will-attach-webview', event, {}, { src: 'https://example.org/' })
  return !event.defaultPrevented
})
/** Throws what a page that is gone throws at the app. */
answer('page.sendAfterClose', () => {
  const window = first()
  window.destroy()
  window.webContents.send('rolecall:push', {})
})
answer('app.quit', () => app.quit())
answer('app.activate', () => {
  app.emit('activate', {}, false)
})
