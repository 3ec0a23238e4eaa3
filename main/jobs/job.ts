import type { JobAiView } from '../contract/detection.ts'
import type { Evidence } from '../contract/facts.ts'
import { JobId, PostingId } from '../contract/ids.ts'
import type { FactView, JobView, PostingView } from '../contract/shapes.ts'
import { JobTerms } from '../contract/terms.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import {
  FACT_FIELDS,
  type FieldRow,
  type StoredTerms,
  viewField,
  winnersOf,
} from '../postings/rules/fields.ts'
import { sameWork } from '../postings/rules/title-parts.ts'
import { BEST_ROW, type RawRow, toJobRow } from './rows.ts'

/** The SQL of one job's page. */

/** Facts with a line of their own, in the order in which people ask for them. */
const FACTS = [...FACT_FIELDS, 'years_low', 'years_high'] as const

interface JobDetails extends RawRow {
  salary_year_low: number | null
  salary_words: string | null
  office_city: string | null
  office_province: string | null
  office_country: string | null
  skills: string
  years_low: number | null
  years_high: number | null
  terms: string
  language: string | null
  applied_at: string | null
  company_id: number
  opening_key: string
}

interface PostingRow {
  id: number
  source: string
  publisher: string | null
  title: string
  company: string
  location_text: string
  url: string | null
  apply_url: string | null
  posted_at: string | null
  found_at: string
  closed_at: string | null
  is_primary: number
  merge_reasons: string
}

/** One fact with the proof that counts, and what others say. */
function viewFact(
  name: (typeof FACTS)[number],
  value: string | number | null,
  rows: readonly FieldRow[],
  won: FieldRow | undefined,
  years: Evidence | undefined,
): FactView {
  const mine = rows.filter(row => row.field === name)
  const others = mine.filter(row => row !== won && row.value !== won?.value).map(viewField)
  if (won) return { ...viewField(won), name, value, others }
  const proof = value !== null && name.startsWith('years') ? years : undefined
  return {
    name,
    value,
    origin: proof?.origin ?? null,
    confidence: proof?.confidence ?? null,
    quote: proof?.quote ?? null,
    where: proof?.where ?? null,
    start: proof?.start ?? null,
    note: proof?.note ?? null,
    others,
  }
}

/** What the job's page needs of areas that this one does not know. */
export interface JobInsights {
  /** The rankings of a job with their explanations, the best first. */
  rankings(db: Db, jobId: number): JobView['rankings']
  match(db: Db, jobId: number): JobView['match']
}

/** Everything that the job's page shows; undefined when there is no such job. */
export function jobView(
  db: Db,
  jobId: number,
  campaignId: number | null,
  now: string,
  insights: JobInsights,
): JobView | undefined {
  const job = db
    .sql<JobDetails>(
      `SELECT ${BEST_ROW.columns}, j.salary_year_low, j.salary_words, j.office_city, j.office_province, j.office_country,
         j.skills, j.years_low, j.years_high, j.terms, j.language, j.applied_at, j.company_id, j.opening_key
       FROM jobs j ${BEST_ROW.joins} WHERE j.id = ?`,
    )
    .first(jobId)
  if (!job) return undefined
  const fields = db
    .sql<FieldRow>(
      'SELECT field, origin, value, confidence, quote, quote_in, quote_start, note FROM job_fields WHERE job_id = ?',
    )
    .all(jobId)
  const winners = winnersOf(fields)
  const stored: StoredTerms = JSON.parse(job.terms)
  const ai = db
    .sql<JobAiView & Record<string, SqlValue>>(
      'SELECT state, model, message, at FROM job_ai WHERE job_id = ?',
    )
    .first(jobId)
  const postings = db
    .sql<PostingRow>(
      `SELECT p.id, s.label AS source, p.publisher, p.title, p.company, p.location_text, p.url, p.apply_url, p.posted_at,
         p.found_at, coalesce(p.gone_at, p.closed_at) AS closed_at, p.is_primary, p.merge_reasons
       FROM postings p JOIN sources s ON s.id = p.source_id WHERE p.job_id = ? ORDER BY p.is_primary DESC, p.id LIMIT 200`,
    )
    .all(jobId)
  const rankings = insights.rankings(db, jobId)
  const chosen = rankings.find(ranking => ranking.campaignId === campaignId)
  const application = db
    .sql<{ notes: string; notes_version: number }>(
      'SELECT notes, notes_version FROM applications WHERE job_id = ?',
    )
    .first(jobId)

  return {
    job: {
      ...toJobRow(job, now),
      ...(chosen === undefined
        ? {}
        : {
            campaignId: chosen.campaignId,
            score: chosen.explanation.score,
            lessSure: chosen.explanation.less_sure,
            ineligible: chosen.explanation.ineligible.length > 0,
          }),
    },
    facts: FACTS.map(name => viewFact(name, job[name], fields, winners.get(name), stored.years)),
    salaryYearLow: job.salary_year_low,
    salaryYearHigh: job.salary_year_high,
    salaryWords: job.salary_words,
    skills: JSON.parse(job.skills),
    skillsOrigin: winners.get('skills')?.origin ?? (job.skills === '[]' ? null : 'pattern'),
    language: job.language,
    terms: JobTerms.parse(stored),
    summary: fields.find(row => row.field === 'summary')?.value ?? null,
    ai: ai ?? null,
    rankings,
    match: insights.match(db, jobId),
    applyUrl:
      postings.find(posting => posting.apply_url ?? posting.url)?.apply_url ??
      postings.find(p => p.url)?.url ??
      null,
    postings: postings.map(viewPosting),
    notes: application?.notes ?? '',
    notesVersion: application?.notes_version ?? 0,
    appliedAt: job.applied_at,
    appliedBefore: appliedBefore(db, job),
    repostedAt: repostedAt(job.applied_at, postings),
    timeline: timeline(db, jobId, job, postings),
  }
}

/** Applications to one company that are looked through, the newest first, and those that are shown. */
const LOOKED_AT = 50
const SHOWN = 5

/** Other jobs of the same company for the same kind of work that were applied to. */
function appliedBefore(db: Db, job: JobDetails): JobView['appliedBefore'] {
  return db
    .sql<{ id: number; title: string; applied_at: string; status: JobStatus; opening_key: string }>(
      `SELECT id, title, applied_at, status, opening_key FROM jobs
       WHERE company_id = ? AND applied_at IS NOT NULL ORDER BY applied_at DESC LIMIT ${LOOKED_AT}`,
    )
    .all(job.company_id)
    .filter(other => other.id !== job.id && sameWork(other.opening_key, job.opening_key))
    .slice(0, SHOWN)
    .map(({ id, title, applied_at, status }) => ({
      jobId: JobId.parse(id),
      title,
      appliedAt: applied_at,
      status,
    }))
}

/** When a posting last joined a job that had been applied to before. */
function repostedAt(appliedAt: string | null, postings: readonly PostingRow[]): string | null {
  if (appliedAt === null) return null
  const later = postings.map(posting => posting.found_at).filter(found => found > appliedAt)
  return later.sort().at(-1) ?? null
}

const viewPosting = (row: PostingRow): PostingView => ({
  id: PostingId.parse(row.id),
  source: row.source,
  publisher: row.publisher,
  title: row.title,
  company: row.company,
  location: row.location_text,
  url: row.url,
  postedAt: row.posted_at,
  foundAt: row.found_at,
  closedAt: row.closed_at,
  primary: row.is_primary === 1,
  reasons: JSON.parse(row.merge_reasons),
})

function timeline(
  db: Db,
  jobId: number,
  job: JobDetails,
  postings: readonly PostingRow[],
): JobView['timeline'] {
  const moves = db
    .sql<{ to_status: string; at: string }>(
      'SELECT to_status, at FROM status_events WHERE job_id = ? AND undone = 0 ORDER BY id LIMIT 500',
    )
    .all(jobId)
  const [first, ...later] = postings.toSorted((a, b) => a.found_at.localeCompare(b.found_at) || a.id - b.id)
  const from = (posting: PostingRow) => posting.publisher ?? posting.source
  const entries: JobView['timeline'] = [
    { at: job.found_at, kind: 'found', text: first ? from(first) : '' },
    ...later.map(posting => ({ at: posting.found_at, kind: 'posting_added' as const, text: from(posting) })),
    ...moves.map(move => ({ at: move.at, kind: 'status' as const, text: move.to_status })),
  ]
  if (job.closed_at !== null) entries.push({ at: job.closed_at, kind: 'closed', text: '' })
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The text of the posting that the job shows. */
export function postingText(
  db: Db,
  jobId: number,
): { description: string; description_html: string | null } | undefined {
  return db
    .sql<{ description: string; description_html: string | null }>(
      'SELECT description, description_html FROM postings WHERE job_id = ? ORDER BY is_primary DESC, id LIMIT 1',
    )
    .first(jobId)
}
