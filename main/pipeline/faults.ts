import { Refusal, type RolecallError, rolecallError } from '../contract/errors.ts'
import type { Step } from '../contract/steps.ts'
import { databaseFault, isDiskFull } from '../platform/db/errors.ts'
import { isDeadly, isLost } from '../platform/threads/compute-pool.ts'

/** What went wrong with a step, in plain words, and whether it may go well the next time. */
export interface StepFault {
  error: RolecallError
  /** True for what passes by itself: a busy database, a lost thread. Bad input stays bad, a full disk full. */
  passing: boolean
  /** The streaming step that it belongs to. */
  step: Step
}

/** A fault out of what a step threw. */
export function thrownFault(thrown: unknown): StepFault {
  if (isDiskFull(thrown))
    return {
      error: rolecallError(
        'disk_full',
        'The disk is full. What was stored before is kept; free some space and run again.',
        { retryable: true },
      ),
      passing: false,
      step: 'deduplicate',
    }
  const fault = databaseFault(thrown)
  if (fault)
    return {
      error: rolecallError('internal', fault.message, { retryable: true }),
      passing: fault.code === 'database_locked',
      step: 'deduplicate',
    }
  // Said in plain words already, such as of a file that is gone.
  if (thrown instanceof Refusal) return answeredFault(thrown.error)
  const message = (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\.$/, '')
  const lost = isLost(thrown)
  return {
    error: rolecallError('internal', `The run stopped: ${message}. What was stored before is kept.`, {
      retryable: true,
    }),
    passing: lost,
    step: lost || isDeadly(thrown) ? 'detect' : 'extract',
  }
}

/** A fault out of what a step answered. Sources were asked more than once already. */
export const answeredFault = (error: RolecallError): StepFault => ({
  error,
  passing: error.code === 'parser_failed' || error.code === 'database_locked',
  step: 'extract',
})
