import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Lets the calling thread stand behind the others of this process: a click goes before a computation. Only Linux gives
 * threads a priority of their own by these means; elsewhere nothing happens.
 */
export function workInBackground(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not allowed here: it works as well, only less politely.
  }
}
