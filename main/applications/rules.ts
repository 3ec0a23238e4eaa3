import type { ResponseKind } from '../contract/applications.ts'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'

/**
 * Whether a person may move a job from one status to another. Any other status is allowed, since people skip
 * steps and go back; a move to the same status is not a move.
 */
export function canMove(from: JobStatus, to: JobStatus): boolean {
  return from !== to
}

/**
 * The statuses that a job can be moved to, in the order in which a menu offers them: the next step first, the
 * later steps, then `rejected` and `archived`, then the earlier steps.
 */
export function nextStatuses(status: JobStatus): JobStatus[] {
  const steps = JOB_STATUSES.filter(step => !isClosed(step))
  const closings = JOB_STATUSES.filter(step => isClosed(step) && step !== status)
  const position = steps.indexOf(status)
  if (position < 0) return [...steps, ...closings]
  return [...steps.slice(position + 1), ...closings, ...steps.slice(0, position)]
}

/** Whether the person is done with a job of this status without having taken it. */
export function isClosed(status: JobStatus): boolean {
  return status === 'rejected' || status === 'archived'
}

/**
 * The date applied after a move, an ISO 8601 instant or null: the first move to `applied` sets it to the time
 * of the move, every other move keeps what was there.
 */
export function appliedAtAfterMove(to: JobStatus, appliedAt: string | null, movedAt: string): string | null {
  return to === 'applied' && appliedAt === null ? movedAt : appliedAt
}

/**
 * The first answer that a move tells of, where none is known yet. A rejection is an answer only to an application: the
 * person also rejects jobs that they never applied to.
 */
export function responseAfterMove(to: JobStatus, applied: boolean, answered: boolean): ResponseKind | null {
  if (answered) return null
  if (to === 'interview' || to === 'offer') return to
  return to === 'rejected' && applied ? 'rejection' : null
}
