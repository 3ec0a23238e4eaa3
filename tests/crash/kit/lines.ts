import { writeSync } from 'node:fs'
import type { StoredEvent } from '../../../main/contract/events.ts'

/** What a life of the core writes to its standard output, one JSON value a line. */
export type Line =
  /** The core is open. */
  | { kind: 'ready' }
  /** A fact that was published. */
  | { kind: 'event'; event: StoredEvent }
  /** A command was sent that sets `key` to `value`; it may or may not happen. */
  | { kind: 'asked'; key: string; value: unknown }
  /** The command was answered: from now on `key` is `value`, whatever comes. */
  | { kind: 'answered'; key: string; value: unknown }
  /** The command was answered with an error: nothing was to happen. */
  | { kind: 'refused'; key: string; code: string }
  /** Something that must not be was found by the life itself. */
  | { kind: 'fault'; text: string }
  /** All the work of this life's plan is done and the core was stopped in order. */
  | { kind: 'done' }

/** Writes a line at once: what is behind a kill in time must be on its way. */
export function tell(line: Line): void {
  let rest = Buffer.from(`${JSON.stringify(line)}\n`)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      // The pipe is full for the moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

/** The whole lines of an output; a last one that a kill cut off is not there. */
export function readLines(output: string): Line[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as Line)
}
