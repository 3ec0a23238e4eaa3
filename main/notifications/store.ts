import { CampaignId, NotificationId } from '../contract/ids.ts'
import type { Channel, NotificationKind, NotificationView } from '../contract/notifications.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { folded } from '../postings/rules/clean-text.ts'
import { deliveriesOf } from './delivery-store.ts'
import type { MailContent } from './rules/content.ts'

/** The SQL of notifications themselves. Writers expect an open transaction. */

export interface NewNotification {
  kind: NotificationKind
  title: string
  body: string
  /** Path of the page to open, such as /jobs/12. */
  target: string
  campaignId: number | null
  runId: number | null
  /** The same key is never notified twice. */
  dedupeKey: string
  /** After this instant it is told nobody any more; not given: it always matters. */
  expiresAt?: string | null
  /** How many matches it sums up, and the best score among them. */
  n?: number
  best?: number | null
  /** What its mail says beside title and body. */
  content?: MailContent
}

/** Stores a notification and its deliveries; undefined when its key was notified before. */
export function insertNotification(
  db: Db,
  notification: NewNotification,
  channels: readonly Channel[],
  at: string,
): NotificationId | undefined {
  const { kind, title, body, target, campaignId, runId, dedupeKey, content } = notification
  // What is not wanted in the app is kept for the history, and is nothing to be counted as unread.
  const readAt = channels.includes('in_app') ? null : at
  const { changes, lastId } = db
    .sql(
      `INSERT INTO notifications (kind, title, body, target, campaign_id, run_id, dedupe_key, created_at, read_at, expires_at,
         n, best, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dedupe_key) DO NOTHING`,
    )
    .run(
      kind,
      title,
      body,
      target,
      campaignId,
      runId,
      dedupeKey,
      at,
      readAt,
      notification.expiresAt ?? null,
      notification.n ?? 1,
      notification.best ?? null,
      folded(`${title} ${body}`),
    )
  if (changes === 0) return undefined
  const deliver = db.sql(
    `INSERT INTO notification_deliveries (notification_id, channel, state, next_attempt_at, settled_at, content)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  // In the app it is there with its row.
  for (const channel of channels)
    if (channel === 'in_app') deliver.run(lastId, channel, 'delivered', null, at, null)
    else
      deliver.run(
        lastId,
        channel,
        'pending',
        at,
        null,
        channel === 'email' && content ? JSON.stringify(content) : null,
      )
  return NotificationId.parse(lastId)
}

/** The notification of a key; undefined: it was never told, or is not kept any more. */
export function notificationOf(db: Db, dedupeKey: string): NotificationId | undefined {
  const row = db.sql<{ id: number }>('SELECT id FROM notifications WHERE dedupe_key = ?').first(dedupeKey)
  return row && NotificationId.parse(row.id)
}

interface Row {
  id: number
  kind: NotificationKind
  title: string
  body: string
  target: string
  campaign_id: number | null
  campaign: string | null
  created_at: string
  read_at: string | null
}

/** What the centre asks for. Every word of `text` must stand in title or body. */
export interface ListQuestion {
  text: string
  kinds: readonly NotificationKind[]
  unread: boolean
  before: number | null
  limit: number
}

function page(db: Db, kind: NotificationKind | null, question: ListQuestion): Row[] {
  const { text, unread, before, limit } = question
  const words = [...new Set(folded(text).split(/\s+/).filter(Boolean))].slice(0, 12)
  const clauses = [
    ...(kind === null ? [] : ['n.kind = ?']),
    'n.id < ?',
    ...(unread ? ['n.read_at IS NULL'] : []),
    ...words.map(() => 'instr(n.words, ?) > 0'),
  ]
  const values: SqlValue[] = [
    ...(kind === null ? [] : [kind]),
    before ?? Number.MAX_SAFE_INTEGER,
    ...words,
    limit,
  ]
  return db
    .sql<Row>(
      `SELECT n.id, n.kind, n.title, n.body, n.target, n.campaign_id, c.name AS campaign, n.created_at, n.read_at
       FROM notifications n LEFT JOIN campaigns c ON c.id = n.campaign_id
       WHERE ${clauses.join(' AND ')} ORDER BY n.id DESC LIMIT ?`,
    )
    .all(...values)
}

/** Newest first, before the given one. As few thousand are kept, words are looked for in each. */
export function listNotifications(db: Db, question: ListQuestion): NotificationView[] {
  const kinds = [...new Set(question.kinds)]
  // Each kind is one range of its index; merged they are one list.
  const rows = kinds.length === 0 ? page(db, null, question) : kinds.flatMap(kind => page(db, kind, question))
  const shown = rows.toSorted((a, b) => b.id - a.id).slice(0, question.limit)
  const deliveries = deliveriesOf(
    db,
    shown.map(({ id }) => id),
  )
  return shown.map(row => ({
    id: NotificationId.parse(row.id),
    kind: row.kind,
    title: row.title,
    body: row.body,
    target: row.target,
    at: row.created_at,
    read: row.read_at !== null,
    campaignId: row.campaign_id === null ? null : CampaignId.parse(row.campaign_id),
    campaignName: row.campaign,
    deliveries: deliveries.get(row.id) ?? [],
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

/** Takes notifications above `most` away, the oldest read ones first; at most `atOnce`. Answers how many. */
export function trim(db: Db, most: number, atOnce: number): number {
  const kept = db.sql<{ n: number }>('SELECT count(*) AS n FROM notifications').first()?.n ?? 0
  const over = Math.min(kept - most, atOnce)
  if (over <= 0) return 0
  return db
    .sql(
      `DELETE FROM notifications WHERE id IN (SELECT id FROM notifications WHERE NOT EXISTS
         (SELECT 1 FROM notification_deliveries d WHERE d.notification_id = notifications.id AND d.state = 'pending')
       ORDER BY read_at IS NULL, id LIMIT ?)`,
    )
    .run(over).changes
}
