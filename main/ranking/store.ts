import type { RankableJob } from '../contract/ranking.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of rankings. Writers expect an open transaction. */

export interface RankingRecord {
  campaignId: number
  score: number
  lessSure: boolean
  /** The explanation as packed JSON. */
  explanation: string
}

/** Writes the rankings of a job that was just made; its best score was written with it. */
export function insertRankings(
  db: Db,
  jobId: number,
  status: string,
  rankings: readonly RankingRecord[],
  at: string,
): void {
  const insert = db.sql(
    'INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, explanation, ranked_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const ranking of rankings)
    insert.run(
      ranking.campaignId,
      jobId,
      status,
      ranking.score,
      ranking.lessSure ? 1 : 0,
      ranking.explanation,
      at,
    )
}

/**
 * Writes or replaces rankings of a known job; a ranking that says the same is left alone. Keeps the job's best
 * score, also where only the best score is out of date: the deletion of a campaign takes its scores out of the best
 * ones, and its return brings them back unchanged. Answers how many rankings changed.
 */
export function replaceRankings(
  db: Db,
  jobId: number,
  rankings: readonly RankingRecord[],
  at: string,
): number {
  const update = db.sql(
    `UPDATE rankings SET score = ?, less_sure = ?, explanation = ?, ranked_at = ?
     WHERE job_id = ? AND campaign_id = ? AND (score <> ? OR explanation <> ?)`,
  )
  const insert = db.sql(
    `INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, explanation, ranked_at)
     SELECT ?, id, status, ?, ?, ?, ? FROM jobs WHERE id = ? ON CONFLICT (job_id, campaign_id) DO NOTHING`,
  )
  let changed = 0
  for (const { campaignId, score, lessSure, explanation } of rankings) {
    const sure = lessSure ? 1 : 0
    changed +=
      update.run(score, sure, explanation, at, jobId, campaignId, score, explanation).changes ||
      insert.run(campaignId, score, sure, explanation, at, jobId).changes
    followBest(db, jobId, campaignId, score)
  }
  return changed
}

/** Keeps a job's best score after one of its campaigns gave it `score`; mostly the others need not be looked at. */
function followBest(db: Db, jobId: number, campaignId: number, score: number): void {
  const best = db
    .sql<{ best_score: number; best_campaign_id: number | null }>(
      'SELECT best_score, best_campaign_id FROM jobs WHERE id = ?',
    )
    .first(jobId)
  if (!best) return
  if (score > best.best_score)
    db.sql('UPDATE jobs SET best_score = ?, best_campaign_id = ? WHERE id = ?').run(score, campaignId, jobId)
  else if (best.best_campaign_id === campaignId && score < best.best_score) refreshBest(db, jobId)
}

/** Sets a job's best score to the highest of its rankings for campaigns that are not deleted. */
export function refreshBest(db: Db, jobId: number): void {
  const best = db
    .sql<{ campaign_id: number; score: number }>(
      `SELECT r.campaign_id, r.score FROM rankings r JOIN campaigns c ON c.id = r.campaign_id
       WHERE r.job_id = ? AND c.state <> 'deleted' ORDER BY r.score DESC, r.campaign_id LIMIT 1`,
    )
    .first(jobId)
  db.sql(
    'UPDATE jobs SET best_score = ?, best_campaign_id = ? WHERE id = ? AND (best_score <> ? OR best_campaign_id IS NOT ?)',
  ).run(best?.score ?? -1, best?.campaign_id ?? null, jobId, best?.score ?? -1, best?.campaign_id ?? null)
}

/** The facts of a job that ranking compares, as they are stored. */
export interface RankableRow extends Omit<RankableJob, 'skills'> {
  id: number
  /** JSON; read where the ranking is computed. */
  skills: string
}

const RANKABLE = `SELECT j.id, j.title, j.company, j.salary_year_low, j.salary_year_high, j.compensation_currency, j.office_city,
  j.office_province, j.office_country, j.location_text, j.remote_options, j.job_type, j.seniority_level,
  c.size_range AS company_size, j.skills, j.years_low, j.posted_at FROM jobs j JOIN companies c ON c.id = j.company_id`

/** The facts that ranking compares, of some jobs in the order of their ids. */
export function rankableJobsOf(db: Db, jobIds: readonly number[]): RankableRow[] {
  return db
    .sql<RankableRow>(`${RANKABLE} WHERE j.id IN (SELECT value FROM json_each(?)) ORDER BY j.id`)
    .all(JSON.stringify(jobIds))
}

/** Jobs whose facts changed since they were ranked. */
export function jobsToRank(db: Db, limit: number): number[] {
  return db
    .sql<{ job_id: number }>('SELECT job_id FROM jobs_to_rank ORDER BY job_id LIMIT ?')
    .all(limit)
    .map(row => row.job_id)
}

export function markRanked(db: Db, jobId: number): void {
  db.sql('DELETE FROM jobs_to_rank WHERE job_id = ?').run(jobId)
}

/** The campaigns, in whatever state, that have ranked a job. */
export function campaignsRanking(db: Db, jobId: number): Set<number> {
  return new Set(
    db
      .sql<{ campaign_id: number }>('SELECT campaign_id FROM rankings WHERE job_id = ?')
      .all(jobId)
      .map(row => row.campaign_id),
  )
}

/** The facts that ranking compares, of the jobs after `after` in order of their id. */
export function rankableJobs(db: Db, after: number, limit: number): RankableRow[] {
  return db.sql<RankableRow>(`${RANKABLE} WHERE j.id > ? ORDER BY j.id LIMIT ?`).all(after, limit)
}

/** How many jobs there are to rank. */
export function countJobs(db: Db): number {
  return db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0
}
