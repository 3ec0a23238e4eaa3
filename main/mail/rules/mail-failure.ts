import type { MailSettings } from './mail-settings.ts'

/** What went wrong on the way to a server, as the library and the system name it. */
export interface Fault {
  /** Of the library: EAUTH, ETLS, ETIMEDOUT … */
  code: string
  /** Of the system below it: ECONNREFUSED, ENOTFOUND, DEPTH_ZERO_SELF_SIGNED_CERT … */
  cause: string
  message: string
  /** The SMTP command that was answered, such as RCPT TO. */
  command: string
  /** The three digits of the answer; null: there was none. */
  status: number | null
  /** What the server said, word by word; empty: nothing. */
  said: string
}

/** Why a mail was not sent. */
export interface MailFailure {
  /** `server`: no mail gets through at present; `message`: it is about this one. */
  scope: 'server' | 'message'
  /** Trying again is of no use. */
  final: boolean
  /** The name or the password was refused: not to be tried often, since accounts are locked for that. */
  auth: boolean
  /** One sentence or two for the person. */
  message: string
  /** What the server said; null: nothing. */
  detail: string | null
}

const APP_PASSWORD =
  'Gmail, iCloud, Yahoo, Outlook and others take an app password here, which you make in the settings of your account, instead of the one you sign in with.'
const PORTS = 'Port 465 goes with TLS, port 587 with STARTTLS.'

function certificateText(host: string, { cause, message }: Fault): string | null {
  const text = `${cause} ${message}`
  const kept = 'Nothing was sent.'
  if (/self[- _]signed/i.test(text))
    return `The certificate of ${host} is signed by itself, so it is not sure that this is your server. ${kept}`
  if (/ALTNAME|altnames/i.test(text))
    return `The certificate of ${host} is made out to another name. ${kept} Check the name of the server.`
  if (/EXPIRED|expired|NOT_YET_VALID|not yet valid/.test(text))
    return `The certificate of ${host} is not valid today. ${kept} Check the date of this computer, or ask your provider.`
  if (
    /UNABLE_TO_(?:VERIFY|GET)|unable to (?:verify|get)|CERT_|certificate verify|issuer certificate/i.test(
      text,
    )
  )
    return `The certificate of ${host} comes from nobody whom this computer trusts. ${kept}`
  return null
}

/** What a failure means for the person and for the next try. */
export function explainFailure(fault: Fault, settings: MailSettings): MailFailure {
  const { mailHost: host, mailPort: port, mailTo, mailFrom, mailSecurity } = settings
  const { code, cause, status, command, said, message } = fault
  const detail = said === '' ? null : said
  const server = (text: string): MailFailure => ({
    scope: 'server',
    final: false,
    auth: false,
    message: text,
    detail,
  })
  const mail = (final: boolean, text: string): MailFailure => ({
    scope: 'message',
    final,
    auth: false,
    message: text,
    detail,
  })

  const certificate = certificateText(host, fault)
  if (certificate !== null) return server(certificate)
  if (code === 'EPROXY')
    return server(
      'The proxy of the settings lets no connection to the mail server through. Mail needs a proxy that allows CONNECT to its port.',
    )
  if (/WRONG_VERSION_NUMBER|wrong version number|packet length too long/i.test(`${cause} ${message}`))
    return server(`${host} does not speak TLS from the first byte on port ${port}. ${PORTS}`)
  if (/^(?:ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL)$/.test(cause) || code === 'EDNS')
    return server(
      `No server named ${host} was found. Check its name, and whether this computer is connected to the internet.`,
    )
  if (cause === 'ECONNREFUSED')
    return server(`Nothing answers at ${host} on port ${port}. Check name and port. ${PORTS}`)
  if (/^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|ENONET)$/.test(cause))
    return server(`${host} cannot be reached. Check whether this computer is connected to the internet.`)
  if (command === 'STARTTLS' || /STARTTLS/.test(message))
    return server(
      `${host} offers no encryption by STARTTLS on port ${port}, so nothing was sent. Try TLS on port 465.`,
    )
  if (code === 'ETIMEDOUT' || cause === 'ETIMEDOUT')
    return server(
      `${host} did not answer in time on port ${port}.${mailSecurity === 'none' ? '' : ` ${PORTS}`} A firewall may be in the way.`,
    )
  if (code === 'ENOAUTH')
    return server(
      `${host} offers no sign-in over this connection. Choose TLS or STARTTLS, or leave the user name empty if it needs none.`,
    )
  if (code === 'EAUTH' || status === 535 || status === 534) {
    if (status !== null && status < 500) return server(`${host} does not let you sign in at the moment.`)
    return { ...server(`${host} refused the user name or the password. ${APP_PASSWORD}`), auth: true }
  }
  if (status === 530)
    return {
      ...server(`${host} wants a user name and a password. Enter them in Settings, under Email.`),
      auth: true,
    }
  if (status === 552 || /larger than allowed/.test(message) || /\b5\.3\.4\b/.test(said))
    return mail(true, `${host} takes no mail of this size.`)
  // 421: the server closes; whatever it was about, no mail gets through at present.
  if (status !== null && status >= 400 && status < 500 && status !== 421 && code !== 'EPROTOCOL')
    return mail(
      false,
      `${host} asks to come back later, as servers do with senders that they do not know yet.`,
    )
  if (command === 'RCPT TO' && status !== null) return mail(true, `${host} does not deliver to ${mailTo}.`)
  if (command === 'MAIL FROM' && status !== null)
    return mail(
      true,
      `${host} does not let you send as ${mailFrom || mailTo}. Write the address of your account as sender.`,
    )
  if (status !== null && status >= 500 && code !== 'EPROTOCOL' && code !== 'ECONNECTION')
    return mail(true, `${host} refused the mail.`)
  if (status !== null) return server(`${host} turned the connection away.`)
  if (code === 'EPROTOCOL')
    return server(`What answers at ${host} on port ${port} is no mail server that sends. ${PORTS}`)
  if (code === 'ETLS' || code === 'ESOCKET')
    return server(`No safe connection to ${host} came about on port ${port}. ${PORTS}`)
  if (code === 'ECONNECTION' || cause === 'ECONNRESET' || cause === 'EPIPE')
    return server(`${host} closed the connection on port ${port}. ${PORTS}`)
  if (code === 'EENVELOPE') return mail(true, 'Sender or receiver is not an address that can be written to.')
  return server(`${host} could not be reached on port ${port}.`)
}
