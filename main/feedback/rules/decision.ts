import { type FeedbackReason, REASONS, type Verdict } from '../../contract/feedback.ts'
import type { JobStatus } from '../../contract/values.ts'

/** What a person decided on one job, as far as weights can learn from it. */
export interface Decision {
  jobId: number
  /** ISO 8601. */
  at: string
  verdict: Verdict
  /** How much it counts: 1 for a thumb, less for a status. */
  strength: number
  /** Shares of the nine factors as a ranking keeps them (`packShares`). */
  shares: string
  reasons: readonly FeedbackReason[]
}

/** A move says less than a thumb: people also tidy up by it. */
export const STATUS_STRENGTH = 0.5

/** A change of status that still counts. */
export interface StatusMove {
  jobId: number
  from: JobStatus
  to: JobStatus
  at: string
}

/** More jobs than these, moved in one go, are tidying up and no decision on each of them. */
const MOST_IN_ONE_GO = 10

const BEFORE_APPLYING: ReadonlySet<JobStatus> = new Set(['waiting', 'approved', 'preparing_to_apply'])

/**
 * What the moves of jobs, oldest first, say of each job: whoever goes for a job likes it, and whoever puts it away
 * before applying does not. What comes after applying is the employer's word or the end of the matter, and a move back
 * to waiting takes the decision back.
 */
export function verdictsOfMoves(moves: readonly StatusMove[]): Map<number, { verdict: Verdict; at: string }> {
  const together = new Map<string, number>()
  for (const { at } of moves) together.set(at, (together.get(at) ?? 0) + 1)
  const verdicts = new Map<number, { verdict: Verdict; at: string }>()
  for (const { jobId, from, to, at } of moves) {
    if (to === 'waiting') verdicts.delete(jobId)
    else if ((together.get(at) ?? 0) > MOST_IN_ONE_GO) continue
    else if (to !== 'rejected' && to !== 'archived') verdicts.set(jobId, { verdict: 'up', at })
    else if (BEFORE_APPLYING.has(from)) verdicts.set(jobId, { verdict: 'down', at })
  }
  return verdicts
}

/** False when all reasons speak of what no factor compares, such as the company: no weight can learn from that. */
export function teachesWeights(reasons: readonly FeedbackReason[]): boolean {
  return reasons.length === 0 || reasons.some(reason => REASONS[reason].factor !== null)
}

/** Decisions in the one order in which they are learned from, oldest first, whatever the order they come in. */
export function inOrder<T extends Pick<Decision, 'at' | 'jobId'>>(decisions: readonly T[]): T[] {
  return decisions.toSorted((one, other) =>
    one.at === other.at ? one.jobId - other.jobId : one.at < other.at ? -1 : 1,
  )
}
