import { useQuery } from '@tanstack/react-query'
import { BriefcaseBusiness, Copy, Pause, PencilLine, Play, Target } from 'lucide-react'
import { Link, useNavigate, useParams } from 'react-router'
import { CampaignId } from '../../../../main/contract/ids.ts'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { useRunProgress } from '../../app/live.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { When } from '../../ui/when.tsx'
import { WeightsSuggestion } from '../feedback/weights-suggestion.tsx'
import { noRunWords } from '../schedule/schedule-words.ts'
import { CampaignMenu } from './campaign-card.tsx'
import { CampaignJobs } from './campaign-jobs.tsx'
import { CampaignRanking } from './campaign-ranking.tsx'
import { CampaignSources } from './campaign-sources.tsx'
import { CampaignStatistics } from './campaign-statistics.tsx'
import { RunHistory } from './run-history.tsx'
import { RunProgress } from './run-progress.tsx'
import { isGoing } from './run-words.ts'
import { useCampaignActs } from './use-campaign-acts.ts'
import { wishLines } from './wish-lines.ts'

/** `/campaigns/12`: what it asks for, where from, and what its runs brought. */
export function CampaignPage() {
  const asked = CampaignId.safeParse(Number(useParams().campaignId))
  return asked.success ? <Loaded campaignId={asked.data} /> : null
}

function Loaded({ campaignId }: { campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('campaigns', 'get', { campaignId }))
  if (error && errorOf(error).code === 'not_found') return <Gone />
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows label="Loading the campaign" />
  return <Campaign campaign={data} />
}

/** It was deleted, here or in another window, or never was. */
function Gone() {
  const navigate = useNavigate()
  return (
    <Page title="Campaign">
      <EmptyState
        icon={Target}
        title="This campaign is not there any more"
        action={
          <Button look="primary" onClick={() => void navigate('/campaigns')}>
            Show all campaigns
          </Button>
        }
      >
        It was deleted, or its copy was taken back. The jobs that it found are kept.
      </EmptyState>
    </Page>
  )
}

function Campaign({ campaign }: { campaign: CampaignView }) {
  const { id, draft, state, lastRun } = campaign
  const acts = useCampaignActs()
  const navigate = useNavigate()
  const going = useRunProgress(id) !== null || isGoing(lastRun)
  const paused = state === 'paused'
  const showJobs = () => void navigate(`/jobs?campaign=${id}`)
  const group = 'Campaign'
  useCommands([
    { id: 'campaign.run', title: `Run ${draft.name} now`, group, icon: Play, run: () => void acts.run(id) },
    {
      id: 'campaign.edit',
      title: `Edit ${draft.name}`,
      group,
      icon: PencilLine,
      shortcut: 'e',
      run: () => acts.edit(campaign),
    },
    {
      id: 'campaign.duplicate',
      title: `Duplicate ${draft.name}`,
      group,
      icon: Copy,
      run: () => acts.duplicate(campaign),
    },
    {
      id: 'campaign.jobs',
      title: `Show the jobs of ${draft.name}`,
      group,
      icon: BriefcaseBusiness,
      run: showJobs,
    },
  ])
  return (
    <Page
      title={draft.name}
      wide
      lead={
        <>
          <Link to="/campaigns" className="text-link">
            All campaigns
          </Link>
          {paused ? ' · Paused' : null}
        </>
      }
      action={
        <>
          <Button icon={PencilLine} onClick={() => acts.edit(campaign)}>
            Edit
          </Button>
          <Button icon={paused ? Play : Pause} onClick={() => acts.toggle(campaign)}>
            {paused ? 'Resume' : 'Pause'}
          </Button>
          <CampaignMenu campaign={campaign} acts={acts} />
          <Button look="primary" icon={Play} disabled={going} onClick={() => void acts.run(id)}>
            {going ? 'Running' : 'Run now'}
          </Button>
        </>
      }
    >
      <div className="@container flex max-w-[150rem] flex-col gap-4">
        {going ? (
          <Section title="Running now">
            <RunProgress campaignId={id} run={lastRun} />
          </Section>
        ) : null}
        <Numbers campaign={campaign} onShowJobs={showJobs} />
        {/* Where there is room, what it asks for stands beside what it brought. */}
        <div className="grid grid-cols-1 gap-4 @min-[96rem]:grid-cols-[minmax(0,1fr)_32rem] @min-[96rem]:grid-rows-[auto_1fr]">
          <div className="grid min-w-0 gap-4 @4xl:grid-cols-2 @4xl:items-start @min-[96rem]:col-start-2 @min-[96rem]:row-start-1 @min-[96rem]:grid-cols-1">
            <Section title="Looks for">
              <dl className="flex flex-col">
                {wishLines(draft).map(([label, text]) => (
                  <div
                    key={label}
                    className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0"
                  >
                    <dt className="w-36 shrink-0 text-sm text-ink-3">{label}</dt>
                    <dd className="min-w-40 flex-1">
                      {text ?? <span className="text-ink-3">no preference</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            </Section>
            <CampaignSources campaignId={id} />
          </div>
          <div className="flex min-w-0 flex-col gap-4 @min-[96rem]:col-start-1 @min-[96rem]:row-span-2 @min-[96rem]:row-start-1">
            <CampaignJobs campaign={campaign} />
            <CampaignStatistics campaign={campaign} />
            <Section title="Runs">
              <RunHistory campaignId={id} />
            </Section>
          </div>
          <div className="flex min-w-0 flex-col gap-4 @min-[96rem]:col-start-2 @min-[96rem]:row-start-2">
            <CampaignRanking campaign={campaign} />
            <WeightsSuggestion campaignId={id} />
          </div>
        </div>
      </div>
    </Page>
  )
}

function Numbers({ campaign, onShowJobs }: { campaign: CampaignView; onShowJobs: () => void }) {
  const { draft, nextRunAt, lastRun } = campaign
  const figures: [string, React.ReactNode][] = [
    ['Jobs found', campaign.found.toLocaleString('en')],
    [
      `Matches from ${draft.alert_threshold}`,
      `${campaign.matches.toLocaleString('en')}${campaign.matches >= 1000 ? '+' : ''}`,
    ],
    ['Best score', campaign.bestScore === null ? '–' : Math.round(campaign.bestScore)],
    ['Last run', lastRun ? <When key="last" at={lastRun.startedAt ?? lastRun.queuedAt} /> : 'never'],
    ['Next run', nextRunAt ? <When key="next" at={nextRunAt} /> : noRunWords(campaign)],
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3 rounded border border-line bg-surface px-4 py-3">
      <dl className="flex flex-1 basis-72 flex-wrap gap-x-8 gap-y-3">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="text-lg font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <Button icon={BriefcaseBusiness} onClick={onShowJobs}>
        Show its jobs
      </Button>
    </div>
  )
}
