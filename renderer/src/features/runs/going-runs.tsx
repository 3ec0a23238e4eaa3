import { CircleStop } from 'lucide-react'
import { Link } from 'react-router'
import type { RunView } from '../../../../main/contract/runs.ts'
import { useProgressOf } from '../../app/live.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { runWhat, stepLabel, TRIGGER_LABELS } from '../campaigns/run-words.ts'
import { useCancel } from './use-cancel.ts'
import { useGoingRuns } from './use-runs.ts'

/** What waits and what runs now, each with its progress and Cancel; nothing while nothing does. */
export function GoingRuns() {
  const runs = useGoingRuns()
  if (runs.length === 0) return null
  return (
    <Section
      title="Running now"
      lead={runs.length === 1 ? undefined : `${runs.length} runs; those of one campaign go one after another`}
    >
      <ul aria-label="Running now" className="flex flex-col divide-y divide-line">
        {runs.map(run => (
          <GoingRun key={run.id} run={run} />
        ))}
      </ul>
    </Section>
  )
}

function GoingRun({ run }: { run: RunView }) {
  const live = useProgressOf(run.id)
  const { cancelling, cancel } = useCancel(run.id)
  const steps = live?.steps ?? run.steps
  const current = steps.findLast(step => step.state === 'running' || step.state === 'retrying')
  const doing = cancelling
    ? 'Cancelling'
    : current
      ? `${stepLabel(current.step)}${current.state === 'retrying' ? ' (tried again)' : ''}`
      : run.state === 'queued'
        ? 'Waiting for its turn'
        : 'Starting'
  const name = `${runWhat(run)} for ${run.campaignName}`
  return (
    <li className="flex items-center gap-4 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-2 text-sm">
          <Link to={`/runs/${run.id}`} className="min-w-0 truncate font-medium hover:underline">
            {run.campaignName}
          </Link>
          <span className="min-w-0 truncate text-ink-3">
            {runWhat(run)}, {TRIGGER_LABELS[run.trigger]}
          </span>
        </p>
        <ProgressBar label={doing} done={live?.done ?? 0} total={live?.total ?? null} />
      </div>
      <Button
        icon={CircleStop}
        size="small"
        busy={cancelling}
        aria-label={`Cancel: ${name}`}
        onClick={cancel}
      >
        Cancel
      </Button>
    </li>
  )
}
