import { NotificationId } from '../contract/ids.ts'
import type { NotificationView } from '../contract/notifications.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of notifications. Writers expect an open transaction. */

export interface NewNotification {
  kind: NotificationView['kind']
  title: string
  body: string
  target: string
  campaignId: number | null
  runId: number | null
  /** The same key is never notified twice. */
  dedupeKey: string
}

/** Stores a notification and its deliveries; undefined when its key was notified before. */
export function insertNotification(
  db: Db,
  notification: NewNotification,
  channels: readonly ('os' | 'in_app')[],
  at: string,
): NotificationId | undefined {
  const { changes, lastId } = db
    .sql(
      `INSERT INTO notifications (kind, title, body, target, campaign_id, run_id, dedupe_key, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dedupe_key) DO NOTHING`,
    )
    .run(
      notification.kind,
      notification.title,
      notification.body,
      notification.target,
      notification.campaignId,
      notification.runId,
      notification.dedupeKey,
      at,
    )
  if (changes === 0) return undefined
  const deliver = db.sql(
    'INSERT INTO notification_deliveries (notification_id, channel, state, next_attempt_at) VALUES (?, ?, ?, ?)',
  )
  for (const channel of channels) deliver.run(lastId, channel, 'pending', at)
  return NotificationId.parse(lastId)
}

/** Deliveries of a channel that are due, oldest first. */
export function dueDeliveries(db: Db, channel: string, at: string) {
  return db
    .sql<{ notification_id: number; title: string; body: string; target: string; attempts: number }>(
      `SELECT d.notification_id, n.title, n.body, n.target, d.attempts FROM notification_deliveries d
       JOIN notifications n ON n.id = d.notification_id
       WHERE d.channel = ? AND d.state = 'pending' AND d.next_attempt_at <= ? ORDER BY d.next_attempt_at LIMIT 20`,
    )
    .all(channel, at)
}

export function markDelivered(db: Db, notificationId: number, channel: string, at: string): void {
  db.sql(
    `UPDATE notification_deliveries SET state = 'delivered', delivered_at = ?, attempts = attempts + 1
     WHERE notification_id = ? AND channel = ?`,
  ).run(at, notificationId, channel)
}

/** Puts a delivery off, after quiet hours for instance. */
export function postpone(db: Db, notificationId: number, channel: string, until: string): void {
  db.sql(
    'UPDATE notification_deliveries SET next_attempt_at = ? WHERE notification_id = ? AND channel = ?',
  ).run(until, notificationId, channel)
}

interface Row {
  id: number
  kind: NotificationView['kind']
  title: string
  body: string
  target: string
  created_at: string
  read_at: string | null
}

/** Newest first, before the given one. */
export function listNotifications(db: Db, before: number | null, limit: number): NotificationView[] {
  return db
    .sql<Row>(
      'SELECT id, kind, title, body, target, created_at, read_at FROM notifications WHERE id < ? ORDER BY id DESC LIMIT ?',
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit)
    .map(row => ({
      id: NotificationId.parse(row.id),
      kind: row.kind,
      title: row.title,
      body: row.body,
      target: row.target,
      at: row.created_at,
      read: row.read_at !== null,
    }))
}

export function countUnread(db: Db): number {
  return (
    db.sql<{ n: number }>('SELECT count(*) AS n FROM notifications WHERE read_at IS NULL').first()?.n ?? 0
  )
}

/** Marks the given ones, or all, as read; answers how many were unread. */
export function markRead(db: Db, ids: readonly number[] | null, at: string): number {
  if (ids === null)
    return db.sql('UPDATE notifications SET read_at = ? WHERE read_at IS NULL').run(at).changes
  return db
    .sql(
      'UPDATE notifications SET read_at = ? WHERE read_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    )
    .run(at, JSON.stringify(ids)).changes
}
