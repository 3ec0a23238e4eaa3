import { notBlocked } from '../jobs/service.ts'
import { bringsJobs } from '../pipeline/rules/brings-jobs.ts'
import type { Db } from '../platform/db/connection.ts'

/** The SQL of the messages of the day. Reads only. */

/** New jobs that are looked through for the best, counted from the newest. */
const NEWEST = 5_000
/** Runs that can end on one day. */
const RUNS = 500

/** The best waiting jobs found since an instant, among the newest; those above are of no blocked company and not hidden. */
export function bestSince(db: Db, since: string, limit: number): { jobId: number; score: number }[] {
  return db
    .sql<{ jobId: number; score: number }>(
      `SELECT b.job_id AS jobId, b.score FROM (SELECT id, company_id, closed_at FROM jobs WHERE found_at >= ?
         ORDER BY found_at DESC LIMIT ${NEWEST}) newest CROSS JOIN best_rankings b ON b.job_id = newest.id
       WHERE b.status = 'waiting' AND b.hidden = 0 AND b.score >= 0 AND newest.closed_at IS NULL
         AND ${notBlocked('newest.company_id')}
       ORDER BY b.score DESC, b.job_id DESC LIMIT ?`,
    )
    .all(since, limit)
}

/** The best waiting jobs of all. */
export function bestWaiting(db: Db, limit: number): { jobId: number; score: number }[] {
  return db
    .sql<{ jobId: number; score: number }>(
      `SELECT b.job_id AS jobId, b.score FROM best_rankings b CROSS JOIN jobs j ON j.id = b.job_id
       WHERE b.status = 'waiting' AND b.hidden = 0 AND b.score >= 0 AND j.closed_at IS NULL AND ${notBlocked('j.company_id')}
       ORDER BY b.score DESC, b.job_id DESC LIMIT ?`,
    )
    .all(limit)
}

const one = (db: Db, text: string, ...values: string[]): number =>
  db.sql<{ n: number }>(text).first(...values)?.n ?? 0

export const foundSince = (db: Db, since: string): number =>
  one(db, 'SELECT count(*) AS n FROM jobs WHERE found_at >= ?', since)

/** Waiting jobs found since an instant, among the newest, that are matches of an active campaign; counted up to 1,000. */
export const matchesSince = (db: Db, since: string): number =>
  one(
    db,
    `SELECT count(*) AS n FROM (SELECT DISTINCT r.job_id FROM (SELECT id, company_id FROM jobs WHERE found_at >= ?
           ORDER BY found_at DESC LIMIT ${NEWEST}) newest
         CROSS JOIN campaigns c CROSS JOIN rankings r ON r.campaign_id = c.id AND r.job_id = newest.id
       WHERE c.state = 'active' AND r.hidden = 0 AND r.status = 'waiting'
         AND r.score >= c.alert_threshold AND ${notBlocked('newest.company_id')} LIMIT 1000)`,
    since,
  )

/** Jobs that came to another status, and how often one was applied to. */
export const movedSince = (db: Db, since: string): number =>
  one(
    db,
    'SELECT count(DISTINCT job_id) AS n FROM status_events INDEXED BY status_events_at WHERE at >= ? AND undone = 0',
    since,
  )

export const appliedSince = (db: Db, since: string): number =>
  one(
    db,
    `SELECT count(*) AS n FROM status_events INDEXED BY status_events_at WHERE at >= ? AND undone = 0
       AND to_status = 'applied'`,
    since,
  )

/** Runs that brought jobs, or should have, and ended since an instant. */
export function runsSince(db: Db, since: string): { runs: number; failed: number } {
  const row = db
    .sql<{ runs: number; failed: number }>(
      `SELECT count(*) AS runs, coalesce(sum(state = 'failed'), 0) AS failed FROM runs
       WHERE id > (SELECT coalesce(max(id), 0) - ${RUNS} FROM runs) AND kind IN ('import', 'collect') AND finished_at >= ?
         AND ${bringsJobs('runs.id')}`,
    )
    .first(since)
  return row ?? { runs: 0, failed: 0 }
}

interface Interview {
  at: string
  title: string
  company: string
}

/** Interviews within a time, the first one first; none of an application that came to nothing. */
export function interviewsBetween(db: Db, from: string, until: string): Interview[] {
  return db
    .sql<Interview>(
      `SELECT i.at, j.title, j.company FROM interviews i CROSS JOIN jobs j ON j.id = i.job_id
       WHERE i.at >= ? AND i.at < ? AND j.status NOT IN ('rejected', 'archived') ORDER BY i.at LIMIT 50`,
    )
    .all(from, until)
}

/** When the message of a kind was last made; null: never. */
export function lastOfKind(db: Db, kind: 'briefing' | 'summary'): string | null {
  const row = db
    .sql<{ at: string }>('SELECT created_at AS at FROM notifications WHERE kind = ? ORDER BY id DESC LIMIT 1')
    .first(kind)
  return row?.at ?? null
}
