import { useQuery } from '@tanstack/react-query'
import type { CampaignId, RunId } from '../../../../main/contract/ids.ts'
import type { RunView } from '../../../../main/contract/runs.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Badge } from '../../ui/badge.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { durationText } from '../../ui/when-text.ts'
import { RunIssues } from '../campaigns/run-history.tsx'
import { RunProgress } from '../campaigns/run-progress.tsx'
import { isGoing, RUN_STATE_LABELS, RUN_STATE_TONES } from '../campaigns/run-words.ts'

/** The import at work, then what it brought. */
export function RunStep({ runId, campaignId }: { runId: RunId; campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('runs', 'get', { runId }))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} label="Loading the run" />
  const { run, issues } = data
  if (isGoing(run)) {
    return (
      <div className="flex flex-col gap-3">
        <RunProgress campaignId={campaignId} run={run} />
        <p className="text-sm text-ink-2">
          It goes on when this is closed; the campaign shows how far it is. Cancel keeps what was read so far.
        </p>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <Summary run={run} />
      {run.error ? (
        <p role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2">
          {run.error}
        </p>
      ) : null}
      <RunIssues issues={issues} total={run.counts.rejected} />
    </div>
  )
}

function Summary({ run }: { run: RunView }) {
  const { counts } = run
  const figures: [string, number][] = [
    ['New jobs', counts.jobs],
    ['Joined to a job', counts.merged],
    ['Unchanged', counts.unchanged],
    ['Refused', counts.rejected],
    ['Ranked', counts.ranked],
  ]
  return (
    <section aria-label="Summary" className="flex flex-col gap-2">
      <p role="status" className="flex flex-wrap items-center gap-2 text-base">
        <Badge tone={RUN_STATE_TONES[run.state]}>{RUN_STATE_LABELS[run.state]}</Badge>
        <span className="break-all">{run.label}</span>
        {run.milliseconds === null ? null : (
          <span className="text-sm text-ink-3">in {durationText(run.milliseconds)}</span>
        )}
      </p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="text-lg font-semibold">{value.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
