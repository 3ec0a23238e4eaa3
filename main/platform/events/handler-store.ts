import type { StoredEvent } from '../../contract/events.ts'
import type { Db } from '../db/connection.ts'

/** What is kept of a handler. */
export interface HandlerRecord {
  name: string
  types: readonly string[]
  handled: number
  failed: number
  lastAt: string | null
  lastError: string | null
  lastErrorAt: string | null
  /** Milliseconds of the newest 100 calls, the oldest first. */
  durations: number[]
  /** Events up to this one were handed over. */
  lastSeq: number
}

interface HandlerRow {
  name: string
  types: string
  handled: number
  failed: number
  last_at: string | null
  last_error: string | null
  last_error_at: string | null
  durations: string
  last_seq: number
}

/** All handlers that are kept, by name. */
export const readHandlers = (db: Db): HandlerRecord[] =>
  db
    .sql<HandlerRow>(
      `SELECT name, types, handled, failed, last_at, last_error, last_error_at, durations, last_seq
       FROM event_handlers ORDER BY name`,
    )
    .all()
    .map(row => ({
      name: row.name,
      types: JSON.parse(row.types) as string[],
      handled: row.handled,
      failed: row.failed,
      lastAt: row.last_at,
      lastError: row.last_error,
      lastErrorAt: row.last_error_at,
      durations: JSON.parse(row.durations) as number[],
      lastSeq: row.last_seq,
    }))

/** Writes a handler with its figures, new or known. */
export function saveHandler(db: Db, record: HandlerRecord): void {
  db.sql(
    `INSERT INTO event_handlers (name, types, handled, failed, last_at, last_error, last_error_at, durations, last_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET types = excluded.types, handled = excluded.handled, failed = excluded.failed,
       last_at = excluded.last_at, last_error = excluded.last_error, last_error_at = excluded.last_error_at,
       durations = excluded.durations, last_seq = excluded.last_seq`,
  ).run(
    record.name,
    JSON.stringify(record.types),
    record.handled,
    record.failed,
    record.lastAt,
    record.lastError,
    record.lastErrorAt,
    JSON.stringify(record.durations),
    record.lastSeq,
  )
}

/** Forgets a handler that this version has not, with its failures. */
export function deleteHandler(db: Db, name: string): void {
  db.sql('DELETE FROM event_handlers WHERE name = ?').run(name)
}

/** A call that threw, and may be tried again. */
export interface FailureRow {
  id: number
  handler: string
  first_seq: number
  seq: number
  type: string
  at: string
  error: string
  attempts: number
  /** null: not by itself. */
  next_at: string | null
}

const FAILURE = 'id, handler, first_seq, seq, type, at, error, attempts, next_at'

/** Remembers a call that threw; answers its id. */
export const insertFailure = (db: Db, failure: Omit<FailureRow, 'id'>): number =>
  db
    .sql(
      `INSERT INTO event_failures (handler, first_seq, seq, type, at, error, attempts, next_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      failure.handler,
      failure.first_seq,
      failure.seq,
      failure.type,
      failure.at,
      failure.error,
      failure.attempts,
      failure.next_at,
    ).lastId

/** Writes what became of a failure. */
export function updateFailure(db: Db, failure: FailureRow): void {
  db.sql(
    'UPDATE event_failures SET seq = ?, type = ?, at = ?, error = ?, attempts = ?, next_at = ? WHERE id = ?',
  ).run(failure.seq, failure.type, failure.at, failure.error, failure.attempts, failure.next_at, failure.id)
}

export const findFailure = (db: Db, id: number): FailureRow | undefined =>
  db.sql<FailureRow>(`SELECT ${FAILURE} FROM event_failures WHERE id = ?`).first(id)

export function deleteFailure(db: Db, id: number): void {
  db.sql('DELETE FROM event_failures WHERE id = ?').run(id)
}

/** The failure of a handler that is still tried by itself. */
export const openFailure = (db: Db, handler: string): FailureRow | undefined =>
  db
    .sql<FailureRow>(
      `SELECT ${FAILURE} FROM event_failures WHERE handler = ? AND next_at IS NOT NULL ORDER BY next_at LIMIT 1`,
    )
    .first(handler)

/** Events of some types from one number to another, the newest `limit` of them, the oldest first. */
export const eventsOf = (
  db: Db,
  types: readonly string[],
  from: number,
  to: number,
  limit: number,
): StoredEvent[] =>
  db
    .sql<{ seq: number; type: string; payload: string; at: string }>(
      `SELECT seq, type, payload, at FROM events
       WHERE seq BETWEEN ? AND ? AND type IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?`,
    )
    .all(from, to, JSON.stringify(types), limit)
    .map(row => ({ ...row, payload: JSON.parse(row.payload) }) as StoredEvent)
    .reverse()

/** The newest failures, open or given up. */
export const newestFailures = (db: Db, limit: number): FailureRow[] =>
  db.sql<FailureRow>(`SELECT ${FAILURE} FROM event_failures ORDER BY id DESC LIMIT ?`).all(limit)

/** How many failures of each handler are still tried by themselves. */
export const waitingFailures = (db: Db): ReadonlyMap<string, number> =>
  new Map(
    db
      .sql<{ handler: string; n: number }>(
        'SELECT handler, count(*) AS n FROM event_failures WHERE next_at IS NOT NULL GROUP BY handler',
      )
      .all()
      .map(({ handler, n }) => [handler, n]),
  )
