import type { MailStatus } from '../contract/notifications.ts'
import { mailProblem } from '../mail/rules/mail-settings.ts'
import { mailStanding } from '../mail/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { readSettings } from '../settings/service.ts'
import { countMails } from './delivery-store.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000

/** How mail stands. Whether its password is entered is seen only when a mail is sent: the host alone knows it. */
export function mailStatus(db: Db, millis: number): MailStatus {
  const settings = readSettings(db)
  const { lastSentAt, error } = mailStanding(db)
  const counts = { lastSentAt, ...countMails(db, new Date(millis - WEEK_MS).toISOString()) }
  if (settings.mailHost === '') return { state: 'off', message: null, ...counts }
  const problem = mailProblem(settings)
  if (problem !== null) return { state: 'incomplete', message: problem, ...counts }
  return { state: error === null ? 'ready' : 'failing', message: error, ...counts }
}
