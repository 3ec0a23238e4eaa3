import { NotificationId } from '../contract/ids.ts'
import type { Settings } from '../contract/shapes.ts'
import { mailReady } from '../mail/rules/mail-settings.ts'
import {
  type Mailer,
  type MailOutcome,
  mailRefused,
  mailResting,
  mailSent,
  mailStanding,
  newMessageId,
} from '../mail/service.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import { readContent } from './content.ts'
import { beginAttempt, dueDeliveries, postpone, settle, type Waiting } from './delivery-store.ts'
import { quietUntil } from './quiet.ts'
import { OVER } from './rules/digest.ts'
import { messageOf } from './rules/messages/message.ts'
import { pauseAfter, restAfter } from './rules/retry.ts'

export interface MailWay {
  mailer: Mailer
}

const SWITCHED_OFF = 'Mails were switched off for this kind, or altogether.'

/** Sends what is due, one mail after the other, until nothing more is. */
export async function deliverMails(
  context: CommandContext,
  way: MailWay,
  stopping: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  while (!stopping()) {
    const mail = context.unit(tx => next(tx, context))
    if (mail === null) return
    const { item, messageId, settings } = mail
    const message = messageOf(item, readContent(item.content))
    const outcome = await way.mailer.send({ messageId, date: item.createdAt, ...message }, settings, signal)
    // Broken off: it is not known whether it arrived, so it stays marked and is tried again at the next start.
    if (stopping() && !outcome.ok) return
    context.unit(tx => keep(tx, context, item, outcome))
  }
}

/** The next mail to send, marked as tried; null: none. What is not to be sent now is settled or put off on the way. */
function next(
  tx: Tx,
  { clock }: CommandContext,
): { item: Waiting; messageId: string; settings: Settings } | null {
  const settings = readSettings(tx.db)
  for (;;) {
    const due = dueDeliveries(tx.db, 'email', tx.now)
    if (due.length === 0) return null
    const resting = mailResting(tx.db, tx.now)
    const quiet = quietUntil(settings, clock)
    for (const item of due) {
      const ids = [item.id]
      if (!mailReady(settings) || !settings.notify[item.kind].email)
        settle(tx.db, ids, 'email', 'skipped', SWITCHED_OFF, tx.now)
      else if (item.expiresAt !== null && item.expiresAt <= tx.now)
        settle(tx.db, ids, 'email', 'skipped', OVER, tx.now)
      else if (resting !== null) postpone(tx.db, ids, 'email', resting, null)
      else if (quiet !== null && item.kind === 'match') postpone(tx.db, ids, 'email', quiet, null)
      else {
        // The message id is made once and stored before the first try. A kill between sending and settling makes a second
        // try necessary, since the first may not have arrived; with the same id the mail program shows one mail, not two.
        const messageId = item.messageId ?? newMessageId(settings)
        beginAttempt(tx.db, ids, 'email', messageId, tx.now)
        return { item, messageId, settings }
      }
    }
  }
}

function keep(tx: Tx, { clock, log }: CommandContext, item: Waiting, outcome: MailOutcome): void {
  const ids = [item.id]
  const told = { notificationId: NotificationId.parse(item.id), channel: 'email' as const }
  if (outcome.ok) {
    settle(tx.db, ids, 'email', 'delivered', null, tx.now)
    mailSent(tx.db, tx.now)
    tx.emit('notification.delivered', told)
    return
  }
  const text = outcome.detail === null ? outcome.message : `${outcome.message} It said: ${outcome.detail}`
  const soon = (milliseconds: number) => new Date(clock.millis() + milliseconds).toISOString()
  let pause = outcome.final ? null : pauseAfter(item.attempts + 1)
  if (outcome.scope === 'server') {
    const rest = restAfter(mailStanding(tx.db).failures + 1, outcome.auth)
    mailRefused(tx.db, outcome.message, soon(rest))
    if (pause !== null) pause = Math.max(pause, rest)
  }
  if (pause === null) settle(tx.db, ids, 'email', 'failed', text, tx.now)
  else postpone(tx.db, ids, 'email', soon(pause), text)
  log.warn('A mail was not sent', { scope: outcome.scope, final: pause === null })
  tx.emit('notification.failed', { ...told, final: pause === null })
}
