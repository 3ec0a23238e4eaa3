import type { Ai } from '../ai/service.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { bestJobQueries } from './best-jobs.ts'
import { historyQueries } from './history.ts'
import { matchQueries } from './match.ts'
import { refineCommands } from './refine.ts'
import { reviewQueries } from './review.ts'
import { takeCommands, takeUndoers } from './take.ts'

/** What a résumé says, beside the profile and beside jobs. */

export const resumeQueries = {
  ...reviewQueries,
  ...historyQueries,
  ...matchQueries,
  ...bestJobQueries,
} satisfies Partial<Queries>

/** The commands of résumés; the model is asked by `resumes.refine` only. */
export const resumeCommands = (ai: Ai) =>
  ({
    ...takeCommands,
    ...refineCommands(ai),
  }) satisfies Partial<Commands>

export const resumeUndoers = { ...takeUndoers }
