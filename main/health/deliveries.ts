import type { MailStatus } from '../contract/notifications.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import { readSettings } from '../settings/service.ts'

/** How the messages fare on their ways out. */

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

/** How mail stands, by what is stored. */
export function mailDeliveries(
  db: Db,
  clock: Clock,
): Pick<MailStatus, 'state' | 'message' | 'waiting' | 'failed'> {
  const { mailHost, mailTo } = readSettings(db)
  const count = (question: string, ...values: string[]) =>
    db.sql<{ n: number }>(question).first(...values)?.n ?? 0
  const waiting = count(
    "SELECT count(*) AS n FROM notification_deliveries WHERE channel = 'email' AND state = 'pending'",
  )
  const failed = count(
    "SELECT count(*) AS n FROM notification_deliveries WHERE channel = 'email' AND state = 'failed' AND settled_at >= ?",
    iso(clock.millis() - WEEK),
  )
  if (mailHost === '') return { state: 'off', message: null, waiting, failed }
  if (mailTo === '')
    return { state: 'incomplete', message: 'The address that mails go to is missing.', waiting, failed }
  return { state: 'ready', message: null, waiting, failed }
}
