import clsx from 'clsx'
import { Check, CircleDashed, type LucideIcon, Minus, RotateCw, X } from 'lucide-react'
import { memo } from 'react'
import type { StepView } from '../../../../main/contract/steps.ts'
import { durationText } from '../../ui/when-text.ts'
import { STEP_STATE_LABELS, stepLabel } from '../campaigns/run-words.ts'
import { Elapsed } from './elapsed.tsx'
import { NOT_BLOCKING, stepCount, stepShare } from './graph-steps.ts'

const FACES: Record<StepView['state'], { icon: LucideIcon | null; colour: string; frame: string }> = {
  waiting: { icon: CircleDashed, colour: 'text-ink-3', frame: '@5xl:border-line' },
  running: { icon: null, colour: 'text-accent', frame: '@5xl:border-accent' },
  retrying: { icon: RotateCw, colour: 'text-warn', frame: '@5xl:border-warn' },
  done: { icon: Check, colour: 'text-good', frame: '@5xl:border-control/60' },
  failed: { icon: X, colour: 'text-bad', frame: '@5xl:border-bad' },
  skipped: { icon: Minus, colour: 'text-ink-3', frame: '@5xl:border-dashed @5xl:border-control/60' },
}

interface NodeProps extends StepView {
  isLast: boolean
  /** Row and column in the graph, as CSS says them; null: one after the other. */
  place: string | null
}

/** One step of a run. Only a step that changed is drawn anew: its values are compared one by one. */
export const StepNode = memo(function StepNode({ isLast, place, ...step }: NodeProps) {
  const { state, attempts, note } = step
  const { icon: Icon, colour, frame } = FACES[state]
  const again = state === 'retrying' ? 'tried again' : attempts > 1 ? `${attempts} tries` : ''
  return (
    <li
      data-step={step.step}
      data-state={state}
      style={place === null ? undefined : { gridArea: place }}
      className={clsx(
        'relative flex min-h-12 gap-3 pb-1.5 last:min-h-0 last:pb-0',
        '@5xl:min-h-0 @5xl:gap-2 @5xl:rounded @5xl:border @5xl:bg-surface @5xl:p-2 @5xl:last:p-2',
        place === null ? '@5xl:w-44' : '@5xl:min-w-0',
        frame,
      )}
    >
      {isLast ? null : (
        <span
          aria-hidden
          className="absolute top-8.5 bottom-0.5 left-[0.9375rem] w-0.5 bg-track @5xl:hidden"
        />
      )}
      <span
        aria-hidden
        className={clsx('relative flex size-8 shrink-0 items-center justify-center @5xl:size-7', colour)}
      >
        <Ring state={state} share={stepShare(step)} />
        {Icon ? <Icon className="size-4" strokeWidth={2} /> : null}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 @5xl:flex-col @5xl:flex-nowrap @5xl:items-stretch">
        <p
          className={clsx(
            'min-w-0 flex-1 basis-36 pt-1.5 text-sm leading-5 @5xl:min-h-10 @5xl:flex-none @5xl:basis-auto @5xl:pt-0 @5xl:leading-[1.125rem]',
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
        <p className="flex min-h-5 shrink-0 items-baseline justify-between gap-x-3 pt-2 text-xs text-ink-2 tabular-nums @5xl:min-h-4 @5xl:pt-0">
          <span>{stepCount(step)}</span>
          <span className="min-w-14 text-right text-ink-3">
            <Took step={step} />
          </span>
        </p>
        <p
          className={clsx(
            'w-full text-xs @5xl:min-h-4',
            state === 'failed' ? 'text-bad' : 'text-warn',
            // Keeps its place only in the graph.
            again === '' && 'hidden @5xl:block',
          )}
        >
          {again}
          {again === '' && state === 'waiting' && NOT_BLOCKING.has(step.step) ? (
            <span aria-hidden className="text-ink-3">
              optional
            </span>
          ) : null}
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

/** How far a step is, as a ring: whole when it ended, a quarter that turns where nobody knows how much there is. */
function Ring({ state, share }: { state: StepView['state']; share: number | null }) {
  const runs = state === 'running'
  const full = state === 'done' || state === 'failed' || state === 'retrying'
  const shown = runs ? (share ?? 0.25) : full ? 1 : 0
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      className={clsx('absolute inset-0 size-full', runs && share === null && 'animate-spin')}
    >
      <circle cx="16" cy="16" r={RADIUS} fill="none" stroke="var(--track)" strokeWidth={runs ? 3 : 2} />
      {shown > 0 ? (
        <circle
          cx="16"
          cy="16"
          r={RADIUS}
          fill="none"
          stroke="currentColor"
          strokeWidth={runs ? 3 : 2}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - shown)}
          transform="rotate(-90 16 16)"
        />
      ) : null}
    </svg>
  )
}
