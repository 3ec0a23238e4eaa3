import { setTimeout as pause } from 'node:timers/promises'
import { refuse, rolecallError } from '../../../contract/errors.ts'
import { NotificationId } from '../../../contract/ids.ts'
import type { NotificationView } from '../../../contract/notifications.ts'
import { command } from '../command.ts'
import type { Session } from '../session.ts'

/** A mail server gets so long; what is left then is sent when Rolecall runs the next time. */
const PATIENCE_MS = 70_000
const LOOK_EVERY_MS = 200

export const notifySend = command({
  name: 'notify send',
  usage: '--kind briefing|summary',
  summary: 'Makes a message of the day now, and sends it by mail where that is chosen.',
  options: { kind: { type: 'string' } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare: ({ kind }) => {
    if (kind !== 'briefing' && kind !== 'summary')
      return refuse('bad_input', '--kind takes briefing or summary.', { field: 'kind' })
    return async (session, { signal }) => {
      const { notificationId } = await session.ask('notifications.send', { kind })
      const sent = await mailed(session, notificationId, signal)
      const mail = sent.deliveries.find(({ channel }) => channel === 'email')
      const state = mail?.state ?? 'none'
      return {
        json: {
          notificationId,
          title: sent.title,
          body: sent.body,
          email: state,
          error: mail?.error ?? null,
        },
        lines: [sent.title, sent.body, WORDS[state]],
        problems:
          state === 'failed' || (state === 'pending' && mail?.error)
            ? [rolecallError('unsupported', mail?.error ?? 'The mail was not sent.', { retryable: true })]
            : [],
      }
    }
  },
})

const WORDS = {
  delivered: 'Sent by mail.',
  pending: 'The mail waits and is tried again.',
  failed: 'The mail was not sent.',
  skipped: 'No mail was sent.',
  none: 'Mail is not set up, or not chosen for this kind.',
}

/** The notification once its mail was tried, or after some patience. */
async function mailed({ ask }: Session, id: NotificationId, signal: AbortSignal): Promise<NotificationView> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const { rows } = await ask('notifications.list', { before: NotificationId.parse(id + 1), limit: 1 })
    const [found] = rows
    if (!found) return refuse('not_found', 'The message is gone already.')
    const mail = found.deliveries.find(({ channel }) => channel === 'email')
    if (mail?.state !== 'pending' || mail.error !== null || waited > PATIENCE_MS || signal.aborted)
      return found
    await pause(LOOK_EVERY_MS)
  }
}
