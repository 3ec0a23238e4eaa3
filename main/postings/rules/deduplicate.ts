import type { SeniorityLevel } from '../../contract/values.ts'

/** What de-duplication compares of a posting. */
export interface PostingIdentity {
  /** Id of the source. */
  source: string | number
  /** The id that the source gave the posting, unique within it; null when it gives none. */
  source_key: string | null
  /** Hash of the posting's content, as stored with the raw posting. */
  content_hash: string
  /** From `openingKey`. */
  opening_key: string
  /** From `canonicalUrl`. */
  canonical_url: string | null
  title: string
  seniority_level: SeniorityLevel | null
  salary_year_low: number | null
  salary_year_high: number | null
  compensation_currency: string | null
}

/** A stored posting that was found by one of the keys, with the job that it belongs to. */
export interface DuplicateCandidate<Id> extends PostingIdentity {
  job_id: Id
}

export type DuplicateDecision<Id> =
  /** `same_posting`: nothing changed. `changed_posting`: the same posting with new content. */
  | { kind: 'same_posting' | 'changed_posting' | 'same_job'; jobId: Id; reasons: string[] }
  | { kind: 'new_job'; reasons: string[] }

/** Decides what a new posting is, given the stored postings that share its source key, URL or opening key. */
export function decideDuplicate<Id extends string | number>(
  posting: PostingIdentity,
  candidates: readonly DuplicateCandidate<Id>[],
): DuplicateDecision<Id> {
  for (const candidate of candidates) {
    if (candidate.source !== posting.source || posting.source_key === null) continue
    if (candidate.source_key !== posting.source_key) continue
    const kind = candidate.content_hash === posting.content_hash ? 'same_posting' : 'changed_posting'
    return { kind, jobId: candidate.job_id, reasons: ['same id at the same source'] }
  }
  return { kind: 'new_job', reasons: [] }
}
