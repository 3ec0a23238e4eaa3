import { startErrorText } from '../../app/start-error.ts'
import { databaseFault } from '../../platform/db/errors.ts'
import { acquireLock, type HeldLock, type RefusedLock } from '../../platform/files/lock.ts'
import { fail } from './fail.ts'
import { openBrowser } from './open-browser.ts'
import type { BrowserOptions } from './options.ts'

/** What this shell answers to a second start while it has no address yet. */
export const STARTING = 'starting'

/** Says who has the folder open when it cannot be come in to by an address; false when nobody can be shown. */
function showHolder({ raised, address }: RefusedLock, dataDir: string): boolean {
  if (address === undefined && raised) {
    console.log(`Rolecall is open already, as a window of its own: ${dataDir}`)
    return true
  }
  const who =
    address === STARTING
      ? 'Rolecall is just starting with this folder'
      : address === undefined
        ? 'Another Rolecall has this folder open and does not answer at the moment'
        : 'A rolecall command is at work in this folder'
  console.error(`${who}: ${dataDir}\nStart it again in a moment.`)
  return false
}

/** Takes the data folder, or shows the Rolecall that has it and ends. */
export async function takeFolder(options: BrowserOptions): Promise<HeldLock> {
  const { dataDir } = options
  try {
    const lock = await acquireLock(dataDir)
    if (lock.ok) return lock
    if (!lock.address?.startsWith('http:')) process.exit(showHolder(lock, dataDir) ? 0 : 1)
    console.log(`Rolecall is running at ${lock.address}`)
    if (options.open) await openBrowser(lock.address)
    process.exit(0)
  } catch (error) {
    const { code = 'internal', message = String(error) } = databaseFault(error) ?? {}
    return fail(startErrorText({ code, message, retryable: false }, dataDir))
  }
}
