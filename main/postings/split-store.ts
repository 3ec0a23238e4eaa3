import type { ImportedPosting } from '../contract/imports.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { copyRankings } from '../ranking/service.ts'
import { settleCopied } from './fields-store.ts'
import { type IndexedWords, indexJob } from './search-store.ts'

/** The SQL of taking a posting out of its job and of joining it again. Writers expect an open transaction. */

/** A posting as it stands in its job. */
export interface JobPosting {
  id: number
  job_id: number
  source_key: string
  is_primary: number
  merge_reasons: string
  title: string
  found_at: string
  /** Of its source; smaller is better. */
  priority: number
  /** Characters of its text. */
  length: number
}

const POSTING = `SELECT p.id, p.job_id, p.source_key, p.is_primary, p.merge_reasons, p.title, p.found_at, s.priority,
  length(p.description) AS length FROM postings p JOIN sources s ON s.id = p.source_id`

export function findPosting(db: Db, postingId: number): JobPosting | undefined {
  return db.sql<JobPosting>(`${POSTING} WHERE p.id = ?`).first(postingId)
}

/** All postings of a job, the oldest first. */
export function postingsOf(db: Db, jobId: number): JobPosting[] {
  return db.sql<JobPosting>(`${POSTING} WHERE p.job_id = ? ORDER BY p.id`).all(jobId)
}

/** A stored posting as its source gave it, to be read once more. */
export function storedPosting(db: Db, postingId: number): ImportedPosting | undefined {
  const row = db
    .sql<
      Omit<ImportedPosting, 'id' | 'structured' | 'source'> & { publisher: string | null; structured: string }
    >(
      `SELECT p.title, p.company, p.location_text, p.description, p.description_html, p.structured, p.url, p.apply_url,
         p.posted_at, p.closed_at, p.publisher, c.size_range AS company_size, c.industry, c.website AS company_website
       FROM postings p JOIN jobs j ON j.id = p.job_id JOIN companies c ON c.id = j.company_id WHERE p.id = ?`,
    )
    .first(postingId)
  if (!row) return undefined
  const { publisher, structured, ...posting } = row
  return { ...posting, id: null, source: publisher, structured: JSON.parse(structured) }
}

/** Puts a posting into another job, as the one that it shows or beside it. */
export function movePosting(
  db: Db,
  postingId: number,
  to: { jobId: number; isPrimary: boolean; reasons: string },
): void {
  db.sql('UPDATE postings SET job_id = ?, is_primary = ?, merge_reasons = ? WHERE id = ?').run(
    to.jobId,
    to.isPrimary ? 1 : 0,
    to.reasons,
    postingId,
  )
}

/** Names the posting that a job shows. */
export function setPrimary(db: Db, postingId: number): void {
  db.sql('UPDATE postings SET is_primary = 1 WHERE id = ?').run(postingId)
}

/** Remembers that a posting is of another opening than the others. */
export function keepApart(db: Db, postingId: number, others: readonly number[], at: string): void {
  const insert = db.sql(
    'INSERT OR IGNORE INTO postings_apart (posting_id, other_posting_id, at) VALUES (?, ?, ?)',
  )
  for (const other of others) insert.run(Math.min(postingId, other), Math.max(postingId, other), at)
}

/** Forgets it again, for these pairs only. */
export function letJoin(db: Db, postingId: number, others: readonly number[]): void {
  const remove = db.sql('DELETE FROM postings_apart WHERE posting_id = ? AND other_posting_id = ?')
  for (const other of others) remove.run(Math.min(postingId, other), Math.max(postingId, other))
}

/** Links a job to every campaign of another one. */
export function copyCampaigns(db: Db, fromJobId: number, toJobId: number): void {
  db.sql(
    `INSERT INTO campaign_jobs (campaign_id, job_id, run_id, found_at)
     SELECT campaign_id, ?, run_id, found_at FROM campaign_jobs WHERE job_id = ?`,
  ).run(toJobId, fromJobId)
}

/** What the person did with a job. */
export interface Dealings {
  status: JobStatus
  favourite: number
  moves: number
  notes: number
  /** Anything else of an application: facts, interviews, calls and mails, people, reminders. */
  planned: number
  documents: number
  edited: number
  /** Liked or disliked, with or without a note. */
  judged: number
  /** Part of a comparison, whose list would lose a place without it. */
  compared: number
}

export function dealingsWith(db: Db, jobId: number): Dealings | undefined {
  return db
    .sql<Dealings>(
      `SELECT status, favourite,
         EXISTS (SELECT 1 FROM status_events WHERE job_id = j.id AND undone = 0) AS moves,
         EXISTS (SELECT 1 FROM applications WHERE job_id = j.id AND notes_version > 0) AS notes,
         EXISTS (SELECT 1 FROM applications WHERE job_id = j.id AND (recipient <> '' OR sent <> '[]' OR next_step <> ''
             OR coalesce(response_kind, next_step_at, offer, follow_up_on, applied_at) IS NOT NULL))
           OR EXISTS (SELECT 1 FROM interviews WHERE job_id = j.id)
           OR EXISTS (SELECT 1 FROM application_entries WHERE job_id = j.id)
           OR EXISTS (SELECT 1 FROM contact_jobs WHERE job_id = j.id)
           OR EXISTS (SELECT 1 FROM reminders WHERE job_id = j.id) AS planned,
         EXISTS (SELECT 1 FROM documents WHERE job_id = j.id)
           OR EXISTS (SELECT 1 FROM application_documents WHERE job_id = j.id) AS documents,
         EXISTS (SELECT 1 FROM job_fields WHERE job_id = j.id AND origin = 'manual') AS edited,
         EXISTS (SELECT 1 FROM feedback WHERE job_id = j.id) AS judged,
         EXISTS (SELECT 1 FROM comparison_jobs WHERE job_id = j.id) AS compared
       FROM jobs j WHERE id = ?`,
    )
    .first(jobId)
}

// Everything that a posting says; the dealings of the person, the time found and the scores stay with the job.
const SHOWN = `opening_key, company_id, title, company, location_text, posted_at, closed_at, salary_low, salary_high,
  compensation_currency, salary_period, salary_year_low, salary_year_high, salary_words, office_city, office_province,
  office_country, remote_options, job_type, seniority_level, years_low, years_high, language, skills, terms, ai_read, detector_version`

/** A job shows what another one shows: its facts with their proofs, its rankings and its words. */
export function showAs(db: Db, jobId: number, other: number, postingId: number): void {
  db.sql(`UPDATE jobs SET (${SHOWN}) = (SELECT ${SHOWN} FROM jobs WHERE id = ?) WHERE id = ?`).run(
    other,
    jobId,
  )
  db.sql("DELETE FROM job_fields WHERE job_id = ? AND origin <> 'manual'").run(jobId)
  db.sql(
    `INSERT INTO job_fields (job_id, field, origin, value, confidence, quote, quote_in, quote_start, note)
     SELECT ?, field, origin, value, confidence, quote, quote_in, quote_start, note FROM job_fields
     WHERE job_id = ? AND origin <> 'manual'`,
  ).run(jobId, other)
  db.sql('DELETE FROM job_ai WHERE job_id = ?').run(jobId)
  db.sql(
    'INSERT INTO job_ai (job_id, state, asked, model, message, at) SELECT ?, state, asked, model, message, at FROM job_ai WHERE job_id = ?',
  ).run(jobId, other)
  settleCopied(db, jobId)
  copyRankings(db, other, jobId)
  const posting = db
    .sql<IndexedWords>('SELECT title, company, location_text, description FROM postings WHERE id = ?')
    .first(postingId)
  if (posting) indexJob(db, jobId, { posting }, false)
}

/** Takes a job without postings away, with what hangs on it. */
export function removeEmptyJob(db: Db, jobId: number): void {
  db.sql('DELETE FROM job_search WHERE rowid = ?').run(jobId)
  db.sql('DELETE FROM jobs WHERE id = ? AND NOT EXISTS (SELECT 1 FROM postings WHERE job_id = jobs.id)').run(
    jobId,
  )
}
