import { countEvents } from './counts.ts'
import type { Tx } from './outbox.ts'

const EVENTS_KEPT = 20_000
const AT_ONCE = 2_000
const DAYS_KEPT = 90
const DAY_MS = 24 * 60 * 60 * 1000
/** Counts are shown for a day; the rest is for a clock that was put back. */
const COUNTS_KEPT_DAYS = 3
const FAILURES_KEPT = 500

/**
 * Takes a bite of at most 2,000 off the events beyond the newest 20,000 or older than 90 days, always from the oldest
 * on, so that numbers without a gap remain. The newest one stays: pages ask for what came after it. True when more may be left.
 */
export function trimEvents(tx: Tx): boolean {
  countEvents(tx.db)
  const day = (days: number) => new Date(Date.parse(tx.now) - days * DAY_MS).toISOString()
  tx.db.sql('DELETE FROM event_counts WHERE bucket < ?').run(day(COUNTS_KEPT_DAYS))
  tx.db
    .sql(
      'DELETE FROM event_failures WHERE id <= (SELECT max(id) FROM event_failures) - ? AND next_at IS NULL',
    )
    .run(FAILURES_KEPT)
  const beyond = tx.db
    .sql(
      'DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE seq <= (SELECT max(seq) FROM events) - ? ORDER BY seq LIMIT ?)',
    )
    .run(EVENTS_KEPT, AT_ONCE).changes
  if (beyond > 0) return true
  const { changes } = tx.db
    .sql(
      `DELETE FROM events WHERE seq IN (SELECT seq FROM (SELECT seq, at FROM events ORDER BY seq LIMIT ?) WHERE at < ?)
       AND seq < (SELECT max(seq) FROM events)`,
    )
    .run(AT_ONCE, day(DAYS_KEPT))
  return changes === AT_ONCE
}
