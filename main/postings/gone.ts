import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'

/** Postings that left their board and came back. Nothing is deleted: the text stays, and the job says that it closed. */

/** What a source is known to list: its posting's keys, and which of them were gone last time. */
export function listedKeys(db: Db, sourceId: number): { open: Set<string>; gone: Set<string> } {
  const keys = (where: string) =>
    new Set(
      db
        .sql<{ source_key: string }>(`SELECT source_key FROM postings WHERE source_id = ? AND ${where}`)
        .all(sourceId)
        .map(row => row.source_key),
    )
  return { open: keys('gone_at IS NULL'), gone: keys('gone_at IS NOT NULL') }
}

/** Marks postings as gone, or as there again (`at` null); answers their jobs, whose own closing follows. */
export function markGone(tx: Tx, sourceId: number, keys: readonly string[], at: string | null): number[] {
  const update = tx.db.sql<{ job_id: number }>(
    'UPDATE postings SET gone_at = ? WHERE source_id = ? AND source_key = ? RETURNING job_id',
  )
  const jobs = new Set<number>()
  for (const key of keys) {
    const row = update.first(at, sourceId, key)
    if (row) jobs.add(row.job_id)
  }
  for (const jobId of jobs) settleClosed(tx, jobId)
  return [...jobs]
}

/** A job has closed when all its postings are gone; else it closes on the day that the posting it shows names. */
export function settleClosed(tx: Tx, jobId: number): void {
  tx.db
    .sql(
      `UPDATE jobs SET closed_at = CASE
         WHEN EXISTS (SELECT 1 FROM postings WHERE job_id = jobs.id AND gone_at IS NULL)
           THEN (SELECT closed_at FROM postings WHERE job_id = jobs.id ORDER BY is_primary DESC, id LIMIT 1)
         ELSE (SELECT max(gone_at) FROM postings WHERE job_id = jobs.id) END
       WHERE id = ?`,
    )
    .run(jobId)
}

/** A posting joined a job all of whose others are gone: the job is open again. */
export function openAgain(tx: Tx, jobId: number): void {
  const closed = tx.db.sql('SELECT 1 FROM jobs WHERE id = ? AND closed_at IS NOT NULL').first(jobId)
  if (closed) settleClosed(tx, jobId)
}

/** Links up to `most` open jobs of a source to a campaign that it was not asked for; how many were linked. */
export function linkListed(
  tx: Tx,
  sourceId: number,
  campaignId: number,
  runId: number | null,
  most: number,
): number {
  return tx.db
    .sql(
      `INSERT INTO campaign_jobs (campaign_id, job_id, run_id, found_at)
       SELECT DISTINCT ?, p.job_id, ?, ? FROM postings p WHERE p.source_id = ? AND p.gone_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM campaign_jobs c WHERE c.campaign_id = ? AND c.job_id = p.job_id) LIMIT ?`,
    )
    .run(campaignId, runId, tx.now, sourceId, campaignId, most).changes
}
