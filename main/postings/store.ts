import { companyOfName } from '../companies/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { freshId } from '../platform/db/fresh-id.ts'
import type { PreparedPosting, PreparedRanking, ReadPosting } from './prepared.ts'
import { packTerms } from './rules/fields.ts'

/** All the SQL that writes postings and the jobs that they make. Every function expects an open transaction. */

/** What is known of a raw posting with the same content. */
export interface KnownRaw {
  id: number
  /** The job of the posting that this raw one is the newest version of; null when a newer version replaced it. */
  job_id: number | null
}

/** The raw posting with exactly this content, if the source brought it before. */
export function findRaw(db: Db, sourceId: number, contentHash: Uint8Array): KnownRaw | undefined {
  return db
    .sql<KnownRaw>(
      `SELECT r.id, p.job_id FROM raw_postings r LEFT JOIN postings p ON p.raw_posting_id = r.id
       WHERE r.source_id = ? AND r.content_hash = ?`,
    )
    .first(sourceId, contentHash)
}

export interface RawRecord {
  sourceId: number
  campaignId: number | null
  runId: number | null
  sourceKey: string
  row: number | null
  at: string
  contentHash: Uint8Array
  mediaType: string
  payload: string | Uint8Array
}

/** Stores what a source returned and answers its id; null when the source brought exactly this before. */
export function insertRaw(db: Db, raw: RawRecord): number | null {
  const { changes, lastId } = db
    .sql(
      `INSERT INTO raw_postings (source_id, campaign_id, run_id, source_key, row, loaded_at, content_hash, media_type, payload)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, content_hash) DO NOTHING`,
    )
    .run(
      raw.sourceId,
      raw.campaignId,
      raw.runId,
      raw.sourceKey,
      raw.row,
      raw.at,
      raw.contentHash,
      raw.mediaType,
      typeof raw.payload === 'string' ? Buffer.from(raw.payload) : raw.payload,
    )
  return changes === 0 ? null : lastId
}

/** Finds or makes the company of a posting, by any of its names. */
export function companyIdOf(db: Db, { posting, normalisedCompany }: ReadPosting, at: string): number {
  return companyOfName(
    db,
    {
      name: posting.company,
      normalisedName: normalisedCompany,
      website: posting.company_website,
      industry: posting.industry,
      size_range: posting.company_size,
    },
    at,
  )
}

export interface PostingRecord {
  rawId: number
  sourceId: number
  jobId: number
  isPrimary: boolean
  reasons: string[]
  at: string
}

/** Stores a posting and answers its id. */
export function insertPosting(db: Db, prepared: PreparedPosting, record: PostingRecord): number {
  const { posting } = prepared
  return db
    .sql(
      `INSERT INTO postings (id, raw_posting_id, source_id, source_key, job_id, is_primary, merge_reasons, title, company,
       location_text, description, description_html, publisher, url, apply_url, canonical_url, structured, posted_at,
       found_at, closed_at)
     VALUES (${freshId('postings')}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      record.rawId,
      record.sourceId,
      prepared.sourceKey,
      record.jobId,
      record.isPrimary ? 1 : 0,
      JSON.stringify(record.reasons),
      posting.title,
      posting.company,
      posting.location_text,
      posting.description,
      posting.description_html,
      posting.source,
      posting.url,
      posting.apply_url,
      prepared.canonicalUrl,
      JSON.stringify(posting.structured ?? {}),
      posting.posted_at,
      record.at,
      posting.closed_at,
    ).lastId
}

/** What a job shows, beside the priority of the source of a posting that joins it. */
export interface ShownPosting {
  priority: number
  /** Characters of its text. */
  length: number
  new_priority: number
}

/** The posting that a job shows, compared with the source of a new one. */
export function shownPosting(db: Db, jobId: number, newSourceId: number): ShownPosting | undefined {
  return db
    .sql<ShownPosting>(
      `SELECT s.priority, length(p.description) AS length, n.priority AS new_priority
       FROM postings p JOIN sources s ON s.id = p.source_id JOIN sources n ON n.id = ?
       WHERE p.job_id = ? AND p.is_primary = 1`,
    )
    .first(newSourceId, jobId)
}

/** No posting of the job is the one that it shows, until another one is named. */
export function clearPrimary(db: Db, jobId: number): void {
  db.sql('UPDATE postings SET is_primary = 0 WHERE job_id = ? AND is_primary = 1').run(jobId)
}

/** Which run and row brought the version of a posting that counts now. */
export function versionOf(
  db: Db,
  postingId: number,
): { run_id: number | null; row: number | null } | undefined {
  return db
    .sql<{ run_id: number | null; row: number | null }>(
      'SELECT r.run_id, r.row FROM postings p JOIN raw_postings r ON r.id = p.raw_posting_id WHERE p.id = ?',
    )
    .first(postingId)
}

/** A new version of a posting replaces its text; the old version stays with its raw posting. */
export function updatePosting(db: Db, postingId: number, prepared: PreparedPosting, rawId: number): void {
  const { posting } = prepared
  db.sql(
    `UPDATE postings SET raw_posting_id = ?, title = ?, company = ?, location_text = ?, description = ?,
       description_html = ?, publisher = ?, url = ?, apply_url = ?, canonical_url = ?, structured = ?, posted_at = ?,
       closed_at = ? WHERE id = ?`,
  ).run(
    rawId,
    posting.title,
    posting.company,
    posting.location_text,
    posting.description,
    posting.description_html,
    posting.source,
    posting.url,
    posting.apply_url,
    prepared.canonicalUrl,
    JSON.stringify(posting.structured ?? {}),
    posting.posted_at,
    posting.closed_at,
    postingId,
  )
}

const JOB_FACTS = [
  'title',
  'company',
  'location_text',
  'posted_at',
  'closed_at',
  'salary_low',
  'salary_high',
  'compensation_currency',
  'salary_period',
  'salary_year_low',
  'salary_year_high',
  'salary_words',
  'office_city',
  'office_province',
  'office_country',
  'remote_options',
  'job_type',
  'seniority_level',
  'years_low',
  'years_high',
  'language',
  'skills',
  'terms',
] as const

function jobFacts({ posting, detection }: ReadPosting): (string | number | null)[] {
  const { facts } = detection
  return [
    posting.title,
    posting.company,
    posting.location_text,
    posting.posted_at,
    posting.closed_at,
    facts.salary_low,
    facts.salary_high,
    facts.compensation_currency,
    facts.salary_period,
    detection.salary_year_low,
    detection.salary_year_high,
    detection.salary_words,
    facts.office_city,
    facts.office_province,
    facts.office_country,
    facts.remote_options,
    facts.job_type,
    facts.seniority_level,
    detection.years_low,
    detection.years_high,
    detection.language,
    JSON.stringify(detection.skills),
    packTerms(detection),
  ]
}

const INSERT_JOB = `INSERT INTO jobs (id, opening_key, company_id, found_at, best_score, best_campaign_id, detector_version,
  ${JOB_FACTS.join(', ')}) VALUES (${freshId('jobs')}, ?, ?, ?, ?, ?, ?, ${JOB_FACTS.map(() => '?').join(', ')})`
const UPDATE_JOB = `UPDATE jobs SET opening_key = ?, company_id = ?, detector_version = ?,
  ${JOB_FACTS.map(name => `${name} = ?`).join(', ')} WHERE id = ?`

export interface JobRecord {
  companyId: number
  detectorVersion: number
  at: string
}

export function insertJob(db: Db, prepared: ReadPosting, record: JobRecord): number {
  const best = bestOf(prepared.rankings)
  return db
    .sql(INSERT_JOB)
    .run(
      prepared.openingKey,
      record.companyId,
      record.at,
      best?.score ?? -1,
      best?.campaignId ?? null,
      record.detectorVersion,
      ...jobFacts(prepared),
    ).lastId
}

/** Remembers that the person made a job: nobody tells them of it as a match. */
export function markKnown(db: Db, jobId: number): void {
  db.sql('INSERT OR IGNORE INTO jobs_known (job_id) VALUES (?)').run(jobId)
}

/** The columns of `jobs` that detection fills. */
export const FACT_COLUMNS: readonly string[] = JOB_FACTS.slice(JOB_FACTS.indexOf('salary_low'))
const UPDATE_FACTS = `UPDATE jobs SET detector_version = ?, ${FACT_COLUMNS.map(name => `${name} = ?`).join(', ')} WHERE id = ?`
const READ_FACTS = `SELECT ${FACT_COLUMNS.join(', ')} FROM jobs WHERE id = ?`

/** What a job says, as one text to compare. */
export function factsText(db: Db, jobId: number): string {
  return JSON.stringify(db.sql(READ_FACTS).first(jobId))
}

/** The facts of a job by another reading of the same posting. */
export function updateFacts(db: Db, jobId: number, prepared: ReadPosting, detectorVersion: number): void {
  db.sql(UPDATE_FACTS).run(
    detectorVersion,
    ...jobFacts(prepared).slice(JOB_FACTS.length - FACT_COLUMNS.length),
    jobId,
  )
}

export function updateJob(db: Db, jobId: number, prepared: ReadPosting, record: JobRecord): void {
  db.sql(UPDATE_JOB).run(
    prepared.openingKey,
    record.companyId,
    record.detectorVersion,
    ...jobFacts(prepared),
    jobId,
  )
}

function bestOf(rankings: readonly PreparedRanking[]): PreparedRanking | undefined {
  return rankings.reduce<PreparedRanking | undefined>(
    (best, ranking) => (best === undefined || ranking.score > best.score ? ranking : best),
    undefined,
  )
}

const INDEX_NEW = 'INSERT INTO job_search (rowid, title, company, place, description) VALUES (?, ?, ?, ?, ?)'
const INDEX_AGAIN = INDEX_NEW.replace('INSERT', 'INSERT OR REPLACE')

/** The words of a posting that search finds. */
export type IndexedWords = Pick<ReadPosting['posting'], 'title' | 'company' | 'location_text' | 'description'>

/** Writes the job's words to the search index; an older version is replaced. */
export function indexJob(db: Db, jobId: number, prepared: { posting: IndexedWords }, fresh: boolean): void {
  const { posting } = prepared
  db.sql(fresh ? INDEX_NEW : INDEX_AGAIN).run(
    jobId,
    posting.title,
    posting.company,
    posting.location_text,
    posting.description,
  )
}

/** Links a job to the campaign that brought it, if one did. True when the link is new. */
export function linkCampaign(
  db: Db,
  campaignId: number | null,
  jobId: number,
  runId: number | null,
  at: string,
): boolean {
  if (campaignId === null) return false
  const known = db
    .sql('SELECT 1 FROM campaign_jobs WHERE campaign_id = ? AND job_id = ?')
    .first(campaignId, jobId)
  if (known) return false
  db.sql('INSERT INTO campaign_jobs (campaign_id, job_id, run_id, found_at) VALUES (?, ?, ?, ?)').run(
    campaignId,
    jobId,
    runId,
    at,
  )
  return true
}

/** Writes the search index anew from the postings, after damage to it. */
export function rebuildSearchIndex(raw: Db['raw']): void {
  raw.exec(`INSERT INTO job_search (job_search) VALUES ('delete-all');
    INSERT INTO job_search (rowid, title, company, place, description)
    SELECT job_id, title, company, location_text, description FROM postings WHERE is_primary = 1`)
}

/** Pages that one merging step writes: some milliseconds. */
const MERGE_PAGES = 200

/**
 * Merges segments of the search index by one short step; true while there is more to merge. Imports leave many small
 * segments, and a question has to look into each.
 */
export function mergeSearchIndex(db: Db): boolean {
  const changes = () => db.sql<{ n: number }>('SELECT total_changes() AS n').first()?.n ?? 0
  const before = changes()
  db.sql("INSERT INTO job_search (job_search, rank) VALUES ('merge', ?)").run(MERGE_PAGES)
  // FTS5 counts the command itself as one change; a merge that had something to do counts more.
  return changes() - before >= 2
}
