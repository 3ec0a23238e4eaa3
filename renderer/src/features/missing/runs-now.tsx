import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { DetectionRunView } from '../../../../main/contract/detection.ts'
import { ask, client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { useDetectionProgress } from '../../app/live.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { When } from '../../ui/when.tsx'
import { isGoing, leftOf, outcomeText } from './missing-view.ts'
import { useRetry } from './use-retry.ts'

/** The runs that are asked for at once, for the strip and for the history. */
export const RUNS = ask('detection', 'runs', { limit: 50 })

/** For so long the outcome of the last run stands above the list. */
const RECENT_MS = 10 * 60_000

/** What is being detected now, or how the run that just ended went. */
export function RunsNow({ onHistory }: { onHistory: () => void }) {
  const { data: runs = [] } = useQuery(RUNS)
  const going = runs.filter(isGoing)
  const last = runs[0]
  if (going.length > 0) return going.map(run => <RunNow key={run.id} run={run} />)
  if (!last?.finishedAt || Date.now() - Date.parse(last.finishedAt) > RECENT_MS) return null
  return <Outcome run={last} onHistory={onHistory} />
}

function RunNow({ run }: { run: DetectionRunView }) {
  const live = useDetectionProgress(run.id)
  const [cancelling, setCancelling] = useState(false)
  const { done, total, changed, failed } = live ?? run
  const cancel = () => {
    setCancelling(true)
    client.detection.cancel({ detectionRunId: run.id }).catch(error => {
      setCancelling(false)
      failureToast(error)
    })
  }
  const state = cancelling ? 'Cancelling: ' : run.state === 'queued' ? 'Waiting: ' : ''
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <ProgressBar label={`${state}${run.label}`} done={done} total={total} />
        <p className="pt-0.5 text-xs text-ink-3">
          {changed.toLocaleString('en')} changed, {failed.toLocaleString('en')} failed
        </p>
      </div>
      <Button size="small" busy={cancelling} aria-label={`Cancel: ${run.label}`} onClick={cancel}>
        Cancel
      </Button>
    </div>
  )
}

function Outcome({ run, onHistory }: { run: DetectionRunView; onHistory: () => void }) {
  const retry = useRetry()
  const left = leftOf(run)
  const good = run.state === 'succeeded' && run.failed === 0
  const how = run.state === 'succeeded' ? '' : run.state === 'cancelled' ? 'Cancelled: ' : 'Failed: '
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <p role="status" className="flex min-w-0 flex-1 basis-60 items-start gap-2">
        {good ? (
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        ) : (
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        )}
        <span className="min-w-0">
          <span className="font-medium">
            {how}
            {run.label}
          </span>{' '}
          · {outcomeText(run)}
          {run.finishedAt ? (
            <>
              {' '}
              · <When at={run.finishedAt} />
            </>
          ) : null}
          {run.error ? <span className="block text-ink-2">{run.error}</span> : null}
        </span>
      </p>
      {run.failed > 0 ? (
        <Button size="small" look="quiet" onClick={onHistory}>
          Show why
        </Button>
      ) : null}
      {left > 0 ? (
        <Button size="small" busy={retry.isPending} onClick={() => retry.mutate(run.id)}>
          Try the rest again
        </Button>
      ) : null}
    </div>
  )
}
