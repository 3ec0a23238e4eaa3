import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { PAGE_ORIGIN } from './page-scheme.ts'

/** Whether an IPC message comes from the main frame of our window while one of our own pages is in it. */
export function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const { sender, senderFrame } = event
  if (window === null || window.isDestroyed() || sender !== window.webContents) return false
  // A frame that has navigated or gone meanwhile is null, and its message is nobody's.
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === PAGE_ORIGIN
}
