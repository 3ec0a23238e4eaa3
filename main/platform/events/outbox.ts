import type { EventPayload, EventType, StoredEvent } from '../../contract/events.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/connection.ts'

/** One transaction's view: the writer connection, the one time of this transaction, and the outbox. */
export interface Tx {
  readonly db: Db
  /** The same instant for every row of this transaction. */
  readonly now: string
  emit<T extends EventType>(type: T, payload: EventPayload<T>): void
}

export type Publish = (events: StoredEvent[]) => void

/**
 * Builds the only way to write: `unit(tx => …)` runs in one immediate transaction; its events are stored in the
 * same transaction and published once, after the commit. A throw stores and publishes nothing.
 */
export function createUnit(db: Db, clock: Clock, publish: Publish): <T>(work: (tx: Tx) => T) => T {
  return work => {
    const emitted: StoredEvent[] = []
    const value = db.immediate(() => {
      const now = clock.now()
      const store = db.sql('INSERT INTO events (type, payload, at) VALUES (?, ?, ?)')
      return work({
        db,
        now,
        emit(type, payload) {
          const { lastId } = store.run(type, JSON.stringify(payload), now)
          // The pairing of type and payload is held by the signature of emit.
          emitted.push({ seq: lastId, type, payload, at: now } as StoredEvent)
        },
      })
    })
    if (emitted.length > 0) publish(emitted)
    return value
  }
}

/** Events after `since`, oldest first, at most `limit`; for pages that come back after a pause. */
export function eventsAfter(db: Db, since: number, limit: number): StoredEvent[] {
  return db
    .sql<{ seq: number; type: string; payload: string; at: string }>(
      'SELECT seq, type, payload, at FROM events WHERE seq > ? ORDER BY seq LIMIT ?',
    )
    .all(since, limit)
    .map(row => ({ ...row, payload: JSON.parse(row.payload) }) as StoredEvent)
}

/** The newest sequence number, 0 when nothing happened yet. */
export function newestSeq(db: Db): number {
  return db.sql<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM events').first()?.seq ?? 0
}
