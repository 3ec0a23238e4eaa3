import { TriangleAlert } from 'lucide-react'
import type { MailSecurity } from '../../../../main/contract/notifications.ts'
import { Settings } from '../../../../main/contract/shapes.ts'
import { queryClient } from '../../app/core.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { Select } from '../../ui/select.tsx'
import { isOnThisComputer } from '../ai/ai-words.ts'
import { KeyWarning } from '../sources/key-field.tsx'
import { KeyLine } from '../sources/source-keys.tsx'
import { useSecrets } from '../sources/use-secrets.ts'
import { hostProblem, portFor, portProblem, serverName } from './mail-presets.ts'
import { SavedText } from './saved-fields.tsx'

const SECURITY: readonly { value: MailSecurity; label: string }[] = [
  { value: 'tls', label: 'TLS from the first byte (port 465)' },
  { value: 'starttls', label: 'STARTTLS after the greeting (port 587)' },
  { value: 'none', label: 'None, on this computer only' },
]

const addressProblem = (text: string) => {
  const checked = Settings.shape.mailTo.safeParse(text)
  return checked.success ? null : 'Write an address such as you@example.org'
}

/** Where the server is, who signs in, and who writes to whom; each field is saved when it is left. */
export function MailServerFields({ settings }: { settings: Settings }) {
  const { mailHost, mailPort, mailSecurity } = settings
  const openNet = mailSecurity === 'none' && mailHost !== '' && !isOnThisComputer(`smtp://${mailHost}`)
  return (
    <>
      <div className="grid gap-3 @min-[32rem]:grid-cols-[2fr_1fr]">
        <SavedText
          label="Server"
          placeholder="smtp.example.org"
          saved={mailHost}
          check={hostProblem}
          onSave={text => void updateSettings({ mailHost: serverName(text) ?? '' })}
        />
        <SavedText
          label="Port"
          inputMode="numeric"
          saved={String(mailPort)}
          check={portProblem}
          onSave={port => void updateSettings({ mailPort: Number(port) })}
        />
      </div>
      <Select
        label="Encryption"
        className="max-w-md"
        value={mailSecurity}
        options={SECURITY}
        onChange={next => void updateSettings({ mailSecurity: next, mailPort: portFor(settings, next) })}
      />
      {openNet ? (
        <p className="flex items-start gap-2 rounded bg-warn-soft px-3 py-2 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          Without encryption only a server on this computer is used, such as 127.0.0.1. Choose TLS or STARTTLS
          for {mailHost}.
        </p>
      ) : null}
      <SavedText
        label="User"
        hint="Usually your whole address. Empty: the server asks for no name."
        inputMode="email"
        saved={settings.mailUser}
        check={text => (text.length > 320 ? 'A name has at most 320 letters' : null)}
        onSave={mailUser => void updateSettings({ mailUser })}
      />
      {mailHost !== '' && settings.mailUser !== '' ? <Password host={mailHost.toLowerCase()} /> : null}
      <div className="grid gap-3 @min-[32rem]:grid-cols-2">
        <SavedText
          label="To"
          hint="Your address, where you read it."
          inputMode="email"
          placeholder="you@example.org"
          saved={settings.mailTo}
          check={addressProblem}
          onSave={mailTo => void updateSettings({ mailTo })}
        />
        <SavedText
          label="From"
          hint="Empty: the same address. Many servers take only your own."
          inputMode="email"
          placeholder={settings.mailTo}
          saved={settings.mailFrom}
          check={addressProblem}
          onSave={mailFrom => void updateSettings({ mailFrom })}
        />
      </div>
    </>
  )
}

const KIND = { kind: 'mail', label: 'The mail server' }
const NAME = 'password'

const mailAgain = () => void queryClient.invalidateQueries({ queryKey: ['notifications'] })

/** The password for this one server; another server never gets it. */
function Password({ host }: { host: string }) {
  const secrets = useSecrets()
  if (!secrets.loaded) return null
  const kept = secrets.hostOf(KIND.kind, NAME)
  return (
    <div className="flex flex-col gap-2">
      <KeyWarning warning={secrets.warning} />
      <KeyLine
        key={host}
        kind={KIND}
        need={{
          name: NAME,
          label: 'Password',
          hint: `Or the app password. It is ${secrets.place} and never shown again.`,
          host,
          secret: true,
        }}
        secrets={{
          ...secrets,
          has: (kind, name) => secrets.has(kind, name, host),
          set: (kind, name, value) => secrets.set(kind, name, value, host),
        }}
        onEntered={mailAgain}
        onForgotten={mailAgain}
      />
      {kept !== null && kept !== host ? (
        <p className="text-sm text-ink-2">
          The password that was entered is for {kept} and is never sent to another server. A new one takes its
          place.
        </p>
      ) : null}
    </div>
  )
}
