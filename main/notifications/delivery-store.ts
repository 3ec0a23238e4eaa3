import type { Channel, DeliveryView, NotificationKind } from '../contract/notifications.ts'
import type { Db } from '../platform/db/connection.ts'

/** The SQL of the queue of deliveries. Writers expect an open transaction. */

/** A delivery that waits, with what it tells. */
export interface Waiting {
  id: number
  kind: NotificationKind
  title: string
  body: string
  target: string
  campaignId: number | null
  campaign: string | null
  runId: number | null
  createdAt: string
  expiresAt: string | null
  n: number
  best: number | null
  attempts: number
  messageId: string | null
  content: string | null
}

const MOST_AT_ONCE = 200

/**
 * Nothing is put off for longer: quiet hours end within a day, and tries are an hour apart. What waits for a later time
 * was put off by a clock that was far ahead, and is due.
 */
const LONGEST_MS = 25 * 60 * 60_000
const beyond = (at: string): string => new Date(Date.parse(at) + LONGEST_MS).toISOString()

/** Deliveries of a channel that are due, the first due first. */
export function dueDeliveries(db: Db, channel: Channel, at: string, most = MOST_AT_ONCE): Waiting[] {
  return db
    .sql<Waiting>(
      `SELECT n.id, n.kind, n.title, n.body, n.target, n.campaign_id AS campaignId, c.name AS campaign, n.run_id AS runId,
         n.created_at AS createdAt, n.expires_at AS expiresAt, n.n, n.best, d.attempts, d.message_id AS messageId, d.content
       FROM notification_deliveries d JOIN notifications n ON n.id = d.notification_id
         LEFT JOIN campaigns c ON c.id = n.campaign_id
       WHERE d.channel = ? AND d.state = 'pending' AND (d.next_attempt_at <= ? OR d.next_attempt_at > ?)
       ORDER BY d.next_attempt_at, d.notification_id LIMIT ?`,
    )
    .all(channel, at, beyond(at), most)
}

/** When the next delivery of a channel is due, which may be past; null: none waits. */
export function nextDelivery(db: Db, channel: Channel, now: string): string | null {
  const lost = db
    .sql(
      "SELECT 1 FROM notification_deliveries WHERE channel = ? AND state = 'pending' AND next_attempt_at > ? LIMIT 1",
    )
    .first(channel, beyond(now))
  if (lost !== undefined) return now
  const row = db
    .sql<{ at: string }>(
      `SELECT next_attempt_at AS at FROM notification_deliveries WHERE channel = ? AND state = 'pending'
         AND next_attempt_at IS NOT NULL ORDER BY next_attempt_at LIMIT 1`,
    )
    .first(channel)
  return row?.at ?? null
}

/** Says before a try that it is made. A mail gets its message id with the first one and keeps it. */
export function beginAttempt(
  db: Db,
  ids: readonly number[],
  channel: Channel,
  messageId: string | null,
  at: string,
): void {
  db.sql(
    `UPDATE notification_deliveries SET attempting_at = ?, attempts = attempts + 1, message_id = coalesce(message_id, ?)
     WHERE channel = ? AND notification_id IN (SELECT value FROM json_each(?))`,
  ).run(at, messageId, channel, JSON.stringify(ids))
}

/** The end of a delivery. `error` says why it failed or was passed over. */
export function settle(
  db: Db,
  ids: readonly number[],
  channel: Channel,
  state: 'delivered' | 'failed' | 'skipped',
  error: string | null,
  at: string,
): void {
  db.sql(
    `UPDATE notification_deliveries SET state = ?, settled_at = ?, error = ?, attempting_at = NULL, next_attempt_at = NULL,
       content = iif(? = 'failed', content, NULL)
     WHERE channel = ? AND state = 'pending' AND notification_id IN (SELECT value FROM json_each(?))`,
  ).run(state, at, error, state, channel, JSON.stringify(ids))
}

/** Puts deliveries off; `error` null: nothing went wrong, they wait for their time. */
export function postpone(
  db: Db,
  ids: readonly number[],
  channel: Channel,
  until: string,
  error: string | null,
): void {
  db.sql(
    `UPDATE notification_deliveries SET next_attempt_at = ?, error = coalesce(?, error), attempting_at = NULL
     WHERE channel = ? AND state = 'pending' AND notification_id IN (SELECT value FROM json_each(?))`,
  ).run(until, error, channel, JSON.stringify(ids))
}

/** Everything of a channel that waits is due at once. */
export function hurry(db: Db, channel: Channel, at: string): void {
  db.sql(
    "UPDATE notification_deliveries SET next_attempt_at = ? WHERE channel = ? AND state = 'pending' AND next_attempt_at > ?",
  ).run(at, channel, at)
}

/** Puts what failed, or was passed over, back into the queue; false when there is no such delivery. */
export function again(db: Db, id: number, channel: Channel, at: string): boolean {
  return (
    db
      .sql(
        `UPDATE notification_deliveries SET state = 'pending', attempts = 0, next_attempt_at = ?, settled_at = NULL, error = NULL
         WHERE notification_id = ? AND channel = ? AND state IN ('failed', 'skipped')`,
      )
      .run(at, id, channel).changes > 0
  )
}

/** Runs and campaigns, as `run:campaign`, of which the system showed something already, among those of some runs. */
export function shownRuns(db: Db, runIds: readonly number[]): Set<string> {
  const rows = db
    .sql<{ run: number; campaign: number | null }>(
      `SELECT n.run_id AS run, n.campaign_id AS campaign FROM json_each(?) chosen CROSS JOIN notifications n ON n.run_id = chosen.value
         CROSS JOIN notification_deliveries d ON d.notification_id = n.id AND d.channel = 'os'
       WHERE d.state = 'delivered' AND n.kind IN ('match', 'run_failed', 'run_finished')`,
    )
    .all(JSON.stringify([...new Set(runIds)]))
  return new Set(rows.map(({ run, campaign }) => `${run}:${campaign}`))
}

/** When the system was last asked to show something of a run; null: never. */
export function lastShownRun(db: Db): string | null {
  const row = db
    .sql<{ at: string }>(
      `SELECT d.settled_at AS at FROM notification_deliveries d CROSS JOIN notifications n ON n.id = d.notification_id
       WHERE d.channel = 'os' AND d.state = 'delivered' AND d.settled_at IS NOT NULL
         AND n.kind IN ('match', 'run_failed', 'run_finished')
       ORDER BY d.settled_at DESC LIMIT 1`,
    )
    .first()
  return row?.at ?? null
}

interface ViewRow {
  notification_id: number
  channel: Channel
  state: DeliveryView['state']
  attempts: number
  settled_at: string | null
  next_attempt_at: string | null
  error: string | null
}

/** The deliveries of some notifications, by notification. */
export function deliveriesOf(db: Db, ids: readonly number[]): Map<number, DeliveryView[]> {
  const found = new Map<number, DeliveryView[]>(ids.map(id => [id, []]))
  const rows = db
    .sql<ViewRow>(
      `SELECT d.notification_id, d.channel, d.state, d.attempts, d.settled_at, d.next_attempt_at, d.error
       FROM json_each(?) chosen CROSS JOIN notification_deliveries d ON d.notification_id = chosen.value`,
    )
    .all(JSON.stringify(ids))
  for (const row of rows)
    found.get(row.notification_id)?.push({
      channel: row.channel,
      state: row.state,
      attempts: row.attempts,
      at: row.settled_at,
      nextAt: row.state === 'pending' ? row.next_attempt_at : null,
      error: row.error,
    })
  return found
}

/** Mails that wait, and those that were given up since an instant. */
export function countMails(db: Db, since: string): { waiting: number; failed: number } {
  const waiting = db
    .sql<{ n: number }>(
      "SELECT count(*) AS n FROM notification_deliveries WHERE channel = 'email' AND state = 'pending'",
    )
    .first()
  const failed = db
    .sql<{ n: number }>(
      "SELECT count(*) AS n FROM notification_deliveries WHERE channel = 'email' AND state = 'failed' AND settled_at >= ?",
    )
    .first(since)
  return { waiting: waiting?.n ?? 0, failed: failed?.n ?? 0 }
}
