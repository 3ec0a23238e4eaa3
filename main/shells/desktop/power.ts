import { powerMonitor } from 'electron'
import type { Core } from '../../app/core.ts'
import type { Log } from '../../platform/log.ts'

/** Tells the core when the machine sleeps, wakes or shuts down. To call when the app is ready. Returns the stop. */
export function followPower(power: Core['power'], quit: () => void, log: Log): () => void {
  const suspend = () => {
    log.info('The machine goes to sleep')
    power('suspend')
  }
  const resume = () => {
    log.info('The machine woke')
    power('resume')
  }
  // Some systems do not report every sleep, but all of them are unlocked after it.
  const unlocked = () => power('resume')
  // Electron holds the shutdown back until the app has quit in order.
  const shutdown = (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    power('shutdown')
    quit()
  }
  powerMonitor.on('suspend', suspend)
  powerMonitor.on('resume', resume)
  powerMonitor.on('unlock-screen', unlocked)
  powerMonitor.on('shutdown', shutdown)
  return () => {
    powerMonitor.off('suspend', suspend)
    powerMonitor.off('resume', resume)
    powerMonitor.off('unlock-screen', unlocked)
    powerMonitor.off('shutdown', shutdown)
  }
}
