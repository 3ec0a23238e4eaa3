import { refuse } from '../contract/errors.ts'
import { mailWoken } from '../mail/service.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { EventHandler } from '../platform/events/bus.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { previewDaily, sendNow } from './daily.ts'
import type { Delivery } from './delivery.ts'
import { again, hurry } from './delivery-store.ts'
import { mailStatus } from './mail-status.ts'
import { previewMatches } from './matches.ts'
import { countUnread, listNotifications, markRead, trim } from './store.ts'
import { type TestTools, testChannel } from './test-channel.ts'

export { sendDaily } from './daily.ts'
export { createDelivery, type Delivery } from './delivery.ts'
export { createDue, type Due } from './due.ts'
export { mailStatus } from './mail-status.ts'
export { notifyMatches } from './matches.ts'
export { notify } from './notify.ts'

/** Notifications that are kept, and as many go at once at most. */
const KEPT = 5_000
const TRIMMED_AT_ONCE = 500

/** Takes the oldest notifications above what is kept away, read ones first; true when there may be more. */
export function trimNotifications(tx: Tx): boolean {
  return trim(tx.db, KEPT, TRIMMED_AT_ONCE) === TRIMMED_AT_ONCE
}

/** After the settings of mail changed: what waits is tried with the new ones at once. */
export function forgetMailTrouble(tx: Tx): void {
  mailWoken(tx.db)
  hurry(tx.db, 'email', tx.now)
}

/** After the quiet hours changed: everything that waits is looked at once more, and waits on if it still has to. */
export function lookAtWaiting(tx: Tx): void {
  hurry(tx.db, 'os', tx.now)
  hurry(tx.db, 'email', tx.now)
}

/** Whether events tell of changed settings of mail. */
export const changesMail = (
  events: readonly Parameters<EventHandler<'settings.changed'>['handle']>[0][number][],
): boolean =>
  events.some(({ payload }) => payload.keys.some(key => key.startsWith('mail') || key === 'proxy'))

export const notificationQueries = {
  'notifications.list': ({ db }, question) => ({
    rows: listNotifications(db, question),
    unread: countUnread(db),
  }),
  'notifications.mail': ({ db, clock }) => mailStatus(db, clock.millis()),
  'notifications.preview': (context, { kind }) =>
    kind === 'match' ? previewMatches(context) : previewDaily(context, kind),
} satisfies Partial<Queries>

/** What the commands of notifications need. */
export interface NotificationTools extends TestTools {
  delivery: Pick<Delivery, 'wake'>
}

export const notificationCommands = (tools: NotificationTools) =>
  ({
    'notifications.markRead': (context, { notificationIds }) =>
      context.unit(tx => {
        const count = markRead(tx.db, notificationIds, tx.now)
        if (count > 0) tx.emit('notification.read', { count })
        return { unread: countUnread(tx.db) }
      }),
    'notifications.retry': (context, { notificationId, channel }) => {
      context.unit(tx => {
        if (!again(tx.db, notificationId, channel, tx.now))
          refuse('not_found', 'There is no delivery here that was given up.')
        // Also one that waits for a server at rest: the person asks for it now.
        if (channel === 'email') mailWoken(tx.db)
      })
      tools.delivery.wake()
      return {}
    },
    'notifications.test': async (context, { channel }) => {
      const result = await testChannel(context, tools, channel)
      if (result.ok && channel === 'email') {
        context.unit(forgetMailTrouble)
        tools.delivery.wake()
      }
      return result
    },
    'notifications.send': (context, { kind }) => ({ notificationId: sendNow(context, kind) }),
  }) satisfies Partial<Commands>
