import { areSiblings, type Comparison, comparePostings, type PostingIdentity } from './compare-postings.ts'

export type { PostingIdentity } from './compare-postings.ts'

/** A stored posting that shares the source key, the address or a block, with the job that it belongs to. */
export interface DuplicateCandidate<Id> extends PostingIdentity {
  job_id: Id
}

export type DuplicateDecision<Id> =
  /** `same_posting`: known and unchanged; `changed_posting`: known, with new content; `same_job`: another posting of a known opening. */
  | { kind: 'same_posting' | 'changed_posting' | 'same_job'; jobId: Id; reasons: string[] }
  /** `reasons` tells what kept it apart from the candidates, if anything did. */
  | { kind: 'new_job'; reasons: string[] }

/**
 * Decides what a new posting is, given the stored postings that it could be the same as. The surest ground wins: the id
 * at the source, then the address, then the text, then company, title and place; among equals the smallest job id, so
 * the order of the candidates is of no matter. In doubt a posting stays apart: a wrong merge hides a job.
 */
export function decideDuplicate<Id extends string | number>(
  posting: PostingIdentity,
  candidates: readonly DuplicateCandidate<Id>[],
): DuplicateDecision<Id> {
  const known = firstOf(candidates.filter(candidate => isSamePosting(posting, candidate)))
  if (known !== null) {
    const same = known.content_hash === posting.content_hash
    return {
      kind: same ? 'same_posting' : 'changed_posting',
      jobId: known.job_id,
      reasons: [same ? 'same id at the same source, unchanged' : 'same id at the same source, new content'],
    }
  }
  const ownAddress = !sharesAddress(posting, candidates)
  const compared = candidates.map(candidate => ({
    jobId: candidate.job_id,
    ...comparePostings(posting, candidate, ownAddress),
  }))
  // One posting that contradicts speaks against its whole job, unless the address says who is right.
  const refused = new Set(compared.filter(({ verdict }) => verdict === 'apart').map(({ jobId }) => jobId))
  // By its text alone, under another title, a posting must fit everything in a job, and no other job as well.
  const doubted = new Set(compared.filter(({ verdict }) => verdict !== 'same').map(({ jobId }) => jobId))
  const [accepted, next] = compared
    .filter(({ verdict }) => verdict === 'same')
    .filter(({ strength, jobId }) => strength >= BY_ADDRESS || !refused.has(jobId))
    .filter(({ strength, jobId }) => strength >= BY_NAMES || !doubted.has(jobId))
    .sort(surestFirst)
    .filter((each, at, all) => all.findIndex(({ jobId }) => jobId === each.jobId) === at)
  if (accepted && (accepted.strength >= BY_NAMES || !next))
    return { kind: 'same_job', jobId: accepted.jobId, reasons: accepted.reasons }
  const reasons = compared.filter(({ verdict }) => verdict !== 'same').flatMap(each => each.reasons)
  return { kind: 'new_job', reasons: [...new Set(reasons)].sort() }
}

/** What the ground of `same` is worth at least; see `Comparison`. */
const BY_ADDRESS = 3
const BY_NAMES = 1

type Compared<Id> = Comparison & { jobId: Id }

const surestFirst = <Id extends string | number>(a: Compared<Id>, b: Compared<Id>): number =>
  b.strength - a.strength ||
  (a.jobId < b.jobId ? -1 : a.jobId > b.jobId ? 1 : 0) ||
  (a.reasons.join() < b.reasons.join() ? -1 : 1)

function isSamePosting(posting: PostingIdentity, candidate: PostingIdentity): boolean {
  return (
    posting.source_key !== null &&
    posting.source === candidate.source &&
    posting.source_key === candidate.source_key
  )
}

/** Whether a source has several postings at the address of this one: a comment or a page that lists roles. */
function sharesAddress<Id>(posting: PostingIdentity, candidates: readonly DuplicateCandidate<Id>[]): boolean {
  if (posting.canonical_url === null) return false
  const there = candidates.filter(({ canonical_url }) => canonical_url === posting.canonical_url)
  return there.some(
    (one, at) =>
      areSiblings(posting, one) ||
      // Two of one job are one opening that was posted again.
      there.slice(at + 1).some(other => one.job_id !== other.job_id && areSiblings(one, other)),
  )
}

function firstOf<Id extends string | number, T extends { job_id: Id; content_hash: string }>(
  candidates: readonly T[],
): T | null {
  let best: T | null = null
  for (const candidate of candidates) {
    if (
      best === null ||
      candidate.job_id < best.job_id ||
      (candidate.job_id === best.job_id && candidate.content_hash < best.content_hash)
    )
      best = candidate
  }
  return best
}
