import type { Db } from './connection.ts'

/**
 * The log by which copies of the jobs in memory follow (`job_changes`). Triggers write what happens to single jobs; what
 * is written for many jobs in one statement is noted here, as one range of ids.
 */

/** So many newest rows stay; a copy that is further behind is made anew. */
const KEPT = 20_000
const FORGOTTEN_AT_ONCE = 20_000

/** What of a job changed: its score for a campaign (null: for any), or its match with the profile. */
export type ChangedPart = 'score' | 'match'

/**
 * Notes that scores or matches of jobs were written; expects an open transaction. `rows`: JSON rows that begin with the
 * job, in ascending order, as they were given to the statement.
 */
export function noteRows(db: Db, part: ChangedPart, campaignId: number | null, rows: string): void {
  db.sql(
    `INSERT INTO job_changes (what, campaign_id, first_job, last_job)
     SELECT ?, ?, min(value ->> 0), max(value ->> 0) FROM json_each(?) HAVING count(*) > 0`,
  ).run(part, campaignId, rows)
}

/** The same for the jobs from one to another. */
export function noteRange(
  db: Db,
  part: ChangedPart,
  campaignId: number | null,
  first: number,
  last: number,
): void {
  db.sql('INSERT INTO job_changes (what, campaign_id, first_job, last_job) VALUES (?, ?, ?, ?)').run(
    part,
    campaignId,
    first,
    last,
  )
}

/** The same for one job, or for all jobs (null). */
export function noteJob(db: Db, part: ChangedPart, campaignId: number | null, jobId: number | null): void {
  noteRange(db, part, campaignId, jobId ?? 0, jobId ?? Number.MAX_SAFE_INTEGER)
}

/** Forgets old rows of the log; expects an open transaction. */
export function trimChanges(db: Db): void {
  db.sql(
    `DELETE FROM job_changes WHERE seq IN
       (SELECT seq FROM job_changes WHERE seq <= (SELECT max(seq) FROM job_changes) - ? ORDER BY seq LIMIT ?)`,
  ).run(KEPT, FORGOTTEN_AT_ONCE)
}
