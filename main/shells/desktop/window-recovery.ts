import { type BrowserWindow, dialog } from 'electron'
import type { Log } from '../../platform/log.ts'

/** A page that dies twice within this time (milliseconds) is not simply loaded again. */
const TOO_SOON_MS = 60_000

/** Loads the page again when its process died, and asks when it happens again or the page hangs. */
export function recoverPage(window: BrowserWindow, log: Log): void {
  let lastDeath = 0
  let asking: AbortController | null = null

  const ask = async (message: string, detail: string, buttons: string[]): Promise<number> => {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Rolecall',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
      noLink: true,
      signal: mine.signal,
    })
    return mine.signal.aborted || window.isDestroyed() ? -1 : response
  }

  window.webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('The page ended', { reason, exitCode })
    const again = Date.now() - lastDeath < TOO_SOON_MS
    lastDeath = Date.now()
    if (!again) return window.webContents.reload()
    const answer = await ask(
      'The window stopped again.',
      'All that was saved is kept, and Rolecall keeps collecting. Load the page again, or close the window and open it later.',
      ['Load again', 'Close the window'],
    )
    if (answer === 0) window.webContents.reload()
    if (answer === 1) window.destroy()
  })

  window.on('unresponsive', async () => {
    log.warn('The page does not answer')
    const answer = await ask(
      'The window does not answer at the moment.',
      'All that was saved is kept. Wait a little, or load the page again; what you typed and had not saved may then be lost.',
      ['Load again', 'Wait'],
    )
    if (answer === 0) window.webContents.forcefullyCrashRenderer()
  })
  window.on('responsive', () => asking?.abort())
  window.on('closed', () => asking?.abort())
}
