import { randomUUID } from 'node:crypto'
import type { Settings } from '../contract/shapes.ts'
import type { MailFailure } from './rules/mail-failure.ts'
import { explainFailure } from './rules/mail-failure.ts'
import { isThisComputer, mailProblem, passwordHost, plainHost } from './rules/mail-settings.ts'
import type { Mail, MailTimeouts } from './types.ts'

/** Under what name the password is kept; it is for the one server that it was entered for. */
export const MAIL_PASSWORD = { kind: 'mail', name: 'password' } as const

export type MailOutcome = { ok: true; said: string } | ({ ok: false } & MailFailure)

export interface MailTools {
  secret(kind: string, name: string, host: string): Promise<string | null>
  timeouts?: Partial<MailTimeouts>
  /** A certificate that is trusted besides those that the machine trusts, for tests; PEM. */
  trusted?: string
}

/** Sends mails over the person's own server. */
export interface Mailer {
  /** Never throws; one after the other is the caller's business. `signal` breaks it off. */
  send(mail: Mail, settings: Settings, signal?: AbortSignal): Promise<MailOutcome>
}

const TIMEOUTS: MailTimeouts = { connection: 10_000, greeting: 10_000, socket: 20_000, total: 60_000 }
const LONGEST_ANSWER = 300

/** A name for a mail that no other one has; it says nothing of this computer. */
export function newMessageId(settings: Pick<Settings, 'mailFrom' | 'mailTo'>): string {
  const domain = (settings.mailFrom || settings.mailTo).split('@').at(-1) || 'rolecall.invalid'
  return `<${randomUUID()}@${domain}>`
}

/** Prepares sending; nothing is connected before a mail is. */
export function createMailer(tools: MailTools): Mailer {
  const timeouts = { ...TIMEOUTS, ...tools.timeouts }
  return {
    async send(mail, settings, signal) {
      const problem = mailProblem(settings)
      if (problem !== null) return failed({ scope: 'server', message: problem })
      const host = plainHost(settings.mailHost)
      let password: string | null = null
      if (settings.mailUser !== '') {
        password = await tools.secret(MAIL_PASSWORD.kind, MAIL_PASSWORD.name, passwordHost(host))
        if (password === null)
          return failed({
            scope: 'server',
            auth: true,
            message: `Enter the password of ${settings.mailUser} at ${host} in Settings, under Email.`,
          })
      }
      const { sendBySmtp } = await import('./smtp.ts')
      const sent = await sendBySmtp({
        mail,
        host,
        port: settings.mailPort,
        security: settings.mailSecurity,
        user: settings.mailUser,
        password,
        from: settings.mailFrom || settings.mailTo,
        to: settings.mailTo,
        // Only what the person set: the proxies of the environment are for web pages and refuse the ports of mail.
        proxy: isThisComputer(host) ? null : settings.proxy,
        timeouts,
        trusted: tools.trusted,
        signal,
      })
      if (sent.ok) return { ok: true, said: withoutSecrets(sent.said, settings.mailUser, password) }
      const { fault } = sent
      const said = withoutSecrets(fault.said, settings.mailUser, password)
      return { ok: false, ...explainFailure({ ...fault, said }, settings) }
    },
  }
}

const failed = (part: { scope: MailFailure['scope']; message: string; auth?: boolean }): MailOutcome => ({
  ok: false,
  final: false,
  auth: false,
  detail: null,
  ...part,
})

/** What a server said, in one line, without the password should it repeat it, plain or as it is sent. */
function withoutSecrets(said: string, user: string, password: string | null): string {
  const secrets =
    password === null || password === ''
      ? []
      : [
          password,
          base64(password),
          base64(`\0${user}\0${password}`),
          base64(`${user}\0${user}\0${password}`),
        ]
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), said)
  return clean
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER)
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
