import { useQuery } from '@tanstack/react-query'
import { Activity, BriefcaseBusiness, CircleAlert } from 'lucide-react'
import { Link, useNavigate, useParams } from 'react-router'
import { RunId } from '../../../../main/contract/ids.ts'
import type { RunDetail, RunView } from '../../../../main/contract/runs.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { When } from '../../ui/when.tsx'
import { durationText } from '../../ui/when-text.ts'
import { RunIssues } from '../campaigns/run-history.tsx'
import { isGoing, runWhat, TRIGGER_LABELS } from '../campaigns/run-words.ts'
import { Elapsed } from './elapsed.tsx'
import { RunActions } from './run-actions.tsx'
import { setAside } from './run-figures.ts'
import { RunGraph } from './run-graph.tsx'
import { RunLog } from './run-log.tsx'
import { RunChecks, RunLayers, RunSources } from './run-parts.tsx'
import { RunStateBadge } from './run-state.tsx'
import { useRunActs } from './use-run-acts.ts'
import { useKnownCampaigns } from './use-runs.ts'

/** `/runs/12`: one run with its steps, rows, sources, checks and log. */
export function RunPage() {
  const asked = RunId.safeParse(Number(useParams().runId))
  // Another run is another page: nothing of the one before stays.
  return asked.success ? <Loaded key={asked.data} runId={asked.data} /> : <Gone />
}

function Loaded({ runId }: { runId: RunId }) {
  const { data, error, refetch } = useQuery(ask('runs', 'get', { runId }))
  if (error && errorOf(error).code === 'not_found') return <Gone />
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Page title="Run">
        <SkeletonRows label="Loading the run" />
      </Page>
    )
  return <Run detail={data} />
}

function Gone() {
  const navigate = useNavigate()
  return (
    <Page title="Run">
      <EmptyState
        icon={Activity}
        title="This run is not there"
        action={
          <Button look="primary" onClick={() => void navigate('/runs')}>
            Show all runs
          </Button>
        }
      >
        No run has this number. The jobs that runs found are kept.
      </EmptyState>
    </Page>
  )
}

function Run({ detail }: { detail: RunDetail }) {
  const { run, issues, sources, checks } = detail
  const campaigns = useKnownCampaigns()
  const there = campaigns === null || campaigns.has(run.campaignId)
  const acts = useRunActs()
  const going = isGoing(run)
  const aside = setAside(run.counts)
  return (
    <Page
      title={`${runWhat(run)} for ${run.campaignName}`}
      wide
      lead={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <RunStateBadge state={run.state} />
          <span>
            <Link to="/runs" className="text-link">
              All runs
            </Link>
            {' · '}
            {there ? (
              <Link to={`/campaigns/${run.campaignId}`} className="text-link">
                {run.campaignName}
              </Link>
            ) : (
              `${run.campaignName} was deleted; what this run brought is kept`
            )}
          </span>
        </span>
      }
      action={
        <>
          {there && run.counts.jobs > 0 ? <NewJobsButton run={run} /> : null}
          {there ? <RunActions run={run} acts={acts} /> : null}
        </>
      }
    >
      <div className="@container flex max-w-[110rem] flex-col gap-4">
        {run.error ? (
          <p
            role="alert"
            className="flex items-start gap-2 rounded border border-bad bg-bad-soft px-3 py-2 text-base"
          >
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
            <span className="min-w-0">
              {run.error}
              {run.canRetry ? ' What it did before is kept, and Retry goes on from there.' : ''}
            </span>
          </p>
        ) : null}
        <Section title="Steps" lead={<Times run={run} />}>
          <RunGraph key={run.id} run={run} />
        </Section>
        <RunLayers counts={run.counts} />
        <div className="grid gap-4 @4xl:grid-cols-2 @4xl:items-start">
          <RunSources sources={sources} counts={run.counts} />
          <RunChecks checks={checks} going={going} />
        </div>
        {aside > 0 || issues.length > 0 ? (
          <Section
            title="Set aside"
            lead={`${aside.toLocaleString('en')} ${aside === 1 ? 'posting was' : 'postings were'} set aside, each with its reason; all others went on.`}
          >
            <div className="max-h-96 overflow-y-auto">
              <RunIssues issues={issues} total={aside} />
            </div>
          </Section>
        ) : null}
        <RunLog run={run} />
      </div>
    </Page>
  )
}

function Times({ run }: { run: RunView }) {
  const began = run.startedAt ?? run.queuedAt
  return (
    <>
      {`Began ${TRIGGER_LABELS[run.trigger] === 'caught up' ? 'to catch up' : TRIGGER_LABELS[run.trigger]}, `}
      <When at={began} />
      {isGoing(run) && run.startedAt !== null ? (
        <>
          , for <Elapsed since={run.startedAt} />
        </>
      ) : null}
      {run.milliseconds === null ? null : `, took ${durationText(run.milliseconds)}`}
    </>
  )
}

/** The jobs that its campaign found while it ran. */
function NewJobsButton({ run }: { run: RunView }) {
  const navigate = useNavigate()
  const params = new URLSearchParams({ campaign: String(run.campaignId), by: String(run.campaignId) })
  if (run.startedAt !== null) params.set('since', run.startedAt)
  if (run.finishedAt !== null) params.set('until', run.finishedAt)
  return (
    <Button icon={BriefcaseBusiness} onClick={() => void navigate(`/jobs?${params}`)}>
      Show its new jobs
    </Button>
  )
}
