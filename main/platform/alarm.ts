/** Runs work after some milliseconds; answers how to call it off. */
export type Later = (work: () => void, milliseconds: number) => () => void

/** By the machine's timers. */
export const later: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

/** Wakes somebody at the next time that something is due. */
export interface Alarm {
  /** Looks for the next time anew: what is due may have changed. Not before `least` milliseconds from now. */
  set(least?: number): void
  stop(): void
}

/** Timers stand still while a machine sleeps and know nothing of its clock being set: none runs longer than this. */
const LONGEST_MS = 5 * 60_000

/** `next`: milliseconds since the epoch of what is due next, or null; `ring` is called then, and sets the alarm again. */
export function createAlarm(
  millis: () => number,
  next: () => number | null,
  ring: () => void,
  wait: Later = later,
): Alarm {
  let callOff = () => {}
  let stopped = false
  const set = (least = 0) => {
    callOff()
    callOff = () => {}
    const at = stopped ? null : next()
    if (at === null) return
    const milliseconds = Math.min(Math.max(at - millis(), least), LONGEST_MS)
    callOff = wait(() => {
      if (stopped) return
      const due = next()
      if (due !== null && due <= millis()) ring()
      else set()
    }, milliseconds)
  }
  return {
    set,
    stop() {
      stopped = true
      callOff()
    },
  }
}
