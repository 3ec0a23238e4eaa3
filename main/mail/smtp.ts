import type { Socket } from 'node:net'
import { rootCertificates } from 'node:tls'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import connectByProxy from 'nodemailer/lib/smtp-connection/http-proxy-client.js'
import type { MailSecurity } from '../contract/notifications.ts'
import type { Fault } from './rules/mail-failure.ts'
import type { Mail, MailTimeouts } from './types.ts'

/** One mail over one connection. Loaded when the first mail is sent. */

interface Sending {
  mail: Mail
  host: string
  port: number
  security: MailSecurity
  /** Empty: without signing in. */
  user: string
  password: string | null
  from: string
  to: string
  /** Address of an HTTP proxy; null: directly. */
  proxy: string | null
  timeouts: MailTimeouts
  trusted: string | undefined
  signal: AbortSignal | undefined
}

/** Sends a mail, or says what went wrong. The connection is closed either way. Never throws. */
export async function sendBySmtp(
  sending: Sending,
): Promise<{ ok: true; said: string } | { ok: false; fault: Fault }> {
  const { host, port, security, user, password, timeouts, signal } = sending
  let connection: SMTPConnection | undefined
  let end = () => {}
  // A server that says a little now and then would hold a connection for ever.
  const broken = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(named('ETIMEDOUT', 'The whole took too long')), timeouts.total)
    const stop = () => reject(named('ECONNECTION', 'Stopped'))
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }
  })
  broken.catch(() => {})
  const within = <T>(work: Promise<T>): Promise<T> => Promise.race([work, broken])
  try {
    const message = await within(composed(sending))
    const socket = sending.proxy === null ? undefined : await within(throughProxy(sending, sending.proxy))
    const smtp = new SMTPConnection({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      // Says nothing of this computer, whose name is nobody's business.
      name: '[127.0.0.1]',
      connectionTimeout: timeouts.connection,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.socket,
      dnsTimeout: timeouts.connection,
      logger: false,
      tls: {
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        ...(sending.trusted === undefined ? {} : { ca: [...rootCertificates, sending.trusted] }),
      },
      ...(socket ? { connection: socket } : {}),
    })
    connection = smtp
    const refused = new Promise<never>((_resolve, reject) => smtp.on('error', reject))
    refused.catch(() => {})
    const during = <T>(work: Promise<T>): Promise<T> => within(Promise.race([work, refused]))
    await during(asked(done => smtp.connect(error => done(error ?? null, true))))
    if (user !== '') {
      if (!smtp.allowsAuth) throw named('ENOAUTH', 'no sign-in')
      await during(asked(done => smtp.login({ user, pass: password ?? '' }, done)))
    }
    const envelope = { from: sending.from, to: [sending.to], size: message.length }
    const { response } = await during(asked<{ response: string }>(done => smtp.send(envelope, message, done)))
    smtp.quit()
    return { ok: true, said: response }
  } catch (error) {
    connection?.close()
    return { ok: false, fault: faultOf(error) }
  } finally {
    end()
  }
}

function composed({ mail, from, to }: Sending): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: 'Rolecall', address: from },
    to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: new Date(mail.date),
    textEncoding: 'quoted-printable',
    // Nobody's absence note is to answer it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return asked(done => composer.compile().build(done))
}

const throughProxy = ({ host, port, timeouts }: Sending, proxy: string): Promise<Socket> =>
  asked(done => connectByProxy(proxy, port, host, { timeout: timeouts.connection }, done))

/** A call with a callback as a promise. */
function asked<T>(call: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((error, value) => (error === null || error === undefined ? resolve(value as T) : reject(error))),
  )
}

const named = (code: string, message: string): Error => Object.assign(new Error(message), { code })

function faultOf(error: unknown): Fault {
  const of = (name: string): unknown =>
    typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined
  const text = (name: string): string => {
    const value = of(name)
    return typeof value === 'string' ? value : ''
  }
  const status = of('responseCode')
  return {
    code: text('code'),
    cause: text('originalCode') || text('code'),
    message: text('message'),
    command: text('command'),
    status: typeof status === 'number' ? status : null,
    said: text('response'),
  }
}
