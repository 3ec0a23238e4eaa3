import { app, type BrowserWindow, nativeTheme, screen } from 'electron'
import Store from 'electron-store'
import type { Settings } from '../../contract/shapes.ts'
import { boundsToOpen, type WindowState } from './window-bounds.ts'

/** How long the window must stand still before its place is kept, in milliseconds. */
const STILL_MS = 500

/** What the shell remembers of this computer; it does not travel with the data. */
export interface WindowMemory {
  /** Bounds for a new window, and whether to maximise it. */
  opening(): ReturnType<typeof boundsToOpen> & { maximised: boolean }
  /** Keeps the place of a window from now on. */
  follow(window: BrowserWindow): void
  /** Uses a theme for window and menus, now and before the settings are known at the next start. */
  useTheme(theme: Settings['theme']): void
}

/** Opens the memory; a damaged file counts as empty. */
export function openWindowMemory(): WindowMemory {
  const store = new Store<{ window: WindowState; theme: Settings['theme'] }>({
    name: 'window',
    clearInvalidConfig: true,
    defaults: { window: { bounds: null, maximised: false }, theme: 'system' },
  })
  // A full disk or a folder that became read-only: the window then opens where it stood before.
  const attempt = (write: () => void) => {
    try {
      write()
    } catch {}
  }
  nativeTheme.themeSource = store.get('theme')
  return {
    useTheme(theme) {
      if (nativeTheme.themeSource === theme) return
      nativeTheme.themeSource = theme
      attempt(() => store.set('theme', theme))
    },
    opening() {
      const { bounds, maximised } = store.get('window')
      const first = screen.getPrimaryDisplay()
      const displays = [first, ...screen.getAllDisplays().filter(({ id }) => id !== first.id)]
      return {
        ...boundsToOpen(
          bounds,
          displays.map(({ workArea }) => workArea),
        ),
        maximised,
      }
    },
    follow(window) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const keep = () => {
        clearTimeout(timer)
        if (window.isDestroyed()) return
        attempt(() =>
          store.set('window', { bounds: window.getNormalBounds(), maximised: window.isMaximized() }),
        )
      }
      const later = () => {
        clearTimeout(timer)
        timer = setTimeout(keep, STILL_MS)
      }
      window.on('resize', later)
      window.on('move', later)
      window.on('maximize', later)
      window.on('unmaximize', later)
      window.on('close', keep)
      // Quitting ends in an exit, which destroys windows without closing them.
      app.on('before-quit', keep)
      window.on('closed', () => {
        clearTimeout(timer)
        app.off('before-quit', keep)
      })
    },
  }
}
