import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** How far a thread steps back: the one that writes stands behind those that answer pages, computing behind both. */
const STEPS = { writing: 4, computing: constants.priority.PRIORITY_BELOW_NORMAL }

/**
 * Lets the calling thread stand behind others of this process, so that a page is answered in the midst of an import as
 * fast as else. Only Linux gives threads a priority of their own by these means; elsewhere nothing happens.
 */
export function stepBack(work: keyof typeof STEPS): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, STEPS[work])
  } catch {
    // Not allowed here: it works as well, only less politely.
  }
}
