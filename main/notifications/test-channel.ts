import type { Channel, TestResult } from '../contract/notifications.ts'
import { type Mailer, mailSent, mailTried, newMessageId } from '../mail/service.ts'
import type { CommandContext } from '../platform/context.ts'
import type { OsNotification, OsOutcome } from '../platform/threads/protocol.ts'
import { readSettings } from '../settings/service.ts'
import { NO_FACTS } from './content.ts'
import { CENTRE } from './rules/digest.ts'
import { messageOf } from './rules/messages/message.ts'
import { insertNotification } from './store.ts'

export interface TestTools {
  /** null: no notifications of the system from here. */
  show: ((notification: OsNotification) => Promise<OsOutcome>) | null
  mailer: Mailer
}

/** Sends a message over one channel at once, whatever the rules and quiet hours, and says how it went. */
export function testChannel(
  context: CommandContext,
  tools: TestTools,
  channel: Channel,
): Promise<TestResult> | TestResult {
  if (channel === 'in_app') return testInApp(context)
  return channel === 'os' ? testSystem(tools) : testMail(context, tools)
}

function testInApp(context: CommandContext): TestResult {
  context.unit(tx => {
    const told = {
      kind: 'notice',
      title: 'Test',
      body: 'Notifications arrive here.',
      target: CENTRE,
      campaignId: null,
      runId: null,
      dedupeKey: `test:${tx.now}`,
    } as const
    const notificationId = insertNotification(tx.db, told, ['in_app'], tx.now)
    if (notificationId !== undefined) tx.emit('notification.created', { notificationId })
  })
  return { ok: true, message: 'A notification stands in Rolecall now.', detail: null }
}

async function testSystem({ show }: TestTools): Promise<TestResult> {
  if (show === null)
    return { ok: false, message: 'From here the system shows no notifications.', detail: null }
  const { state, message } = await show({
    notificationId: 0,
    ids: [],
    title: 'Rolecall',
    body: 'Notifications of the system work.',
    target: CENTRE,
  })
  if (state === 'shown') return { ok: true, message: 'The system shows a notification now.', detail: null }
  return { ok: false, message: message ?? 'The system did not show it.', detail: null }
}

async function testMail({ db, clock, unit }: CommandContext, { mailer }: TestTools): Promise<TestResult> {
  const settings = readSettings(db)
  const told = {
    title: 'Mail from Rolecall works',
    body: 'This is the test that you asked for. Mails of Rolecall will look like it.',
    target: '/settings',
  }
  const sent = await mailer.send(
    { messageId: newMessageId(settings), date: clock.now(), ...messageOf(told, NO_FACTS) },
    settings,
  )
  // How mail stands is what this try says, wherever it is looked at.
  unit(tx => {
    if (sent.ok) mailSent(tx.db, tx.now)
    else if (sent.scope === 'server') mailTried(tx.db, sent.message)
  })
  if (!sent.ok) return { ok: false, message: sent.message, detail: sent.detail }
  return {
    ok: true,
    message: `A mail is on its way to ${settings.mailTo}. Look into the folder for spam too.`,
    detail: sent.said === '' ? null : sent.said,
  }
}
