export {
  createMailer,
  MAIL_PASSWORD,
  type Mailer,
  type MailOutcome,
  newMessageId,
} from './mailer.ts'
export { mailRefused, mailResting, mailSent, mailStanding, mailTried, mailWoken } from './store.ts'
export type { Mail } from './types.ts'
