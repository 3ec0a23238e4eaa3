import { refuse } from '../contract/errors.ts'
import type { Commands } from '../platform/dispatch.ts'
import { carryOutSplit, planSplit } from '../postings/service.ts'
import type { Prepared, PrepareItem } from './tasks.ts'

/** Reads postings of a job again as a run does: detected, marked and ranked for every campaign that ranks it. */
export type PrepareAgain = (jobId: number, items: PrepareItem[]) => Promise<Prepared[]>

export function splitCommands(prepareAgain: PrepareAgain) {
  return {
    'jobs.splitPosting': async (context, { postingId }) => {
      const plan = planSplit(context.db, postingId)
      const read = (await prepareAgain(plan.jobId, plan.items)).map(answer =>
        answer.ok ? answer.posting : refuse('internal', answer.message),
      )
      return context.unit(tx => carryOutSplit(tx, plan, read))
    },
  } satisfies Partial<Commands>
}
