import { useQuery } from '@tanstack/react-query'
import { ExternalLink, Plug, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { SOURCE_FAMILY_LABELS } from '../../../../main/contract/labels.ts'
import type { SourceKind, SourceView } from '../../../../main/contract/sources.ts'
import { useCommands } from '../../app/commands.ts'
import { ask, client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { Switch } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { PriorityField } from './priority-field.tsx'
import { QualityParts } from './quality.tsx'
import { SourceCampaigns } from './source-campaigns.tsx'
import { SourceHistory } from './source-history.tsx'
import { SourceKeys } from './source-keys.tsx'
import { SourceHealth, SourceStateMark } from './source-state.tsx'
import { figure } from './source-table.tsx'
import { TestButton, TestResult } from './source-test.tsx'
import { shareText } from './source-words.ts'
import { useKinds } from './use-kinds.ts'
import { useSourceActs } from './use-source-acts.ts'

/** `/sources/12`: how it is, what its runs brought, its setup, its keys, who asks it. */
export function SourcePage() {
  const id = Number(useParams().sourceId)
  const { data, error, refetch } = useQuery(ask('sources', 'list', {}))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows label="Loading the source" />
  const source = data.find(one => one.id === id)
  if (!source)
    return (
      <Page title="Source">
        <EmptyState
          icon={Plug}
          title="This source is not on the list"
          action={
            <Link to="/sources" className="text-link">
              All sources
            </Link>
          }
        >
          It may have been removed. Jobs that it brought are still there.
        </EmptyState>
      </Page>
    )
  return <Known key={source.id} source={source} />
}

function Known({ source }: { source: SourceView }) {
  const kind = useKinds().of(source.kind)
  const acts = useSourceActs()
  const navigate = useNavigate()
  const test = () => void acts.test(source)
  const remove = () => acts.remove(source, () => void navigate('/sources'))
  const group = 'Source'
  useCommands([
    { id: 'source.test', title: `Test ${source.label}`, group, icon: Plug, shortcut: 't', run: test },
    {
      id: 'source.enable',
      title: `Switch ${source.enabled ? 'off' : 'on'} ${source.label}`,
      group,
      run: () => acts.enable(source, !source.enabled),
    },
    { id: 'source.remove', title: `Remove ${source.label}`, group, icon: Trash2, run: remove },
  ])
  return (
    <Page
      title={source.label}
      lead={
        <>
          <Link to="/sources" className="text-link">
            All sources
          </Link>
          {kind ? ` · ${SOURCE_FAMILY_LABELS[kind.family]}` : null}
        </>
      }
      action={
        <>
          <Button icon={Trash2} onClick={remove}>
            Remove
          </Button>
          <TestButton source={source} onTest={test} look="primary" size="normal" />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Overview source={source} />
        <SourceHistory sourceId={source.id} label={source.label} />
        <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
          <div className="flex flex-col gap-4">
            <Setup source={source} kind={kind} />
            {kind && kind.keys.length > 0 ? <SourceKeys kind={kind} onEntered={test} /> : null}
          </div>
          <div className="flex flex-col gap-4">
            <SourceCampaigns source={source} />
            <Section
              title="Quality"
              lead="How complete and reliable its postings were over the last 20 runs."
            >
              {source.qualityParts.length > 0 ? (
                <QualityParts parts={source.qualityParts} />
              ) : (
                <p className="text-sm text-ink-2">Known after the first run that brings a posting.</p>
              )}
            </Section>
          </div>
        </div>
      </div>
    </Page>
  )
}

function Overview({ source }: { source: SourceView }) {
  const acts = useSourceActs()
  const failing = source.state === 'failing' || source.state === 'resting'
  const figures: [string, ReactNode][] = [
    [
      'Last answer',
      source.lastSuccessAt ? <When key="last" at={source.lastSuccessAt} /> : <Quiet key="last">never</Quiet>,
    ],
    ['Postings last time', figure(source.lastPostings)],
    ['Open postings', source.openPostings.toLocaleString('en')],
    ['Duplicates', source.duplicateShare === null ? figure(null) : shareText(source.duplicateShare)],
    ['Quality', figure(source.quality)],
  ]
  return (
    <section
      aria-label="State"
      className="flex flex-wrap items-start gap-x-8 gap-y-3 rounded border border-line bg-surface px-4 py-3"
    >
      <div className="flex min-w-56 flex-1 basis-80 flex-col gap-0.5">
        <SourceStateMark source={source} className="text-lg font-semibold" />
        <SourceHealth source={source} className="text-sm!" />
        {failing ? <p className="text-sm text-ink-2">Jobs that it brought before stay.</p> : null}
        <TestResult source={source} className="text-sm!" />
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
        <div>
          <dt className="text-xs text-ink-3">Priority</dt>
          <dd>
            <PriorityField source={source} onChange={priority => acts.prioritise(source, priority)} />
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-3">{source.enabled ? 'On' : 'Off'}</dt>
          <dd className="pt-0.5">
            <Switch
              label={`Ask ${source.label}`}
              hideLabel
              checked={source.enabled}
              onChange={on => acts.enable(source, on)}
            />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="font-normal text-ink-3">{children}</span>
}

/** What it is asked with, and what its makers say of it. */
function Setup({ source, kind }: { source: SourceView; kind: SourceKind | undefined }) {
  if (!kind)
    return (
      <Section title="Setup">
        <p className="text-sm text-ink-2">
          This version does not know sources of the kind “{source.kind}”. Install the newer Rolecall that
          added it.
        </p>
      </Section>
    )
  const lines = kind.fields.flatMap(field => {
    const value = source.config[field.name]
    if (value === undefined || value === null || value === '') return []
    const option = field.options?.find(one => one.value === value)
    return [[field.label, option?.label ?? String(value)] as const]
  })
  return (
    <Section
      title="Setup"
      action={
        <Button
          size="small"
          look="quiet"
          icon={ExternalLink}
          onClick={() => void client.shell.openExternal({ url: kind.site }).catch(failureToast)}
        >
          Open {kind.label}
        </Button>
      }
    >
      <p className="text-base">{kind.about}</p>
      <dl className="mt-2 flex flex-col">
        {[...lines, ['Lists', LISTS[kind.lists]] as const].map(([label, value]) => (
          <div key={label} className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
            <dt className="w-36 shrink-0 text-sm text-ink-3">{label}</dt>
            <dd className="min-w-40 flex-1 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const LISTS: Record<SourceKind['lists'], string> = {
  all: 'every open posting; one that is missing has closed',
  recent: 'its newest postings',
  search: 'what fits the words and places of the campaign',
}
