import type { ImportedPosting } from '../contract/imports.ts'
import { DETECTOR_VERSION } from '../detection/rules/detect.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { replaceMarks } from './duplicate-store.ts'
import { queueRanking, replaceDetected } from './fields-store.ts'
import { factsText, updateFacts } from './job-store.ts'
import type { ReadPosting } from './prepared.ts'

/** Reading the posting that a job shows once more, with rules that may have changed since. */

/** The posting that a job shows, ready to be read again. */
export interface ShownPosting {
  jobId: number
  postingId: number
  /** Its version: another one may come while it is read. */
  rawId: number
  sourceKey: string
  posting: ImportedPosting
}

type Row = Omit<ImportedPosting, 'id' | 'structured' | 'source'> & {
  job_id: number
  posting_id: number
  raw_posting_id: number
  source_key: string
  publisher: string | null
  structured: string
}

/** The postings that some jobs show, in the order of the jobs; a job that is gone is left out. */
export function shownPostings(db: Db, jobIds: readonly number[]): ShownPosting[] {
  return db
    .sql<Row>(
      `SELECT p.job_id, p.id AS posting_id, p.raw_posting_id, p.source_key, p.title, p.company, p.location_text,
         p.description, p.description_html, p.structured, p.url, p.apply_url, p.posted_at, p.closed_at, p.publisher,
         c.size_range AS company_size, c.industry, c.website AS company_website
       FROM json_each(?) chosen CROSS JOIN postings p ON p.job_id = chosen.value AND p.is_primary = 1
         JOIN jobs j ON j.id = p.job_id JOIN companies c ON c.id = j.company_id ORDER BY chosen.key`,
    )
    .all(JSON.stringify(jobIds))
    .map(({ job_id, posting_id, raw_posting_id, source_key, publisher, structured, ...posting }) => ({
      jobId: job_id,
      postingId: posting_id,
      rawId: raw_posting_id,
      sourceKey: source_key,
      posting: { ...posting, id: null, source: publisher, structured: JSON.parse(structured) },
    }))
}

/** True while a job still shows this version of this posting. */
export function stillShown(db: Db, { jobId, postingId, rawId }: ShownPosting): boolean {
  const row = db
    .sql('SELECT 1 FROM postings WHERE id = ? AND job_id = ? AND is_primary = 1 AND raw_posting_id = ?')
    .first(postingId, jobId, rawId)
  return row !== undefined
}

/**
 * A job says what its posting was read as now; what the person or the model said stays. Answers whether it says
 * something else since. Nothing happens when the job shows another posting, or another version, by now.
 */
export function renewFacts({ db }: Tx, shown: ShownPosting, prepared: ReadPosting): boolean {
  if (!stillShown(db, shown)) return false
  const { jobId, postingId } = shown
  const before = factsText(db, jobId)
  updateFacts(db, jobId, prepared, DETECTOR_VERSION)
  replaceMarks(db, postingId, prepared)
  replaceDetected(db, jobId, prepared.detection)
  const changed = factsText(db, jobId) !== before
  if (changed) queueRanking(db, [jobId])
  return changed
}
