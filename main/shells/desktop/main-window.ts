import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import type { Log } from '../../platform/log.ts'
import { resourcePath } from '../../platform/paths.ts'
import { PAGE_URL } from './page-scheme.ts'
import { SMALLEST } from './window-bounds.ts'
import type { WindowMemory } from './window-memory.ts'
import { recoverPage } from './window-recovery.ts'

export interface MainWindow {
  /** Shows the window, made anew if need be, in front of others. */
  show(): void
  /** The window, or null while there is none. */
  current(): BrowserWindow | null
}

export interface MainWindowOptions {
  memory: WindowMemory
  log: Log
  /** True while closing the window means to leave it in the tray. */
  staysWhenClosed(): boolean
  /** Called with each new window. */
  made(window: BrowserWindow): void
}

/** The one window of the app. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { memory, log } = options
  let window: BrowserWindow | null = null

  const make = (): BrowserWindow => {
    const { maximised, ...bounds } = memory.opening()
    const made = new BrowserWindow({
      ...bounds,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Rolecall',
      autoHideMenuBar: true,
      // The page's own surface colour, so that opening does not flash.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181b' : '#ffffff',
      ...(process.platform === 'linux' ? { icon: resourcePath('icon/icon-256.png') } : {}),
      webPreferences: {
        preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: true,
        // The core does not live in the page: a hidden page may well be slowed down.
        backgroundThrottling: true,
      },
    })
    if (maximised) made.maximize()
    made.once('ready-to-show', () => made.show())
    made.on('close', event => {
      if (!options.staysWhenClosed()) return
      event.preventDefault()
      made.hide()
    })
    made.on('closed', () => {
      window = null
    })
    memory.follow(made)
    recoverPage(made, log)
    options.made(made)
    made.loadURL(PAGE_URL).catch((error: Error) => {
      log.error('The page could not be loaded', { reason: error.message })
      // Without a page there is no "ready to show": an empty window is still better than none.
      if (!made.isDestroyed()) made.show()
    })
    return made
  }

  return {
    show() {
      if (!window) {
        window = make()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    current: () => window,
  }
}
