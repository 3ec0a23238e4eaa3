import type { Settings } from '../../../../main/contract/shapes.ts'

export type MailServer = Pick<Settings, 'mailHost' | 'mailPort' | 'mailSecurity'>

/** A provider that many people have, with where its server is and which password it wants. */
export interface MailPreset {
  value: string
  label: string
  server: MailServer
  /** What a person has to know to get a password that works. */
  hint: string
}

const server = (
  mailHost: string,
  mailPort: number,
  mailSecurity: MailServer['mailSecurity'],
): MailServer => ({ mailHost, mailPort, mailSecurity })

export const MAIL_PRESETS: readonly MailPreset[] = [
  {
    value: 'gmail',
    label: 'Gmail',
    server: server('smtp.gmail.com', 465, 'tls'),
    hint: 'Gmail wants an app password, not your own one: switch on two-step verification, then make one at myaccount.google.com/apppasswords.',
  },
  {
    value: 'outlook',
    label: 'Outlook and Microsoft 365',
    server: server('smtp.office365.com', 587, 'starttls'),
    hint: 'Works for accounts of a workplace or school whose administrator allows SMTP with a password. Personal Outlook accounts refuse every password; choose another provider for those.',
  },
  {
    value: 'fastmail',
    label: 'Fastmail',
    server: server('smtp.fastmail.com', 465, 'tls'),
    hint: 'Fastmail wants an app password: Settings, Privacy and security, Manage app passwords, with access to SMTP.',
  },
  {
    value: 'icloud',
    label: 'iCloud',
    server: server('smtp.mail.me.com', 587, 'starttls'),
    hint: 'iCloud wants an app-specific password: account.apple.com, Sign-in and security.',
  },
  {
    value: 'proton',
    label: 'Proton Mail Bridge',
    server: server('127.0.0.1', 1025, 'none'),
    hint: 'Copy user and password from the mailbox details of the Bridge, which has to run on this computer. Mail goes unencrypted only as far as the Bridge.',
  },
]

/** The provider whose server this is; undefined for a server of the person's own. */
export const presetOf = (settings: Pick<Settings, 'mailHost' | 'mailPort'>): MailPreset | undefined =>
  MAIL_PRESETS.find(
    preset =>
      preset.server.mailHost === settings.mailHost.toLowerCase() &&
      preset.server.mailPort === settings.mailPort,
  )

/** The usual port of each way to secure the connection. */
const PORTS = { tls: 465, starttls: 587, none: 25 } as const

/** The port that goes with another security; a port that somebody chose by hand stays. */
export function portFor(before: MailServer, mailSecurity: MailServer['mailSecurity']): number {
  return before.mailPort === PORTS[before.mailSecurity] ? PORTS[mailSecurity] : before.mailPort
}

/**
 * The name of a server as it is kept: small letters, other scripts as the network writes them, addresses in full.
 * null: no server can have it. Empty stays empty and switches mail off.
 */
export function serverName(text: string): string | null {
  if (text === '') return ''
  const bracketed = /^[\da-f]*:[\da-f:.]*:[\da-f:.]*$/i.test(text) ? `[${text}]` : text
  if (!/^(?:\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}.-]+)$/iu.test(bracketed)) return null
  const name = URL.parse(`https://${bracketed}`)?.hostname ?? ''
  const labels = name.replace(/\.$/, '').split('.')
  const fits =
    name.startsWith('[') || labels.every(label => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label))
  return name !== '' && name.length <= 253 && fits ? name : null
}

/** What is wrong with the name of a server, in words; null when it can be one. */
export function hostProblem(text: string): string | null {
  if (serverName(text) !== null) return null
  if (/^\w+:\/\//.test(text)) return 'Write the name alone, without what stands before ://'
  if (/:\d+$/.test(text)) return 'Write the name alone; the port has a field of its own'
  if (text.includes('@')) return 'This is an address; the server has a name such as smtp.example.org'
  return 'A server has a name such as smtp.example.org'
}

/** What is wrong with a port, in words; null when it can be one. */
export function portProblem(text: string): string | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? null : 'A port is a number from 1 to 65535'
}
