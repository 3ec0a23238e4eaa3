import type { RunCounts } from '../contract/runs.ts'
import type { StepProgress } from '../contract/steps.ts'

/** The steps of the pipeline in their order. */
export const STEPS = [
  'extract',
  'normalise',
  'deduplicate',
  'companies',
  'detect',
  'enrich',
  'rank',
  'check',
  'notify',
] as const
export type Step = (typeof STEPS)[number]

export const NO_COUNTS: RunCounts = {
  raw: 0,
  unchanged: 0,
  postings: 0,
  jobs: 0,
  merged: 0,
  ranked: 0,
  rejected: 0,
  unread: 0,
  closed: 0,
  notified: 0,
  api_calls: 0,
  api_errors: 0,
}

/** How far each step is, given the counts and how many rows were read. Postings go through the steps in one stream. */
export function stepsOf(
  counts: RunCounts,
  read: number,
  total: number | null,
  stage: Step | 'ended',
): StepProgress[] {
  const through = counts.postings + counts.unchanged
  const done: Record<Step, number> = {
    extract: read,
    normalise: through + counts.rejected,
    deduplicate: counts.postings,
    companies: counts.postings,
    detect: counts.postings,
    enrich: 0,
    rank: counts.ranked,
    check: 0,
    notify: counts.notified,
  }
  const reached = stage === 'ended' ? STEPS.length : STEPS.indexOf(stage)
  return STEPS.map((step, position) => ({
    step,
    // Enriching waits for a model to be switched on.
    state:
      step === 'enrich'
        ? 'skipped'
        : position < reached
          ? 'done'
          : position === reached || (position < STEPS.indexOf('check') && reached < STEPS.indexOf('check'))
            ? 'running'
            : 'waiting',
    done: done[step],
    total: step === 'extract' ? total : null,
  }))
}
