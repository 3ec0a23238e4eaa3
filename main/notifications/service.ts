import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { localTime, nextLocalTime } from '../platform/schedule.ts'
import type { OsNotification } from '../platform/threads/protocol.ts'
import { readSettings } from '../settings/service.ts'
import { isQuiet, type Match, matchMessage } from './rules.ts'
import {
  countUnread,
  dueDeliveries,
  insertNotification,
  listNotifications,
  markDelivered,
  markRead,
  type NewNotification,
  postpone,
} from './store.ts'

/** Stores one notification in the caller's transaction; the same key is stored once. True when it is new. */
export function notify(tx: Tx, notification: NewNotification): boolean {
  const settings = readSettings(tx.db)
  const notificationId = insertNotification(
    tx.db,
    notification,
    settings.osNotifications ? ['in_app', 'os'] : ['in_app'],
    tx.now,
  )
  if (notificationId === undefined) return false
  tx.emit('notification.created', { notificationId })
  return true
}

/** Tells of the new matches of one run: one message, however many there are. */
export function notifyMatches(
  tx: Tx,
  campaign: { id: number; name: string },
  runId: number,
  matches: readonly Match[],
): boolean {
  if (!readSettings(tx.db).notifyMatches) return false
  const message = matchMessage(campaign, matches)
  if (!message) return false
  return notify(tx, {
    kind: 'match',
    ...message,
    campaignId: campaign.id,
    runId,
    dedupeKey: `match:${campaign.id}:${runId}`,
  })
}

/** Hands due notifications to the operating system; in quiet hours they wait for their end. */
export function deliverDue(
  context: { db: Db; clock: Clock; unit<T>(work: (tx: Tx) => T): T },
  show: (notification: OsNotification) => void,
): void {
  const now = context.clock.now()
  const due = dueDeliveries(context.db, 'os', now)
  if (due.length === 0) return
  const { quietHours } = readSettings(context.db)
  const local = new Date(context.clock.millis())
  if (quietHours !== null && isQuiet(quietHours, localTime(local))) {
    const until = nextLocalTime(quietHours.to, local).toISOString()
    context.unit(tx => {
      for (const { notification_id } of due) postpone(tx.db, notification_id, 'os', until)
    })
    return
  }
  context.unit(tx => {
    for (const { notification_id } of due) markDelivered(tx.db, notification_id, 'os', tx.now)
  })
  for (const { notification_id, title, body, target } of due)
    show({ notificationId: notification_id, title, body, target })
}

export const notificationQueries = {
  'notifications.list': ({ db }, { before, limit }) => ({
    rows: listNotifications(db, before, limit),
    unread: countUnread(db),
  }),
} satisfies Partial<Queries>

export const notificationCommands = {
  'notifications.markRead': (context, { notificationIds }) =>
    context.unit(tx => {
      const count = markRead(tx.db, notificationIds, tx.now)
      if (count > 0) tx.emit('notification.read', { count })
      return { unread: countUnread(tx.db) }
    }),
} satisfies Partial<Commands>
