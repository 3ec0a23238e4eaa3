import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Plus } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { errorText } from '../../app/error-text.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast-store.ts'
import { Checkbox } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { boardToken } from './board-token.ts'

/** The sources of a campaign: which it asks, how they are, and adding a Greenhouse board. */
export function Boards({ campaignId }: { campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('sources', 'list', {}))
  const setSources = useChange(client.campaigns.setSources)
  const use = (source: SourceView, on: boolean) => {
    const used = (data ?? []).filter(one => one.campaigns.includes(campaignId)).map(one => one.id)
    const sourceIds = on ? [...used, source.id] : used.filter(id => id !== source.id)
    setSources.mutate({ campaignId, sourceIds })
  }
  // Files are sources too, but nothing that a campaign could ask.
  const live = data?.filter(source => source.kind === 'greenhouse') ?? []
  return (
    <Section title="Sources" lead="Greenhouse job boards of companies. No key is needed.">
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {live.length > 0 ? (
        <ul className="mb-3 flex flex-col border-y border-line">
          {live.map(source => (
            <SourceLine
              key={source.id}
              source={source}
              used={source.campaigns.includes(campaignId)}
              onUse={on => use(source, on)}
            />
          ))}
        </ul>
      ) : null}
      <AddBoard campaignId={campaignId} />
    </Section>
  )
}

type TestState = { state: 'idle' | 'busy' } | { state: 'ok' | 'bad'; words: string }

function SourceLine({
  source,
  used,
  onUse,
}: {
  source: SourceView
  used: boolean
  onUse: (on: boolean) => void
}) {
  const setEnabled = useChange(client.sources.setEnabled)
  const [test, setTest] = useState<TestState>({ state: 'idle' })
  const run = async () => {
    setTest({ state: 'busy' })
    try {
      const { message } = await client.sources.test({ sourceId: source.id })
      setTest({ state: 'ok', words: message })
    } catch (error) {
      const known = errorOf(error)
      const { what, todo } = errorText(known)
      setTest({ state: 'bad', words: known.message || `${what} ${todo}` })
    }
  }
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0">
      <div className="min-w-48 flex-1">
        <Checkbox
          label={
            <span className="flex flex-wrap items-center gap-x-2">
              {source.label}
              {source.enabled ? null : <Badge>Switched off</Badge>}
            </span>
          }
          checked={used}
          onChange={onUse}
        />
        <p className="pl-8 text-xs text-ink-3">
          <SourceHealth source={source} />
        </p>
      </div>
      <div className="flex gap-1.5">
        <Button
          size="small"
          busy={test.state === 'busy'}
          aria-label={`Test ${source.label}`}
          onClick={() => void run()}
        >
          Test
        </Button>
        <Button
          size="small"
          look="quiet"
          aria-label={`${source.enabled ? 'Switch off' : 'Switch on'} ${source.label} for all campaigns`}
          onClick={() => setEnabled.mutate({ sourceId: source.id, enabled: !source.enabled })}
        >
          {source.enabled ? 'Switch off' : 'Switch on'}
        </Button>
      </div>
      <p role="status" className="basis-full pl-8 text-sm">
        {test.state === 'ok' ? (
          <span className="inline-flex items-start gap-1.5 text-good">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
            {test.words}
          </span>
        ) : null}
        {test.state === 'bad' ? (
          <span className="inline-flex items-start gap-1.5 text-bad">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {test.words}
          </span>
        ) : null}
      </p>
    </li>
  )
}

function SourceHealth({ source }: { source: SourceView }) {
  const failed =
    source.lastErrorAt !== null &&
    (source.lastSuccessAt === null || source.lastErrorAt > source.lastSuccessAt)
  if (failed && source.lastErrorAt !== null)
    return (
      <span className="text-bad">
        Failed <When at={source.lastErrorAt} />: {source.lastError}
      </span>
    )
  if (source.lastSuccessAt === null) return 'Not asked yet'
  return (
    <>
      Answered <When at={source.lastSuccessAt} />
      {source.lastPostings === null ? '' : ` with ${source.lastPostings.toLocaleString('en')} postings`}
    </>
  )
}

function AddBoard({ campaignId }: { campaignId: CampaignId }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const board = boardToken(text)
    if (board === null) {
      setProblem(
        'Paste the name of a board, such as “acme”, or an address such as boards.greenhouse.io/acme.',
      )
      form.current?.querySelector('input')?.focus()
      return
    }
    setBusy(true)
    try {
      const { label } = await client.sources.add({ kind: 'greenhouse', config: { board }, campaignId })
      toast(`${label} was added`, { tone: 'good' })
      setText('')
      setProblem(undefined)
    } catch (error) {
      const known = errorOf(error)
      if (known.retryable) failureToast(error)
      else setProblem(known.message || errorText(known).what)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => void add(event)}
      className="flex flex-wrap items-start gap-2"
    >
      <TextField
        label="Board or careers address"
        hint="The last part of boards.greenhouse.io/…"
        placeholder="acme"
        spellCheck={false}
        className="max-w-md min-w-48 flex-1"
        value={text}
        error={problem}
        onChange={event => {
          setText(event.target.value)
          setProblem(undefined)
        }}
      />
      <Button type="submit" icon={Plus} busy={busy} className="mt-6">
        Add board
      </Button>
    </form>
  )
}
