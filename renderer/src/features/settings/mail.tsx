import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { MailStatus } from '../../../../main/contract/notifications.ts'
import type { Settings } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { updateSettings } from '../../app/use-settings.ts'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { When } from '../../ui/when.tsx'
import { MAIL_STATE_LABELS } from '../notifications/notification-words.ts'
import { MAIL_PRESETS, presetOf } from './mail-presets.ts'
import { MailPreview } from './mail-preview.tsx'
import { MailServerFields } from './mail-server.tsx'
import { ChannelTest } from './notification-tests.tsx'

/** Notifications by email, through the person's own mail server. */
export function MailSettings({ settings }: { settings: Settings }) {
  const status = useQuery(ask('notifications', 'mail', {}))
  // A server of one's own is chosen before it has a name.
  const [own, setOwn] = useState(false)
  const preset = own ? undefined : presetOf(settings)
  const open = own || settings.mailHost !== ''
  const choose = (value: string) => {
    const chosen = MAIL_PRESETS.find(one => one.value === value)
    setOwn(value === 'own')
    if (chosen) void updateSettings(chosen.server)
    else if (value === 'none') void updateSettings({ mailHost: '' })
  }
  return (
    <Section
      title="Email"
      lead="Sent from this computer through your own mail account, to you. No other server takes part."
    >
      <div className="@container flex flex-col gap-4">
        {status.error ? <Failure error={status.error} onRetry={() => void status.refetch()} /> : null}
        {status.data && open ? <Standing status={status.data} /> : null}
        <Select
          label="Provider"
          className="max-w-md"
          value={preset?.value ?? (open ? 'own' : 'none')}
          hint={preset?.hint}
          options={[
            { value: 'none', label: 'None: nothing is mailed' },
            ...MAIL_PRESETS,
            { value: 'own', label: 'Another server' },
          ]}
          onChange={choose}
        />
        {open ? (
          <>
            <MailServerFields settings={settings} />
            {settings.mailHost === '' ? null : <ChannelTest channel="email" label="Send a test" />}
          </>
        ) : null}
        <MailPreview canSend={status.data?.state === 'ready' || status.data?.state === 'failing'} />
      </div>
    </Section>
  )
}

const FACES: Record<MailStatus['state'], { icon: LucideIcon; tone: string; back: string }> = {
  off: { icon: CircleDashed, tone: 'text-ink-3', back: 'bg-sunken' },
  incomplete: { icon: CircleAlert, tone: 'text-warn', back: 'bg-warn-soft' },
  ready: { icon: CircleCheck, tone: 'text-good', back: 'bg-good-soft' },
  failing: { icon: CircleAlert, tone: 'text-bad', back: 'bg-bad-soft' },
}

/** Whether mail goes out, in a sentence, with what waits and what was given up. */
function Standing({ status }: { status: MailStatus }) {
  const { icon: Icon, tone, back } = FACES[status.state]
  const counts = [
    status.waiting > 0 ? `${status.waiting.toLocaleString('en')} waiting to be sent` : '',
    status.failed > 0 ? `${status.failed.toLocaleString('en')} given up in the last seven days` : '',
  ].filter(Boolean)
  return (
    <p role="status" className={clsx('flex items-start gap-2 rounded px-3 py-2 text-sm', back)}>
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', tone)} />
      <span className="min-w-0 break-words">
        <span className="font-medium">{MAIL_STATE_LABELS[status.state]}.</span> {status.message}
        {status.lastSentAt ? (
          <>
            {' '}
            Last sent <When at={status.lastSentAt} />.
          </>
        ) : null}
        {counts.length > 0 ? ` ${counts.join(', ')}.` : null}
      </span>
    </p>
  )
}
