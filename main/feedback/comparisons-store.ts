import type { ComparisonSide, Verdict } from '../contract/feedback.ts'
import { RankingWeights } from '../contract/ranking.ts'
import { notBlocked } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Drafted } from './rules/interleave.ts'

/** All the SQL of comparisons. Writers expect an open transaction. */

export interface Comparison {
  id: number
  campaignId: number
  name: string
  weightsA: RankingWeights
  weightsB: RankingWeights
  startedAt: string
  finishedAt: string | null
  kept: ComparisonSide | null
}

interface Row {
  id: number
  campaign_id: number
  name: string
  weights_a: string
  weights_b: string
  started_at: string
  finished_at: string | null
  kept: ComparisonSide | null
}

const SELECT = `SELECT o.id, o.campaign_id, o.name, o.weights_a, o.weights_b, o.started_at, o.finished_at,
  iif(c.undone_at IS NULL, o.kept, NULL) AS kept FROM comparisons o LEFT JOIN changes c ON c.id = o.change_id`

const toComparison = (row: Row): Comparison => ({
  id: row.id,
  campaignId: row.campaign_id,
  name: row.name,
  weightsA: RankingWeights.parse(JSON.parse(row.weights_a)),
  weightsB: RankingWeights.parse(JSON.parse(row.weights_b)),
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  kept: row.kept,
})

export function findComparison(db: Db, id: number): Comparison | undefined {
  const row = db.sql<Row>(`${SELECT} WHERE o.id = ?`).first(id)
  return row && toComparison(row)
}

/** The comparisons of a campaign, the newest first. */
export function comparisonsOf(db: Db, campaignId: number, limit: number): Comparison[] {
  return db
    .sql<Row>(`${SELECT} WHERE o.campaign_id = ? ORDER BY o.id DESC LIMIT ?`)
    .all(campaignId, limit)
    .map(toComparison)
}

/** The id of the comparison that runs for a campaign; null: none does. */
export function runningComparison(db: Db, campaignId: number): number | null {
  return (
    db
      .sql<{ id: number }>('SELECT id FROM comparisons WHERE campaign_id = ? AND finished_at IS NULL')
      .first(campaignId)?.id ?? null
  )
}

export function insertComparison(
  db: Db,
  {
    campaignId,
    name,
    weightsA,
    weightsB,
    startedAt,
  }: Pick<Comparison, 'campaignId' | 'name' | 'weightsA' | 'weightsB' | 'startedAt'>,
  list: readonly Drafted[],
): number {
  const { lastId } = db
    .sql(
      'INSERT INTO comparisons (campaign_id, name, weights_a, weights_b, started_at) VALUES (?, ?, ?, ?, ?)',
    )
    .run(campaignId, name, JSON.stringify(weightsA), JSON.stringify(weightsB), startedAt)
  const insert = db.sql(
    'INSERT INTO comparison_jobs (comparison_id, place, job_id, side, round) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [place, { jobId, side, round }] of list.entries()) insert.run(lastId, place, jobId, side, round)
  return lastId
}

export function deleteComparison(db: Db, id: number): void {
  db.sql('DELETE FROM comparisons WHERE id = ?').run(id)
}

/** The jobs of a comparison in the order of its list. */
export function comparedJobs(db: Db, id: number): (Drafted & { verdict: Verdict | null })[] {
  return db
    .sql<Drafted & { verdict: Verdict | null }>(
      'SELECT job_id AS jobId, side, round, verdict FROM comparison_jobs WHERE comparison_id = ? ORDER BY place',
    )
    .all(id)
}

/** Ends a comparison with the verdicts by job, or with null opens it again. */
export function setFinished(
  db: Db,
  id: number,
  finished: { at: string; verdicts: ReadonlyMap<number, Verdict> } | null,
): void {
  db.sql('UPDATE comparisons SET finished_at = ? WHERE id = ?').run(finished?.at ?? null, id)
  const update = db.sql('UPDATE comparison_jobs SET verdict = ? WHERE comparison_id = ? AND job_id = ?')
  for (const { jobId } of comparedJobs(db, id)) update.run(finished?.verdicts.get(jobId) ?? null, id, jobId)
}

/** Remembers which side the person went on with, and the change that this was. */
export function setKept(db: Db, id: number, kept: ComparisonSide, changeId: number): void {
  db.sql('UPDATE comparisons SET kept = ?, change_id = ? WHERE id = ?').run(kept, changeId, id)
}

/**
 * Ids and shares (18 characters each, joined) of a campaign's waiting jobs that its rules allow; joined by SQLite, since
 * rows one by one would take longest.
 */
export function waitingShares(db: Db, campaignId: number): { ids: number[]; shares: string } {
  const row = db
    .sql<{ ids: string | null; shares: string | null }>(
      `SELECT group_concat(job_id) AS ids, group_concat(shares, '') AS shares FROM rankings
       WHERE campaign_id = ? AND status = 'waiting' AND ineligible = 0`,
    )
    .first(campaignId)
  return { ids: row?.ids ? row.ids.split(',').map(Number) : [], shares: row?.shares ?? '' }
}

/** Of some jobs those that are fit to be judged anew: open, of a company that is not blocked, and without a thumb. */
export function fitToJudge(db: Db, jobIds: readonly number[], campaignId: number, now: string): Set<number> {
  return new Set(
    db
      .sql<{ id: number }>(
        `SELECT j.id FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value
         WHERE (j.closed_at IS NULL OR j.closed_at > ?) AND ${notBlocked('j.company_id')}
           AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.job_id = j.id AND f.campaign_id = ?)`,
      )
      .all(JSON.stringify(jobIds), now, campaignId)
      .map(row => row.id),
  )
}
