import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { refuse } from '../contract/errors.ts'
import { RunId } from '../contract/ids.ts'
import type { Step, StepView } from '../contract/steps.ts'
import { sourcesReadIn } from '../sources/service.ts'
import { CollectInput } from './collect-run.ts'
import { GRAPH, stepsOfKind } from './rules/graph.ts'
import type { RunContext } from './stages.ts'
import { findRun, handInputOver, type NewRun, type Run, stepsOfRuns } from './store.ts'
import { canRetry } from './views.ts'

/** How an ended run goes on as a new one. */

/** A run to queue, and what has to be written besides. */
export interface Continuation {
  run: NewRun
  /** The steps it does; null: those of its kind. */
  only: readonly Step[] | null
  /** Called in the transaction that queues it, with the new run. */
  keep(db: RunContext['db'], runId: RunId): void
}

const nothingElse = () => {}
const ENDED = new Set(['succeeded', 'failed', 'cancelled', 'interrupted'])

/**
 * What goes on with `run`: from where it ended, or one step alone. A streaming step cannot go on alone: its postings go
 * through all of them. Throws a refusal in words.
 */
export function continuationOf(
  context: Pick<RunContext, 'db' | 'dataDir'>,
  run: Run,
  step: Step | null,
  steps: readonly StepView[],
): Continuation {
  if (!ENDED.has(run.state)) refuse('conflict', 'This run is not over yet.')
  if (!run.campaignExists) refuse('not_found', 'The campaign of this run does not exist any more.')
  const { campaignId, kind, label } = run
  const next = { campaignId, kind, label, trigger: 'retry' } as const
  if (step !== null && !stepsOfKind(kind).includes(step))
    refuse('bad_input', 'This run has no such step.', { field: 'step' })
  if (step === 'check' || step === 'notify' || (step !== null && !GRAPH[step].stream)) {
    const alone = step === 'check' || step === 'notify' ? step : kind
    return { run: { ...next, kind: alone, input: { of: run.id } }, only: [step], keep: nothingElse }
  }
  if (!canRetry(context, run)) refuse('conflict', whyNot(run))
  if (kind === 'import') {
    // The stream may be over: then only what is behind it is left.
    const left = steps.filter(each => each.state !== 'done' && GRAPH[each.step].stream)
    const only = left.length === 0 && steps.length > 0 ? restOf(steps) : null
    // The file belongs to the new run from now on.
    return {
      run: { ...next, input: run.input, row: run.row },
      only,
      keep: (db, next) => handInputOver(db, run.id, next),
    }
  }
  if (kind === 'collect') {
    const before = CollectInput.safeParse(run.input).data?.read ?? []
    const read = [...new Set([...before, ...sourcesReadIn(context.db, run.id)])]
    return { run: { ...next, input: { read } }, only: null, keep: nothingElse }
  }
  return { run: { ...next, input: kind === 'check' ? { of: run.id } : {} }, only: null, keep: nothingElse }
}

function whyNot({ state, input }: Run): string {
  if (state === 'succeeded') return 'This run ended well; there is nothing to go on with.'
  const handed = HandedOver.safeParse(input)
  if (handed.success) return `This import went on as run ${handed.data.wentOnAs}.`
  return 'The file of this import is not kept any more. Import it again.'
}

/** The input of an import whose file went to another run. */
const HandedOver = z.object({ wentOnAs: RunId })

/** The run that an import went on as, while it waits or is under way; null: there is none. */
export function goingOnAs(db: RunContext['db'], { input }: Run): RunId | null {
  const handed = HandedOver.safeParse(input)
  const next = handed.success ? findRun(db, handed.data.wentOnAs) : undefined
  return next?.state === 'queued' || next?.state === 'running' ? next.id : null
}

const restOf = (steps: readonly StepView[]): Step[] =>
  steps.filter(({ state }) => state !== 'done').map(({ step }) => step)

/** True for an open run that already is this continuation. */
export function sameContinuation(db: RunContext['db'], open: Run, { run, only }: Continuation): boolean {
  if (open.trigger !== 'retry' || open.campaignId !== run.campaignId || open.kind !== run.kind) return false
  const steps =
    stepsOfRuns(db, [open.id])
      .get(open.id)
      ?.map(({ step }) => step) ?? stepsOfKind(open.kind)
  const wanted = only ?? stepsOfKind(run.kind)
  return isDeepStrictEqual([open.input, steps], [run.input, wanted])
}
