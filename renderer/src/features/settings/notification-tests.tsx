import { useMutation } from '@tanstack/react-query'
import { BellRing, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { Channel, TestResult } from '../../../../main/contract/notifications.ts'
import type { Settings } from '../../../../main/contract/shapes.ts'
import { client, queryClient } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import type { ShellInfo } from './background.tsx'

const VERBS: Record<Channel, string> = {
  in_app: 'Test in the app',
  os: 'Test by the system',
  email: 'Test by email',
}

/** One message over each channel that there is, whatever the rules, and how it went. */
export function NotificationTests({ settings, shell }: { settings: Settings; shell: ShellInfo | undefined }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels
    <div role="group" aria-labelledby="notification-tests" className="flex flex-col gap-2">
      <div>
        <h3 id="notification-tests" className="text-base">
          Try it
        </h3>
        <p className="text-sm text-ink-3">Sends one message at once, in quiet hours too.</p>
      </div>
      <ChannelTest channel="in_app" />
      {shell && shell.notifications !== 'none' ? <ChannelTest channel="os" /> : null}
      {settings.mailHost === '' ? null : <ChannelTest channel="email" />}
    </div>
  )
}

/** A button that sends one message over a channel, with what came of it beside. */
export function ChannelTest({ channel, label = VERBS[channel] }: { channel: Channel; label?: string }) {
  const test = useMutation({
    mutationFn: () => client.notifications.test({ channel }),
    // How mail stands is known better now.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notifications', 'mail'] }),
  })
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <Button icon={BellRing} busy={test.isPending} onClick={() => test.mutate()}>
        {label}
      </Button>
      <div role="status" className="min-w-48 flex-1 self-center text-sm">
        {test.isPending ? (
          <span className="text-ink-3">Sending</span>
        ) : test.error ? (
          <TestWords result={{ ok: false, message: errorOf(test.error).message, detail: null }} />
        ) : test.data ? (
          <TestWords result={test.data} />
        ) : null}
      </div>
    </div>
  )
}

function TestWords({ result }: { result: TestResult }) {
  const Icon = result.ok ? CircleCheck : CircleAlert
  return (
    <>
      <p className="flex items-start gap-1.5">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${result.ok ? 'text-good' : 'text-bad'}`} />
        {result.message}
      </p>
      {result.detail === null ? null : (
        <p className="pl-5.5 text-ink-2">
          The server said: <q className="break-words">{result.detail}</q>
        </p>
      )}
    </>
  )
}

const WHERE: Record<string, string> = {
  darwin: 'Open System Settings, Notifications, Rolecall, and allow them.',
  win32: 'Open Settings, System, Notifications, and switch on Rolecall.',
}

/** What to do where the system keeps Rolecall's notifications back; nothing where all is well. */
export function SystemSays({ shell }: { shell: ShellInfo | undefined }) {
  return shell?.notifications === 'denied' ? (
    <p role="alert" className="flex items-start gap-2 rounded bg-warn-soft px-3 py-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        Your system does not show notifications of Rolecall. The bell and email go on working.{' '}
        {WHERE[shell.platform] ??
          'Open the settings of your desktop, Notifications, and allow them; without a notification service on this computer there is nothing to allow.'}
      </span>
    </p>
  ) : null
}
