import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, PlugZap, RotateCw } from 'lucide-react'
import type { AiState, AiStatus, AiTestResult } from '../../../../../main/contract/ai.ts'
import { AI_RUNG_LABELS } from '../../../../../main/contract/labels.ts'
import type { Settings } from '../../../../../main/contract/shapes.ts'
import { ask, client } from '../../../app/core.ts'
import { Failure, failureToast } from '../../../app/failure.tsx'
import { updateSettings } from '../../../app/use-settings.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Switch } from '../../../ui/toggles.tsx'
import { When } from '../../../ui/when.tsx'
import { durationText } from '../../../ui/when-text.ts'
import { costText, hostOf } from '../../ai/ai-words.ts'
import { AiCalls } from './ai-calls.tsx'
import { AiEndpoint } from './ai-endpoint.tsx'
import { AiMoney } from './ai-money.tsx'

/** The language model: off by itself, what is sent where, what it may spend, and how it goes. */
export function AiSettings({ settings }: { settings: Settings }) {
  const status = useQuery(ask('ai', 'status', {}))
  const host = hostOf(settings.aiBaseUrl)
  return (
    <Section
      title="Language model"
      lead="AI reads what patterns left open in a posting. Every value that it gives must be quoted from the posting, or it is dropped."
    >
      <div className="@container flex flex-col gap-4">
        <Switch
          label="Use a language model"
          hint={`Sends the text of postings to ${host ?? 'the address below'}, when you ask for it or switch it on below; nothing about you. Off, nothing is sent.`}
          checked={settings.aiEnabled}
          onChange={aiEnabled => void updateSettings({ aiEnabled })}
        />
        {status.error ? <Failure error={status.error} onRetry={() => void status.refetch()} /> : null}
        {settings.aiEnabled ? (
          <>
            {status.data ? <Standing status={status.data} /> : null}
            <AiEndpoint settings={settings} />
            <Test />
            {status.data ? <AiMoney settings={settings} status={status.data} /> : null}
            <Switch
              label="Read new jobs after each run"
              hint="The best new jobs with missing facts, as far as the limits allow."
              checked={settings.aiAfterRuns}
              onChange={aiAfterRuns => void updateSettings({ aiAfterRuns })}
            />
            {status.data ? <AiCalls status={status.data} /> : null}
          </>
        ) : null}
      </div>
    </Section>
  )
}

/** States that go on only by an act of the person. */
const RESUMABLE: readonly AiState[] = ['key_refused', 'resting']

/** Whether it can be asked now, in one sentence, with what to do. */
function Standing({ status }: { status: AiStatus }) {
  const resume = useMutation({ mutationFn: () => client.ai.resume({}), onError: failureToast })
  const ready = status.state === 'ready'
  return (
    <div
      className={`flex flex-col items-start gap-1.5 rounded px-3 py-2 text-sm ${ready ? 'bg-good-soft' : 'bg-warn-soft'}`}
    >
      <p role="status" className="flex items-start gap-2">
        {ready ? (
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        ) : (
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        )}
        <span>
          {ready
            ? `Ready.${status.rung ? ` The endpoint ${AI_RUNG_LABELS[status.rung]}.` : ''}`
            : status.message}
          {status.waitUntil ? (
            <>
              {' '}
              Goes on <When at={status.waitUntil} />.
            </>
          ) : null}
        </span>
      </p>
      {RESUMABLE.includes(status.state) ? (
        <Button size="small" icon={RotateCw} busy={resume.isPending} onClick={() => resume.mutate()}>
          Try again now
        </Button>
      ) : null}
    </div>
  )
}

/** One small question, to see that address, key and model fit together. */
function Test() {
  const test = useMutation({ mutationFn: () => client.ai.test({}) })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button icon={PlugZap} busy={test.isPending} onClick={() => test.mutate()}>
        {test.isPending ? 'Testing' : 'Test'}
      </Button>
      <p role="status" className="min-w-0 flex-1 text-sm">
        {test.isPending ? null : test.error ? (
          <span className="text-bad">{errorOf(test.error).message}</span>
        ) : test.data ? (
          <TestWords result={test.data} />
        ) : (
          <span className="text-ink-3">Asks one small question.</span>
        )}
      </p>
    </div>
  )
}

function TestWords({ result }: { result: AiTestResult }) {
  const details = [durationText(result.milliseconds), result.cost > 0 ? costText(result.cost) : ''].filter(
    Boolean,
  )
  return (
    <span className={result.ok ? 'text-good' : 'text-bad'}>
      {result.message} <span className="text-ink-3">{details.join(', ')}</span>
    </span>
  )
}
