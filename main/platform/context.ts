import type { Clock } from './clock.ts'
import type { Db } from './db/connection.ts'
import type { Tx } from './events/outbox.ts'
import type { Log } from './log.ts'
import type { ThreadState } from './threads/thread-board.ts'

/** What every query gets: a read-only connection and the time. */
export interface QueryContext {
  readonly db: Db
  readonly clock: Clock
  readonly dataDir: string
  readonly version: string
  /** The threads as their host sees them; absent where nobody looks after them. */
  threads?(): ThreadState[]
}

/** What every command gets besides: the one way to write. */
export interface CommandContext extends QueryContext {
  unit<T>(work: (tx: Tx) => T): T
  readonly log: Log
}
