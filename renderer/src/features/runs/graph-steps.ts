import type { RunView } from '../../../../main/contract/runs.ts'
import { STEPS, type Step, type StepProgress, type StepView } from '../../../../main/contract/steps.ts'

/** Steps whose failure does not make their run fail. */
export const NOT_BLOCKING: ReadonlySet<Step> = new Set<Step>(['companies', 'enrich', 'notify'])

const ENDED: ReadonlySet<StepProgress['state']> = new Set<StepProgress['state']>([
  'done',
  'failed',
  'skipped',
])

/** What each step takes up from, for the lines between them. */
export const EDGES: readonly (readonly [Step, Step])[] = [
  ['extract', 'normalise'],
  ['normalise', 'deduplicate'],
  ['normalise', 'detect'],
  ['deduplicate', 'companies'],
  ['deduplicate', 'rank'],
  ['detect', 'rank'],
  ['rank', 'enrich'],
  ['rank', 'check'],
  ['check', 'notify'],
]

/** The steps that a run has before it says so itself. */
function stepsOf({ kind, steps }: Pick<RunView, 'kind' | 'steps'>): readonly Step[] {
  if (steps.length > 0) return STEPS.filter(step => steps.some(one => one.step === step))
  return kind === 'import' || kind === 'collect' ? STEPS : [kind]
}

/**
 * The steps of a run in their order, as they were kept, with what is known of them by now. A step that was kept as ended
 * does not go back to what an older word of its progress says.
 */
export function graphSteps(
  run: Pick<RunView, 'kind' | 'steps'>,
  live: readonly StepProgress[] | null,
): StepView[] {
  return stepsOf(run).map(step => {
    const base: StepView = run.steps.find(one => one.step === step) ?? {
      step,
      state: 'waiting',
      done: 0,
      total: null,
      attempts: 0,
      startedAt: null,
      finishedAt: null,
      note: null,
    }
    const now = live?.find(one => one.step === step)
    if (!now || (ENDED.has(base.state) && !ENDED.has(now.state))) return base
    return { ...base, state: now.state, done: Math.max(now.done, base.done), total: now.total ?? base.total }
  })
}

/** "1,204 of 3,000", "1,204", '' for nothing yet; an ended step says its number alone when it did all. */
export function stepCount({ state, done, total }: Pick<StepView, 'state' | 'done' | 'total'>): string {
  if (state === 'skipped' || (done === 0 && total === null)) return ''
  if (total === null || (state === 'done' && done >= total)) return done.toLocaleString('en')
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
}

/** 0–1 of a step that runs; null when nobody knows how much there is. */
export function stepShare({ done, total }: Pick<StepView, 'done' | 'total'>): number | null {
  return total === null || total === 0 ? null : Math.min(1, done / total)
}
