import { app, shell } from 'electron'
import { rolecallError } from '../../contract/errors.ts'
import { acquireLock } from '../../platform/files/lock.ts'
import type { DesktopOptions } from './options.ts'
import { runApp } from './run-app.ts'
import { showStartFailure, startError } from './start-failure.ts'

export interface Start extends DesktopOptions {
  /** What stands in the way of writing to the data folder; null: nothing. */
  fault: unknown
  /** The notification whose click started the app; null: it was started otherwise. */
  startedBy: number | null
}

/** Takes the data folder and runs the app in it; says so when that cannot be. To call when Electron is ready. */
export async function takeFolder({ fault, startedBy, ...options }: Start): Promise<void> {
  const { dataDir } = options
  try {
    if (fault !== null) throw fault
    const lock = await acquireLock(dataDir)
    if (lock.ok) {
      await runApp({ ...options, lock, startedBy })
      return
    }
    // A browser shell has the folder, or a command: it is shown instead, where it can be shown.
    if (lock.address !== undefined) await shell.openExternal(lock.address)
    else if (!lock.raised) {
      const error = rolecallError('already_running', 'Another Rolecall has the data folder open.')
      if ((await showStartFailure(error, dataDir)) === 'again') app.relaunch()
    }
    app.exit(0)
  } catch (error) {
    const after = await showStartFailure(startError(error), dataDir)
    if (after === 'again') app.relaunch()
    app.exit(1)
  }
}
