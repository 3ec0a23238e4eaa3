import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import './hands.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, Tray } from './menus.ts'
import { Notification } from './notification.ts'
import { protocol } from './scheme.ts'
import { session } from './session.ts'
import { dialog, nativeImage, nativeTheme, powerMonitor, safeStorage, screen, shell } from './system.ts'

/** What `import … from 'electron'` gives the main process. What is missing here is missing loudly. */
export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
}
export default { app, ipcMain, shell }
