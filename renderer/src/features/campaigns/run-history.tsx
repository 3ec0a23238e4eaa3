import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignId, RunId } from '../../../../main/contract/ids.ts'
import type { RunIssue, RunView } from '../../../../main/contract/runs.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { durationText } from '../../ui/when-text.ts'
import {
  countsText,
  isGoing,
  RUN_STATE_LABELS,
  RUN_STATE_TONES,
  runTitle,
  STEP_STATE_LABELS,
  stepLabel,
} from './run-words.ts'

/** Runs shown at first, and after "Show more". */
const FEW = 10
const MANY = 200

/** The runs of a campaign with their numbers; each opens its steps and what it refused. */
export function RunHistory({ campaignId }: { campaignId: CampaignId }) {
  const [limit, setLimit] = useState(FEW)
  const { data, error, refetch } = useQuery(ask('runs', 'list', { campaignId, limit }))
  const [shown, setShown] = useState<RunId | null>(null)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} label="Loading the runs" />
  if (data.length === 0)
    return <p className="text-ink-2">No run yet. “Run now” collects from its sources and ranks.</p>
  const number = (label: string) => ({ label, number: true as const })
  return (
    <>
      <Table
        caption="Runs of this campaign"
        head={[
          'When',
          'What',
          'State',
          number('New jobs'),
          number('Joined'),
          number('Unchanged'),
          number('Refused'),
          number('Took'),
          { label: 'Details', hidden: true },
        ]}
      >
        {data.map(run => (
          <tr key={run.id}>
            <Cell heading className="whitespace-nowrap">
              <When at={run.startedAt ?? run.queuedAt} />
            </Cell>
            <Cell className="min-w-40 break-words">{runTitle(run)}</Cell>
            <Cell>
              <Badge tone={RUN_STATE_TONES[run.state]}>{RUN_STATE_LABELS[run.state]}</Badge>
            </Cell>
            <Cell number>{run.counts.jobs.toLocaleString('en')}</Cell>
            <Cell number>{run.counts.merged.toLocaleString('en')}</Cell>
            <Cell number>{run.counts.unchanged.toLocaleString('en')}</Cell>
            <Cell number>{run.counts.rejected.toLocaleString('en')}</Cell>
            <Cell number>{run.milliseconds === null ? '' : durationText(run.milliseconds)}</Cell>
            <Cell>
              <Button
                size="small"
                look="quiet"
                className="-my-1"
                aria-label={`Details of the ${runTitle(run)}`}
                onClick={() => setShown(run.id)}
              >
                Details
              </Button>
            </Cell>
          </tr>
        ))}
      </Table>
      {limit === FEW && data.length === FEW ? (
        <Button look="quiet" className="mt-2" onClick={() => setLimit(MANY)}>
          Show more runs
        </Button>
      ) : null}
      <Dialog open={shown !== null} onClose={() => setShown(null)} title="Run" width="wide">
        {shown === null ? null : <RunDetails runId={shown} />}
      </Dialog>
    </>
  )
}

/** One run: what it did, how long each step took, and every refused row with its reason. */
function RunDetails({ runId }: { runId: RunId }) {
  const { data, error, refetch } = useQuery(ask('runs', 'get', { runId }))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} label="Loading the run" />
  const { run, issues } = data
  return (
    <div className="flex flex-col gap-4 pb-2">
      <div>
        <p className="font-medium">{runTitle(run)}</p>
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          <Badge tone={RUN_STATE_TONES[run.state]}>{RUN_STATE_LABELS[run.state]}</Badge>
          <When at={run.startedAt ?? run.queuedAt} />
          {run.milliseconds === null ? null : <span>took {durationText(run.milliseconds)}</span>}
          <span>{countsText(run.counts)}</span>
        </p>
        {run.error ? <p className="mt-1 text-sm text-bad">{run.error}</p> : null}
      </div>
      <RunNumbers run={run} />
      {isGoing(run) ? null : <RunIssues issues={issues} total={run.counts.rejected} />}
    </div>
  )
}

function RunNumbers({ run }: { run: RunView }) {
  if (run.steps.length === 0) return null
  return (
    <Table
      caption="Steps"
      showCaption
      head={['Step', 'State', { label: 'Done', number: true }, { label: 'Of', number: true }]}
    >
      {run.steps.map(step => (
        <tr key={step.step}>
          <Cell heading>{stepLabel(step.step)}</Cell>
          <Cell>{STEP_STATE_LABELS[step.state]}</Cell>
          <Cell number>{step.done.toLocaleString('en')}</Cell>
          <Cell number>{step.total === null ? '' : step.total.toLocaleString('en')}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** The rows that were refused or remarked on, each with its reason. */
export function RunIssues({ issues, total }: { issues: readonly RunIssue[]; total: number }) {
  if (issues.length === 0) return <p className="text-sm text-ink-2">Nothing was refused.</p>
  return (
    <div>
      <Table caption="Refused rows and remarks" showCaption head={[{ label: 'Row', number: true }, 'Reason']}>
        {issues.map((issue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row can have the same remark twice
          <tr key={index}>
            <Cell number className="w-20">
              {issue.row === null ? '' : issue.row.toLocaleString('en')}
            </Cell>
            <Cell>{issue.message}</Cell>
          </tr>
        ))}
      </Table>
      {total > issues.length ? (
        <p className="pt-1 text-xs text-ink-3">
          The first {issues.length.toLocaleString('en')} of {total.toLocaleString('en')}.
        </p>
      ) : null}
    </div>
  )
}
