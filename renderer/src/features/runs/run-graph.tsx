import clsx from 'clsx'
import { Check, CircleDashed, type LucideIcon, Minus, RotateCw, X } from 'lucide-react'
import { memo } from 'react'
import type { RunView } from '../../../../main/contract/runs.ts'
import type { StepView } from '../../../../main/contract/steps.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { durationText } from '../../ui/when-text.ts'
import { isGoing, STEP_STATE_LABELS, stepLabel } from '../campaigns/run-words.ts'
import { Elapsed } from './elapsed.tsx'
import { graphSteps, NOT_BLOCKING, stepCount, stepShare } from './graph-steps.ts'
import { useLatestProgress } from './use-latest-progress.ts'

/**
 * The steps of a run as a small graph: beside each other where there is room, else below each other. It is an ordered
 * list whose items say all that is drawn; places for numbers are kept free, so that nothing moves while they come.
 */
export function RunGraph({ run }: { run: RunView }) {
  const live = useLatestProgress(run)
  const steps = graphSteps(run.steps, live?.steps ?? null)
  const going = isGoing(run)
  const notes = steps.filter(step => step.note !== null)
  return (
    <div className="@container">
      {going ? (
        <div className="pb-4">
          <ProgressBar
            label={run.state === 'queued' && live === null ? 'Waiting for its turn' : 'All together'}
            done={live?.done ?? 0}
            total={live?.total ?? null}
          />
        </div>
      ) : null}
      <ol aria-label="Steps of the run" className="flex flex-col @5xl:grid @5xl:grid-cols-9">
        {steps.map((step, index) => (
          <StepNode
            key={step.step}
            {...step}
            isLast={index === steps.length - 1}
            nextBegan={steps[index + 1]?.state !== 'waiting'}
          />
        ))}
      </ol>
      {notes.length > 0 ? (
        <ul aria-hidden className="hidden flex-col gap-0.5 pt-3 text-sm @5xl:flex">
          {notes.map(step => (
            <li key={step.step} className={step.state === 'failed' ? 'text-bad' : 'text-ink-2'}>
              <span className="font-medium">{stepLabel(step.step)}:</span> {step.note}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const FACES: Record<StepView['state'], { icon: LucideIcon | null; colour: string; ring: string }> = {
  waiting: { icon: CircleDashed, colour: 'text-ink-3', ring: 'border-line' },
  running: { icon: null, colour: 'text-accent', ring: 'border-transparent' },
  retrying: { icon: RotateCw, colour: 'text-warn', ring: 'border-warn' },
  done: { icon: Check, colour: 'text-good', ring: 'border-good' },
  failed: { icon: X, colour: 'text-bad', ring: 'border-bad' },
  skipped: { icon: Minus, colour: 'text-ink-3', ring: 'border-control border-dashed' },
}

/** Only a step that changed is drawn anew: its values are compared one by one. */
const StepNode = memo(function StepNode({
  isLast,
  nextBegan,
  ...step
}: StepView & { isLast: boolean; nextBegan: boolean }) {
  const { state, attempts, note } = step
  const { icon: Icon, colour, ring } = FACES[state]
  const count = stepCount(step)
  return (
    <li
      data-step={step.step}
      data-state={state}
      className="relative flex min-h-12 gap-3 pb-2 @5xl:flex-col @5xl:items-center @5xl:gap-1.5 @5xl:pb-0 @5xl:text-center"
    >
      {isLast ? null : (
        <span
          aria-hidden
          className={clsx(
            'absolute top-8.5 bottom-0.5 left-[0.9375rem] w-0.5',
            '@5xl:top-[0.9375rem] @5xl:right-[calc(-50%+1.25rem)] @5xl:bottom-auto @5xl:left-[calc(50%+1.25rem)] @5xl:h-0.5 @5xl:w-auto',
            nextBegan ? 'bg-control' : 'bg-track',
          )}
        />
      )}
      <span
        aria-hidden
        className={clsx(
          'relative flex size-8 shrink-0 items-center justify-center rounded-full border-2 bg-surface',
          ring,
          colour,
        )}
      >
        {Icon ? <Icon className="size-4" strokeWidth={2} /> : <Ring share={stepShare(step)} />}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 @5xl:w-full @5xl:flex-col @5xl:items-stretch @5xl:px-1">
        <p
          className={clsx(
            'min-w-0 flex-1 basis-36 pt-1 text-sm leading-5 @5xl:min-h-10 @5xl:flex-none @5xl:basis-auto @5xl:pt-0',
            state === 'waiting' || state === 'skipped' ? 'text-ink-3' : 'text-ink',
            state === 'running' && 'font-medium',
          )}
        >
          {stepLabel(step.step)}
          <span className="sr-only">
            {`: ${STEP_STATE_LABELS[state]}`}
            {NOT_BLOCKING.has(step.step) ? ', cannot make the run fail' : ''}
          </span>
        </p>
        <p className="flex min-h-5 shrink-0 gap-x-3 pt-1 text-xs text-ink-2 tabular-nums @5xl:min-h-8 @5xl:flex-col @5xl:pt-0">
          <span className="@5xl:min-h-4">{count}</span>
          <span className="min-w-14 text-right text-ink-3 @5xl:min-h-4 @5xl:text-center">
            <Took step={step} />
          </span>
        </p>
        <p
          className={clsx(
            'w-full text-xs @5xl:min-h-4',
            state === 'failed' ? 'text-bad' : 'text-warn',
            // Keeps its place only where steps stand beside each other.
            attempts > 1 || state === 'retrying' ? '' : 'hidden @5xl:block',
          )}
        >
          {state === 'retrying' ? 'is tried again' : attempts > 1 ? `${attempts} tries` : ''}
        </p>
        {note === null ? null : (
          <p className={clsx('w-full text-xs @5xl:sr-only', state === 'failed' ? 'text-bad' : 'text-ink-2')}>
            {note}
          </p>
        )}
      </div>
    </li>
  )
})

function Took({ step: { state, startedAt, finishedAt } }: { step: StepView }) {
  if (state === 'skipped' || startedAt === null) return null
  if (finishedAt !== null) return durationText(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)))
  return state === 'running' || state === 'retrying' ? <Elapsed since={startedAt} /> : null
}

const RADIUS = 14
const ROUND = 2 * Math.PI * RADIUS

/** How far a step is, as a ring; a quarter that turns where nobody knows how much there is. */
function Ring({ share }: { share: number | null }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      className={clsx('absolute -inset-0.5 size-8', share === null && 'animate-spin')}
    >
      <circle cx="16" cy="16" r={RADIUS} fill="none" stroke="var(--track)" strokeWidth="3" />
      <circle
        cx="16"
        cy="16"
        r={RADIUS}
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - (share ?? 0.25))}
        transform="rotate(-90 16 16)"
      />
    </svg>
  )
}
