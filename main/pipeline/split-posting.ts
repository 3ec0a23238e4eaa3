import { refuse } from '../contract/errors.ts'
import type { Commands } from '../platform/dispatch.ts'
import { carryOutSplit, planSplit } from '../postings/service.ts'
import type { Prepared, PrepareItem } from './tasks.ts'

/** Reads postings again as a run does: detected, marked and ranked for every campaign. */
export type PrepareAgain = (items: PrepareItem[]) => Promise<Prepared[]>

export function splitCommands(prepareAgain: PrepareAgain) {
  return {
    'jobs.splitPosting': async (context, { postingId }) => {
      const plan = planSplit(context.db, postingId)
      const read = (await prepareAgain(plan.items)).map(answer =>
        answer.ok ? answer.posting : refuse('internal', answer.message),
      )
      return context.unit(tx => carryOutSplit(tx, plan, read))
    },
  } satisfies Partial<Commands>
}
