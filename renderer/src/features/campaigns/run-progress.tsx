import { Check, CircleDashed, CircleX, LoaderCircle, type LucideIcon, Minus, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { CampaignId, RunId } from '../../../../main/contract/ids.ts'
import type { RunView } from '../../../../main/contract/runs.ts'
import type { StepProgress } from '../../../../main/contract/steps.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { useRunProgress } from '../../app/live.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { isGoing, STEP_STATE_LABELS, stepLabel } from './run-words.ts'

const STEP_FACES: Record<StepProgress['state'], { icon: LucideIcon; colour: string }> = {
  waiting: { icon: CircleDashed, colour: 'text-ink-3' },
  running: { icon: LoaderCircle, colour: 'text-accent' },
  done: { icon: Check, colour: 'text-good' },
  retrying: { icon: RotateCw, colour: 'text-warn' },
  failed: { icon: CircleX, colour: 'text-bad' },
  skipped: { icon: Minus, colour: 'text-ink-3' },
}

/** A run that is going: its bar, its count, its steps and Cancel. Shows nothing when none is going. */
export function RunProgress({
  campaignId,
  run,
  steps: withSteps = true,
}: {
  campaignId: CampaignId
  /** The newest known run of the campaign. */
  run: RunView | null
  steps?: boolean
}) {
  const live = useRunProgress(campaignId)
  const [cancelling, setCancelling] = useState<RunId | null>(null)
  const runId = live?.runId ?? (isGoing(run) ? run?.id : undefined)
  if (runId === undefined) return null
  const steps = live?.steps ?? run?.steps ?? []
  const current = steps.find(step => step.state === 'running' || step.state === 'retrying')
  const label =
    cancelling === runId
      ? 'Cancelling'
      : current
        ? stepLabel(current.step)
        : run?.state === 'queued'
          ? 'Waiting'
          : 'Starting'
  const cancel = () => {
    setCancelling(runId)
    client.runs.cancel({ runId }).catch(error => {
      setCancelling(null)
      failureToast(error)
    })
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <ProgressBar label={label} done={live?.done ?? 0} total={live?.total ?? null} />
        </div>
        <Button size="small" busy={cancelling === runId} onClick={cancel}>
          Cancel
        </Button>
      </div>
      {withSteps && steps.length > 0 ? (
        <ol aria-label="Steps" className="flex flex-col">
          {steps.map(step => (
            <StepLine key={step.step} step={step} />
          ))}
        </ol>
      ) : null}
    </div>
  )
}

function StepLine({ step }: { step: StepProgress }) {
  const { icon: Icon, colour } = STEP_FACES[step.state]
  const count =
    step.total === null
      ? step.done > 0
        ? step.done.toLocaleString('en')
        : ''
      : `${step.done.toLocaleString('en')} of ${step.total.toLocaleString('en')}`
  return (
    <li className="flex items-center gap-2 text-sm">
      <Icon aria-hidden className={`size-3.5 shrink-0 ${colour}`} />
      <span className={step.state === 'waiting' ? 'text-ink-3' : ''}>{stepLabel(step.step)}</span>
      <span className="sr-only">{STEP_STATE_LABELS[step.state]}</span>
      <span className="ml-auto text-xs text-ink-3">{count}</span>
    </li>
  )
}
