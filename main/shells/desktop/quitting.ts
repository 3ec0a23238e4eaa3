import { app } from 'electron'

export interface Quitting {
  /** True from the wish to quit on. */
  hasBegun(): boolean
}

/**
 * Holds every way of quitting (menu, tray, signal, end of the session) back until `close` is done, then ends.
 * `close` runs once and must not reject.
 */
export function closeBeforeQuit(close: () => Promise<void>): Quitting {
  let begun = false
  app.on('before-quit', event => {
    event.preventDefault()
    if (begun) return
    begun = true
    void close().then(() => app.exit(0))
  })
  return { hasBegun: () => begun }
}
