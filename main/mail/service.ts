export {
  createMailer,
  MAIL_PASSWORD,
  type Mail,
  type Mailer,
  type MailOutcome,
  newMessageId,
} from './mailer.ts'
export { mailRefused, mailResting, mailSent, mailStanding, mailWoken } from './store.ts'
