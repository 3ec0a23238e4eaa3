import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'

/** How the messages of the system fare on their way out. */

const HOUR = 60 * 60 * 1000
const WEEK = 7 * 24 * HOUR

const iso = (millis: number): string => new Date(millis).toISOString()

/** Messages of the system that wait since more than an hour after their time, and those given up within seven days. */
export function osDeliveries(db: Db, clock: Clock): { overdue: number; failed: number } {
  const count = (question: string, at: string) => db.sql<{ n: number }>(question).first(at)?.n ?? 0
  return {
    overdue: count(
      "SELECT count(*) AS n FROM notification_deliveries WHERE channel = 'os' AND state = 'pending' AND next_attempt_at < ?",
      iso(clock.millis() - HOUR),
    ),
    failed: count(
      "SELECT count(*) AS n FROM notification_deliveries WHERE channel = 'os' AND state = 'failed' AND settled_at >= ?",
      iso(clock.millis() - WEEK),
    ),
  }
}
