import clsx from 'clsx'
import { memo } from 'react'
import type { RunView } from '../../../../main/contract/runs.ts'
import { STEPS, type Step, type StepView } from '../../../../main/contract/steps.ts'
import { useAtBeat } from '../../app/beat.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { isGoing, stepLabel } from '../campaigns/run-words.ts'
import { EDGES, graphSteps } from './graph-steps.ts'
import { StepNode } from './step-node.tsx'
import { useLatestProgress } from './use-latest-progress.ts'

/** Column and row of each step where all stand beside each other. */
const PLACES: Record<Step, { column: number; row: number }> = {
  extract: { column: 0, row: 0 },
  normalise: { column: 1, row: 0 },
  deduplicate: { column: 2, row: 0 },
  companies: { column: 3, row: 0 },
  detect: { column: 2, row: 1 },
  enrich: { column: 4, row: 0 },
  rank: { column: 3, row: 1 },
  check: { column: 4, row: 1 },
  notify: { column: 5, row: 1 },
}
const COLUMNS = 6
const ROWS = 2

const sameSteps = (a: readonly StepView[], b: readonly StepView[]) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The steps of a run as a small graph where there is room, else below each other. It is an ordered list whose items say
 * all that is drawn; places for numbers are kept free, so that nothing moves while they come.
 */
export function RunGraph({ run }: { run: RunView }) {
  const live = useLatestProgress(run)
  const steps = useAtBeat(graphSteps(run, live?.steps ?? null), sameSteps)
  const whole = steps.length === STEPS.length
  const notes = steps.filter(step => step.note !== null)
  return (
    <div className="@container">
      {isGoing(run) ? (
        <div className="pb-4">
          <ProgressBar
            label={run.state === 'queued' && live === null ? 'Waiting for its turn' : 'All together'}
            done={live?.done ?? 0}
            total={live?.total ?? null}
          />
        </div>
      ) : null}
      <div className="relative">
        {whole ? <Lines states={steps.map(step => `${step.step} ${step.state}`).join(',')} /> : null}
        <ol
          aria-label="Steps of the run"
          className={clsx(
            'relative flex flex-col',
            whole
              ? '@5xl:grid @5xl:grid-cols-6 @5xl:grid-rows-2 @5xl:gap-x-6 @5xl:gap-y-4'
              : '@5xl:flex-row @5xl:flex-wrap @5xl:gap-4',
          )}
        >
          {steps.map((step, index) => (
            <StepNode
              key={step.step}
              {...step}
              isLast={index === steps.length - 1}
              place={whole ? `${PLACES[step.step].row + 1} / ${PLACES[step.step].column + 1}` : null}
            />
          ))}
        </ol>
      </div>
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

const middle = ({ column, row }: { column: number; row: number }) => [column + 0.5, row + 0.5] as const

/** The lines between the steps, behind them; one is stronger when what it comes from is done. Drawn anew with a state. */
const Lines = memo(function Lines({ states }: { states: string }) {
  const stateOf = new Map(states.split(',').map(one => one.split(' ') as [Step, StepView['state']]))
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${COLUMNS} ${ROWS}`}
      preserveAspectRatio="none"
      className="absolute inset-0 hidden size-full @5xl:block"
    >
      {EDGES.map(([from, to]) => {
        const [x1, y1] = middle(PLACES[from])
        const [x2, y2] = middle(PLACES[to])
        const state = stateOf.get(from)
        const done = state === 'done' || state === 'running'
        return (
          <path
            key={`${from} ${to}`}
            d={`M${x1} ${y1} C${x1 + 0.6} ${y1} ${x2 - 0.6} ${y2} ${x2} ${y2}`}
            fill="none"
            stroke={done ? 'var(--control)' : 'var(--line)'}
            strokeWidth={done ? 2 : 1.5}
            vectorEffect="non-scaling-stroke"
          />
        )
      })}
    </svg>
  )
})
