import { z } from 'zod'

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
export const Step = z.enum(STEPS)
export type Step = z.infer<typeof Step>

/** Counts of one step of a run; `total` is null while unknown. */
export const StepProgress = z.object({
  step: Step,
  /** `retrying`: it failed and is tried again after a pause. */
  state: z.enum(['waiting', 'running', 'retrying', 'done', 'failed', 'skipped']),
  done: z.number().int(),
  total: z.number().int().nullable(),
})
export type StepProgress = z.infer<typeof StepProgress>

/** A step as it is kept with its run. */
export const StepView = StepProgress.extend({
  /** How often it was begun; more than once after failures or crashes. */
  attempts: z.number().int(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Why it failed, or was left out, in plain words. */
  note: z.string().nullable(),
})
export type StepView = z.infer<typeof StepView>
