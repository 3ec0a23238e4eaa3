import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { notify } from './notify.ts'
import { type Match, matchMessage } from './rules.ts'
import { countUnread, listNotifications, markRead } from './store.ts'

export { sendDaily } from './daily.ts'
export { notify } from './notify.ts'

/** Tells of the new matches of one run: one message, however many there are. */
export function notifyMatches(
  tx: Tx,
  campaign: { id: number; name: string },
  runId: number,
  matches: readonly Match[],
): boolean {
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

export const notificationQueries = {
  'notifications.list': ({ db }, question) => ({
    rows: listNotifications(db, question),
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
