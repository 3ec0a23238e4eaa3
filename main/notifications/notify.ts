import { mailReady } from '../mail/rules/mail-settings.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import { channelsOf } from './rules/channels.ts'
import { insertNotification, type NewNotification } from './store.ts'

/**
 * Stores one notification and queues its deliveries in the caller's transaction; the same key is stored once. Where and
 * whether it is told is the person's choice for its kind: what is wanted nowhere is not stored, and what is wanted elsewhere
 * but not in the app is kept as read. True when it is new.
 */
export function notify(tx: Tx, notification: NewNotification): boolean {
  const settings = readSettings(tx.db)
  const channels = channelsOf(notification.kind, settings, notification.best ?? null, mailReady(settings))
  if (channels.length === 0) return false
  const notificationId = insertNotification(tx.db, notification, channels, tx.now)
  if (notificationId === undefined) return false
  tx.emit('notification.created', { notificationId })
  return true
}
