import { useQuery } from '@tanstack/react-query'
import { ListPlus, Plus } from 'lucide-react'
import { Link } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { openAddSource } from '../sources/add/add-source-opener.ts'
import { SourceHealth, SourceStateMark } from '../sources/source-state.tsx'
import { TestButton, TestResult } from '../sources/source-test.tsx'
import { testSource } from '../sources/source-tests.ts'
import { useKinds } from '../sources/use-kinds.ts'
import { isInTrouble, usedText } from './source-lines.ts'

/** The sources of a campaign: which it asks, how each is, what is wrong, and adding more. */
export function CampaignSources({ campaignId }: { campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('sources', 'list', {}))
  const kinds = useKinds()
  const setSources = useChange(client.campaigns.setSources)
  const useOpen = useChange(client.sources.useOpen)
  const asks = (source: SourceView) => source.campaigns.includes(campaignId)
  const use = (source: SourceView, on: boolean) => {
    const others = (data ?? []).filter(one => asks(one) && one.id !== source.id).map(one => one.id)
    setSources.mutate({ campaignId, sourceIds: on ? [...others, source.id] : others })
  }
  const open = kinds.all.filter(kind => kind.family === 'board' && kind.keys.length === 0)
  const free = (data ?? []).filter(one => one.enabled && kinds.of(one.kind)?.keys.length === 0)
  const unused =
    free.some(one => !asks(one)) || open.some(kind => !data?.some(source => source.kind === kind.kind))
  return (
    <Section
      title="Sources"
      lead={data ? usedText(data.filter(asks), data.length) : null}
      action={
        <Button size="small" icon={Plus} onClick={() => openAddSource({ campaignId })}>
          Add source
        </Button>
      }
    >
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading the sources" /> : null}
      {data && data.length > 0 ? (
        <ul aria-label="Sources of this campaign" className="flex flex-col border-y border-line">
          {data.map(source => (
            <SourceLine
              key={source.id}
              source={source}
              used={asks(source)}
              campaignId={campaignId}
              onUse={on => use(source, on)}
            />
          ))}
        </ul>
      ) : null}
      {data && unused ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3">
          <Button icon={ListPlus} busy={useOpen.isPending} onClick={() => useOpen.mutate({ campaignId })}>
            Use all without a key
          </Button>
          <span className="min-w-40 flex-1 text-xs text-ink-3">
            Company boards on your list and every public job board that needs no key.
          </span>
        </div>
      ) : null}
    </Section>
  )
}

function SourceLine({
  source,
  used,
  campaignId,
  onUse,
}: {
  source: SourceView
  used: boolean
  campaignId: CampaignId
  onUse: (on: boolean) => void
}) {
  const trouble = used && isInTrouble(source)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0">
      <div className="min-w-48 flex-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <Checkbox label={source.label} checked={used} onChange={onUse} />
          <span className="flex items-center gap-3 pl-8 text-xs text-ink-2 sm:pl-0">
            {source.state === 'ok' && source.lastSuccessAt ? (
              <When at={source.lastSuccessAt} className="text-ink-3" />
            ) : null}
            <SourceStateMark source={source} />
          </span>
        </div>
        {source.state === 'off' && used ? (
          <p className="pl-8 text-xs text-ink-2">Switched off for all campaigns, so it is not asked.</p>
        ) : null}
        {source.state === 'ok' || trouble ? <SourceHealth source={source} className="pl-8" /> : null}
        {trouble ? (
          <p className="pl-8 text-xs text-ink-2">
            Its jobs found before stay.{' '}
            <Link to={`/sources/${source.id}`} className="text-link">
              History and setup of {source.label}
            </Link>
          </p>
        ) : null}
        <TestResult source={source} className="pl-8" />
      </div>
      <TestButton source={source} onTest={() => void testSource(source.id, campaignId)} />
    </li>
  )
}
