import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DetectionRunView } from '../../../../main/contract/detection.ts'
import { DETECTION_STATE_LABELS } from '../../../../main/contract/labels.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { isGoing, leftOf } from './missing-view.ts'
import { RUNS } from './runs-now.tsx'
import { useRetry } from './use-retry.ts'

const TONES = {
  queued: 'info',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'neutral',
} as const satisfies Record<DetectionRunView['state'], string>

const count = (value: number) => value.toLocaleString('en')

/** The runs that detected many jobs again, with what could not be read and why. */
export function DetectionRunsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Runs that detected again" width="wide">
      {open ? <Runs onClose={onClose} /> : null}
    </Dialog>
  )
}

function Runs({ onClose }: { onClose: () => void }) {
  const { data: runs, error, refetch } = useQuery(RUNS)
  const [shown, setShown] = useState<number | null>(null)
  const retry = useRetry()
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!runs) return <SkeletonRows rows={4} label="Loading the runs" />
  if (runs.length === 0)
    return <p className="pb-2 text-ink-2">No run yet. “Detect again” reads the postings of many jobs anew.</p>
  const number = (label: string) => ({ label, number: true as const })
  const chosen = runs.find(run => run.id === shown)
  return (
    <div className="flex flex-col gap-4 pb-2">
      <Table
        caption="Runs, newest first"
        head={[
          'When',
          'What',
          'State',
          number('Read'),
          number('Changed'),
          number('Failed'),
          { label: 'Acts', hidden: true },
        ]}
      >
        {runs.map(run => (
          <tr key={run.id}>
            <Cell heading className="whitespace-nowrap">
              <When at={run.startedAt ?? run.queuedAt} />
            </Cell>
            <Cell className="min-w-40">
              {run.label}
              {run.trigger === 'run' ? <span className="text-ink-3">, after a run</span> : null}
              {run.error ? <span className="block text-xs text-bad">{run.error}</span> : null}
            </Cell>
            <Cell>
              <Badge tone={TONES[run.state]}>{DETECTION_STATE_LABELS[run.state]}</Badge>
            </Cell>
            <Cell number>
              {count(run.done)} of {count(run.total)}
            </Cell>
            <Cell number>{count(run.changed)}</Cell>
            <Cell number>{count(run.failed)}</Cell>
            <Cell className="whitespace-nowrap">
              {run.failed > 0 ? (
                <Button
                  size="small"
                  look="quiet"
                  className="-my-1"
                  aria-expanded={shown === run.id}
                  aria-label={`Why ${count(run.failed)} failed: ${run.label}`}
                  onClick={() => setShown(shown === run.id ? null : run.id)}
                >
                  Why
                </Button>
              ) : null}
              {!isGoing(run) && leftOf(run) > 0 ? (
                <Button
                  size="small"
                  className="-my-1"
                  aria-label={`Try the rest again: ${run.label}`}
                  onClick={() => retry.mutate(run.id)}
                >
                  Retry
                </Button>
              ) : null}
            </Cell>
          </tr>
        ))}
      </Table>
      {chosen ? <Issues run={chosen} onClose={onClose} /> : null}
    </div>
  )
}

/** The jobs of a run that could not be read, each with its reason. */
function Issues({ run, onClose }: { run: DetectionRunView; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask('detection', 'issues', { detectionRunId: run.id }))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={2} label="Loading the reasons" />
  return (
    <div>
      <Table caption={`Not read: ${run.label}`} showCaption head={['Job', 'Reason']}>
        {data.map(issue => (
          <tr key={issue.jobId}>
            <Cell heading className="min-w-40">
              <Link to={`/jobs/${issue.jobId}`} onClick={onClose} className="text-link">
                {issue.title}
              </Link>
              <span className="text-ink-3"> {issue.company}</span>
            </Cell>
            <Cell>{issue.message}</Cell>
          </tr>
        ))}
      </Table>
      {run.failed > data.length ? (
        <p className="pt-1 text-xs text-ink-3">
          The first {count(data.length)} of {count(run.failed)}.
        </p>
      ) : null}
    </div>
  )
}
