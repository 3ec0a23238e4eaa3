import type { JobType, RemoteOption, SeniorityLevel } from '../../contract/values.ts'

/** What de-duplication compares of a posting. */
export interface PostingIdentity {
  /** Id of the source. */
  source: string | number
  /** The id that the source gave the posting, unique within it; null when it gives none. */
  source_key: string | null
  /** Hash of the posting's content, as stored with the raw posting. */
  content_hash: string
  /** From `openingKey`: company, title and place. */
  opening_key: string
  /** From `canonicalUrl`. */
  canonical_url: string | null
  seniority_level: SeniorityLevel | null
  /** Yearly whole numbers in `compensation_currency`. */
  salary_year_low: number | null
  salary_year_high: number | null
  compensation_currency: string | null
  job_type?: JobType | null
  remote_options?: RemoteOption | null
  /** ISO 8601; null when the source gives no date. */
  posted_at?: string | null
}

/** A stored posting that shares the source key, the URL or the opening key, with the job that it belongs to. */
export interface DuplicateCandidate<Id> extends PostingIdentity {
  job_id: Id
}

export type DuplicateDecision<Id> =
  /** `same_posting`: known and unchanged; `changed_posting`: known, with new content; `same_job`: another posting of a known opening. */
  | { kind: 'same_posting' | 'changed_posting' | 'same_job'; jobId: Id; reasons: string[] }
  /** `reasons` tells what kept it apart from the candidates, if anything did. */
  | { kind: 'new_job'; reasons: string[] }

/** Openings with one title return each season; a posting half a year younger is the next one. */
const SAME_SEASON_DAYS = 180

/**
 * Decides what a new posting is, given the stored postings that share a key with it. The surest ground wins: the
 * id at the source, then the address, then company, title and place; among equals the smallest job id, so the
 * order of the candidates is of no matter. In doubt a posting stays apart: a wrong merge hides a job.
 */
export function decideDuplicate<Id extends string | number>(
  posting: PostingIdentity,
  candidates: readonly DuplicateCandidate<Id>[],
): DuplicateDecision<Id> {
  const known = smallest(candidates.filter(candidate => isSamePosting(posting, candidate)))
  if (known !== null) {
    const same = known.content_hash === posting.content_hash
    return {
      kind: same ? 'same_posting' : 'changed_posting',
      jobId: known.job_id,
      reasons: [same ? 'same id at the same source, unchanged' : 'same id at the same source, new content'],
    }
  }
  const byUrl = smallest(candidates.filter(candidate => hasSameAddress(posting, candidate)))
  if (byUrl !== null)
    return { kind: 'same_job', jobId: byUrl.job_id, reasons: ['same address of the posting'] }
  return decideByOpening(posting, candidates)
}

function decideByOpening<Id extends string | number>(
  posting: PostingIdentity,
  candidates: readonly DuplicateCandidate<Id>[],
): DuplicateDecision<Id> {
  const alike = candidates.filter(candidate => candidate.opening_key === posting.opening_key)
  if (alike.length === 0) return { kind: 'new_job', reasons: [] }
  const missing = missingPart(posting.opening_key)
  if (missing !== null) return { kind: 'new_job', reasons: [`${missing} is not stated, so it stays apart`] }
  // One contradicting posting speaks against its whole job.
  const refused = new Set<Id>()
  const reasons = new Set<string>()
  for (const candidate of alike) {
    const reason = contradiction(posting, candidate)
    if (reason === null) continue
    refused.add(candidate.job_id)
    reasons.add(reason)
  }
  const accepted = smallest(alike.filter(candidate => !refused.has(candidate.job_id)))
  if (accepted === null) return { kind: 'new_job', reasons: [...reasons].sort() }
  return { kind: 'same_job', jobId: accepted.job_id, reasons: ['same company, title and place'] }
}

function isSamePosting(posting: PostingIdentity, candidate: PostingIdentity): boolean {
  return (
    posting.source_key !== null &&
    posting.source === candidate.source &&
    posting.source_key === candidate.source_key
  )
}

/** One address is one opening, unless it is a page of many jobs or the titles have nothing in common. */
function hasSameAddress(posting: PostingIdentity, candidate: PostingIdentity): boolean {
  if (posting.canonical_url === null || posting.canonical_url !== candidate.canonical_url) return false
  return namesOnePosting(posting.canonical_url) && titlesMeet(titleOf(posting), titleOf(candidate))
}

/** A page of one posting has a number or an id in its address, or a speaking last part of several words. */
function namesOnePosting(address: string): boolean {
  const path = address.slice(address.indexOf('/', 'https://'.length) + 1)
  return (
    /\d{3}/.test(path) ||
    /[^/]*[a-z]+(?:-[a-z]+){2,}[^/]*$/i.test(path) ||
    /(?=\w*\d)(?=\w*[a-z])\w{8,}/i.test(path)
  )
}

// Levels, seasons and joining words: shared by titles of different jobs.
const COMMON_WORDS = new Set(
  `senior junior lead principal staff intern graduate grad new head chief associate entry level summer winter spring
  fall autumn program programme i ii iii iv v and of the for in at a to with or us uk remote hybrid`.split(
    /\s+/,
  ),
)

/** Whether half of the telling words of the shorter title stand in the other one too. */
function titlesMeet(a: string, b: string): boolean {
  if (a === b) return true
  const first = tellingWords(a)
  const second = tellingWords(b)
  if (first.size === 0 || second.size === 0) return true
  const shared = [...first].filter(word => second.has(word)).length
  return shared * 2 >= Math.min(first.size, second.size)
}

function tellingWords(title: string): Set<string> {
  const words = title.split(' ').filter(word => !COMMON_WORDS.has(word) && !/^\d+$/.test(word))
  return new Set(words.map(word => word.replace(/(?:ing|er|or|s)$/, '')))
}

function titleOf(posting: PostingIdentity): string {
  return posting.opening_key.split('|')[1] ?? ''
}

function missingPart(openingKey: string): string | null {
  const [company, title, place] = openingKey.split('|')
  if (!company) return 'the company'
  if (!title) return 'the title'
  return place ? null : 'the place'
}

/** Why two postings of one company, title and place are two openings; null when nothing speaks against one. */
function contradiction(posting: PostingIdentity, candidate: PostingIdentity): string | null {
  if (differs(posting.seniority_level, candidate.seniority_level)) return 'another level is stated'
  if (differs(posting.job_type, candidate.job_type)) return 'another employment type is stated'
  if (differs(posting.remote_options, candidate.remote_options)) return 'another way of working is stated'
  if (salariesContradict(posting, candidate)) return 'the salary ranges do not meet'
  if (daysApart(posting.posted_at, candidate.posted_at) > SAME_SEASON_DAYS)
    return 'posted more than six months apart'
  return null
}

function differs<T>(a: T | null | undefined, b: T | null | undefined): boolean {
  return a != null && b != null && a !== b
}

function salariesContradict(a: PostingIdentity, b: PostingIdentity): boolean {
  const lowA = a.salary_year_low ?? a.salary_year_high
  const lowB = b.salary_year_low ?? b.salary_year_high
  if (lowA === null || lowB === null) return false
  if (differs(a.compensation_currency, b.compensation_currency)) return true
  return lowA > (b.salary_year_high ?? lowB) || lowB > (a.salary_year_high ?? lowA)
}

function daysApart(a: string | null | undefined, b: string | null | undefined): number {
  if (a == null || b == null) return 0
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
  return Number.isNaN(days) ? 0 : days
}

function smallest<Id extends string | number, T extends { job_id: Id }>(candidates: readonly T[]): T | null {
  let best: T | null = null
  for (const candidate of candidates) {
    if (best === null || candidate.job_id < best.job_id) best = candidate
  }
  return best
}
