import type { Db } from '../platform/db/connection.ts'

/** The SQL of how mail stands: one row. Writers expect an open transaction. */

interface Standing {
  lastSentAt: string | null
  /** Why the server took no mail the last time, in plain words; null: it did, or was not asked. */
  error: string | null
  failures: number
  restUntil: string | null
}

/** How mail stands. */
export function mailStanding(db: Db): Standing {
  const row = db
    .sql<Standing>(
      `SELECT last_sent_at AS lastSentAt, error, failures_in_a_row AS failures, rest_until AS restUntil
       FROM mail_state WHERE id = 1`,
    )
    .first()
  return row ?? { lastSentAt: null, error: null, failures: 0, restUntil: null }
}

/** It is never left alone for longer; a later time comes from a clock that was far ahead. */
const LONGEST_REST_MS = 2 * 60 * 60_000

/** Until when the server is left alone; null: it may be asked. */
export function mailResting(db: Db, now: string): string | null {
  const { restUntil } = mailStanding(db)
  if (restUntil === null || restUntil <= now) return null
  return Date.parse(restUntil) - Date.parse(now) <= LONGEST_REST_MS ? restUntil : null
}

export function mailSent(db: Db, at: string): void {
  db.sql(
    'UPDATE mail_state SET last_sent_at = ?, error = NULL, failures_in_a_row = 0, rest_until = NULL WHERE id = 1',
  ).run(at)
}

export function mailRefused(db: Db, error: string, restUntil: string | null): void {
  db.sql(
    'UPDATE mail_state SET error = ?, failures_in_a_row = failures_in_a_row + 1, rest_until = ? WHERE id = 1',
  ).run(error, restUntil)
}

/** Says why the server takes no mail, without leaving it alone for it: somebody tried it by hand. */
export function mailTried(db: Db, error: string): void {
  db.sql('UPDATE mail_state SET error = ? WHERE id = 1').run(error)
}

/** Forgets what went wrong: the settings are others now. */
export function mailWoken(db: Db): void {
  db.sql('UPDATE mail_state SET error = NULL, failures_in_a_row = 0, rest_until = NULL WHERE id = 1').run()
}
