import type { RankableJob } from '../contract/ranking.ts'
import type { CompanySize, JobType, RemoteOption, SeniorityLevel } from '../contract/values.ts'
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
  const upsert = db.sql(
    `INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, explanation, ranked_at)
     SELECT ?, id, status, ?, ?, ?, ? FROM jobs WHERE id = ?
     ON CONFLICT (job_id, campaign_id) DO UPDATE
       SET score = excluded.score, less_sure = excluded.less_sure, explanation = excluded.explanation,
           ranked_at = excluded.ranked_at
       WHERE score <> excluded.score OR explanation <> excluded.explanation`,
  )
  const better = db.sql(
    'UPDATE jobs SET best_score = ?, best_campaign_id = ? WHERE id = ? AND best_score < ?',
  )
  let changed = 0
  for (const ranking of rankings) {
    const { changes } = upsert.run(
      ranking.campaignId,
      ranking.score,
      ranking.lessSure ? 1 : 0,
      ranking.explanation,
      at,
      jobId,
    )
    changed += changes
    if (changes === 0) better.run(ranking.score, ranking.campaignId, jobId, ranking.score)
  }
  if (changed > 0) refreshBest(db, jobId)
  return changed
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

interface FactRow extends Omit<RankableJob, 'skills' | 'company_size'> {
  id: number
  skills: string
  company_size: CompanySize | null
  remote_options: RemoteOption | null
  job_type: JobType | null
  seniority_level: SeniorityLevel | null
}

/** The facts that ranking compares, of the jobs after `after` in order of their id. */
export function rankableJobs(db: Db, after: number, limit: number): { id: number; job: RankableJob }[] {
  return db
    .sql<FactRow>(
      `SELECT j.id, j.title, j.company, j.salary_year_low, j.salary_year_high, j.compensation_currency, j.office_city,
         j.office_province, j.office_country, j.location_text, j.remote_options, j.job_type, j.seniority_level,
         c.size_range AS company_size, j.skills, j.years_low, j.posted_at
       FROM jobs j JOIN companies c ON c.id = j.company_id WHERE j.id > ? ORDER BY j.id LIMIT ?`,
    )
    .all(after, limit)
    .map(({ id, skills, ...job }) => ({ id, job: { ...job, skills: JSON.parse(skills) } }))
}

/** How many jobs there are to rank. */
export function countJobs(db: Db): number {
  return db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0
}
