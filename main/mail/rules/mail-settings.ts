import type { Settings } from '../../contract/shapes.ts'

/** What mail needs to know of the settings. */
export type MailSettings = Pick<
  Settings,
  'mailHost' | 'mailPort' | 'mailSecurity' | 'mailUser' | 'mailFrom' | 'mailTo'
>

/** A host as the person typed it, without brackets around an IPv6 address. */
export const plainHost = (host: string): string =>
  host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')

/** Whether a host is this computer itself. */
export function isThisComputer(host: string): boolean {
  const name = plainHost(host)
  return /^127(?:\.\d{1,3}){3}$/.test(name) || name === '::1' || /^(?:[^\s@/:]+\.)?localhost\.?$/.test(name)
}

/** The host that the password is kept for: the server's name; its port may change without the password being lost. */
export const passwordHost = (host: string): string => {
  const name = plainHost(host)
  return name.includes(':') ? `[${name}]` : name
}

/** Whether mails are written at all: there is a server and somebody to write to. */
export const mailReady = (settings: MailSettings): boolean =>
  settings.mailHost !== '' && settings.mailTo !== ''

/** What stands in the way of sending, in a sentence; null: nothing that can be seen without asking the server. */
export function mailProblem(settings: MailSettings): string | null {
  const { mailHost, mailTo, mailSecurity } = settings
  if (mailHost === '') return 'Enter the name of your mail server in Settings, under Email.'
  if (/^[a-z]+:\/\//i.test(mailHost) || /[\s/@]/.test(mailHost))
    return `"${mailHost}" is not the name of a server. Write it like smtp.example.org.`
  if (mailTo === '') return 'Enter the address that mails go to in Settings, under Email.'
  if (mailSecurity === 'none' && !isThisComputer(mailHost))
    return 'Without encryption your password and your mails would travel readable. Choose TLS or STARTTLS; only a server on this computer is reached without.'
  return null
}
