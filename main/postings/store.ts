import { companyOfName } from '../companies/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { freshId } from '../platform/db/fresh-id.ts'
import type { PreparedPosting, ReadPosting } from './prepared.ts'

/** All the SQL that writes raw postings and postings. Every function expects an open transaction. */

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
