import type { RunState } from '../contract/runs.ts'
import { notBlocked, notOfBlocked } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { HourCounts } from './rules.ts'

/** All the SQL of numbers and charts. Reads only. */

const KIND_SUMS = ['found', 'approved', 'rejected', 'applied', 'interview', 'offer']
  .map(kind => `sum(iif(kind = '${kind}', n, 0)) AS ${kind}`)
  .join(', ')

/** Activity per hour from `firstHour` on, of all jobs or of those that a campaign's sources brought. */
export function activityByHour(db: Db, campaignId: number | null, firstHour: string): HourCounts[] {
  if (campaignId === null)
    return db
      .sql<HourCounts>(`SELECT hour, ${KIND_SUMS} FROM hourly_activity WHERE hour >= ? GROUP BY hour`)
      .all(firstHour)
  return db
    .sql<HourCounts>(
      `SELECT hour, ${KIND_SUMS} FROM campaign_activity WHERE campaign_id = ? AND hour >= ? GROUP BY hour`,
    )
    .all(campaignId, firstHour)
}

/** The first job that was found since an instant; null: none was. Found times rise with ids. */
function firstSince(db: Db, since: string): number | null {
  const first = db
    .sql<{ id: number }>('SELECT id FROM jobs WHERE found_at >= ? ORDER BY found_at, id LIMIT 1')
    .first(since)
  return first?.id ?? null
}

/** The mean of the best scores of jobs found since an hour; null: none was ranked. */
export function averageFit(db: Db, firstHour: string): number | null {
  const row = db
    .sql<{ sum: number | null; n: number | null }>(
      "SELECT sum(score_sum) AS sum, sum(score_n) AS n FROM hourly_activity WHERE hour >= ? AND kind = 'found'",
    )
    .first(firstHour)
  return row?.n ? (row.sum ?? 0) / row.n : null
}

/** The mean of a campaign's scores of the newest jobs that its sources brought since an instant, at most `most` of them. */
export function averageFitOf(db: Db, campaignId: number, since: string, most = 2000): number | null {
  const first = firstSince(db, since)
  if (first === null) return null
  const row = db
    .sql<{ mean: number | null }>(
      `SELECT avg(r.score) AS mean FROM (SELECT job_id FROM campaign_jobs WHERE campaign_id = ? AND job_id >= ?
         ORDER BY job_id DESC LIMIT ?) c CROSS JOIN rankings r ON r.campaign_id = ? AND r.job_id = c.job_id`,
    )
    .first(campaignId, first, most, campaignId)
  return row?.mean ?? null
}

/** How many jobs of each status there are, or how many of those that a campaign ranks. */
export function statusCounts(db: Db, campaignId: number | null): Map<string, number> {
  const rows =
    campaignId === null
      ? db.sql<{ kind: string; n: number }>('SELECT status AS kind, n FROM status_counts').all()
      : db
          .sql<{ kind: string; n: number }>('SELECT kind, n FROM campaign_counts WHERE campaign_id = ?')
          .all(campaignId)
  return new Map(rows.map(row => [row.kind, row.n]))
}

/** New jobs are looked up one by one in the rankings while they are no more than this. */
const FEW_NEW = 2_000

/**
 * Waiting jobs found since an instant that are matches of an active campaign, or of the given one whatever its state;
 * counted up to 1,000. Few new jobs are looked up by their ids; of many, the matches are walked from the best one down.
 */
export function matchesSince(db: Db, campaignId: number | null, since: string, few = FEW_NEW): number {
  const first = firstSince(db, since)
  if (first === null) return 0
  const newest = db.sql<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM jobs').first()?.id ?? 0
  // The sign keeps SQLite from the index by score, and leaves it the key (campaign, job).
  const [sign, index] = newest - first < few ? ['+', ''] : ['', 'INDEXED BY rankings_by_score']
  const row = db
    .sql<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT DISTINCT r.job_id FROM campaigns c CROSS JOIN rankings r ${index}
       ON r.campaign_id = c.id WHERE ${campaignId === null ? "c.state = 'active'" : 'c.id = ?'} AND ${sign}r.hidden = 0 AND ${sign}r.status = 'waiting'
         AND ${sign}r.score >= c.alert_threshold AND r.job_id >= ? AND ${notOfBlocked('r.job_id')} LIMIT 1000)`,
    )
    .first(...(campaignId === null ? [first] : [campaignId, first]))
  return row?.n ?? 0
}

const MARKS = { applied: 'applied_at IS NOT NULL', favourite: 'favourite = 1' } as const
const ORDERS = { applied: 'applied_at DESC, id DESC', favourite: 'id DESC' } as const
const BROUGHT = 'EXISTS (SELECT 1 FROM campaign_jobs c WHERE c.campaign_id = ? AND c.job_id = jobs.id)'

/** How many jobs have a mark, of all or of those that a campaign's sources brought. Few have, so they are counted. */
export function countMarked(db: Db, mark: keyof typeof MARKS, campaignId: number | null): number {
  const shown = mark === 'favourite' ? ` AND ${notBlocked('company_id')}` : ''
  const all = `SELECT count(*) AS n FROM jobs WHERE ${MARKS[mark]}${shown}`
  const row =
    campaignId === null
      ? db.sql<{ n: number }>(all).first()
      : db.sql<{ n: number }>(`${all} AND ${BROUGHT}`).first(campaignId)
  return row?.n ?? 0
}

/** The newest of them: what was applied to last, or the favourites that were found last. */
export function newestMarked(
  db: Db,
  mark: keyof typeof MARKS,
  campaignId: number | null,
  limit: number,
): number[] {
  const shown = mark === 'favourite' ? ` AND ${notBlocked('company_id')}` : ''
  const text = `SELECT id FROM jobs WHERE ${MARKS[mark]}${shown}${campaignId === null ? '' : ` AND ${BROUGHT}`}
    ORDER BY ${ORDERS[mark]} LIMIT ?`
  return db
    .sql<{ id: number }>(text)
    .all(...(campaignId === null ? [limit] : [campaignId, limit]))
    .map(row => row.id)
}

/** How often a campaign's runs that bring jobs ended in each state. */
export function runStates(db: Db, campaignId: number): Map<RunState, number> {
  const rows = db
    .sql<{ state: RunState; n: number }>(
      "SELECT state, count(*) AS n FROM runs WHERE campaign_id = ? AND kind <> 'rank' GROUP BY state",
    )
    .all(campaignId)
  return new Map(rows.map(row => [row.state, row.n]))
}

/** A run that brought jobs, in short. */
export interface BriefRun {
  id: number
  state: RunState
  at: string
  newJobs: number
}

/** The newest runs of a campaign that bring jobs. */
export function newestRuns(db: Db, campaignId: number, limit: number): BriefRun[] {
  return db
    .sql<BriefRun>(
      `SELECT id, state, coalesce(finished_at, started_at, queued_at) AS at, coalesce(counts ->> 'jobs', 0) AS newJobs
       FROM runs WHERE campaign_id = ? AND kind <> 'rank' ORDER BY id DESC LIMIT ?`,
    )
    .all(campaignId, limit)
}
