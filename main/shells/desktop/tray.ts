import { app, type BrowserWindow, Menu, nativeImage, nativeTheme, Tray } from 'electron'
import type { Log } from '../../platform/log.ts'
import { resourcePath } from '../../platform/paths.ts'
import { badgeBitmap } from './badge.ts'
import type { Overview } from './overview.ts'
import { type TrayActs, trayMenu, trayTitle } from './tray-menu.ts'

export interface TrayIcon {
  show(overview: Overview, window: BrowserWindow | null): void
  /** False where the system has no place for tray icons. */
  readonly exists: boolean
  remove(): void
}

const BADGE_EDGE = 16

/** The icon in the tray with its count and menu; where there is no tray, the count still goes to the dock or taskbar. */
export function createTray(acts: TrayActs, log: Log): TrayIcon {
  let tray: Tray | null = null
  try {
    tray = new Tray(icon())
  } catch (error) {
    log.warn('There is no tray', { reason: String(error) })
  }
  const redraw = () => tray?.setImage(icon())
  nativeTheme.on('updated', redraw)
  tray?.on('click', acts.open)
  return {
    show(overview, window) {
      const { unread } = overview
      tray?.setToolTip(trayTitle(unread))
      if (process.platform === 'darwin') tray?.setTitle(unread === 0 ? '' : String(unread))
      tray?.setContextMenu(Menu.buildFromTemplate(trayMenu(overview, new Date(), acts)))
      if (process.platform === 'win32') window?.setOverlayIcon(overlay(unread), trayTitle(unread))
      else app.setBadgeCount(unread)
    },
    get exists() {
      return tray !== null
    },
    remove() {
      nativeTheme.off('updated', redraw)
      tray?.destroy()
      tray = null
    },
  }
}

/** A Mac colours its template image itself; elsewhere the icon must stand out from a dark or a light bar. */
function icon() {
  if (process.platform === 'darwin') return nativeImage.createFromPath(resourcePath('icon/trayTemplate.png'))
  const bar = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ? 'dark' : 'light'
  return nativeImage.createFromPath(resourcePath(`icon/tray-${bar}.png`))
}

function overlay(unread: number) {
  if (unread === 0) return null
  return nativeImage.createFromBitmap(badgeBitmap(BADGE_EDGE), { width: BADGE_EDGE, height: BADGE_EDGE })
}
