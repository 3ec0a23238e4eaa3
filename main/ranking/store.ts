import { CampaignId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'
import { noteJob, noteRange } from '../platform/db/job-changes.ts'
import type { StoredRanking } from './rules/explain.ts'

/** All the SQL of rankings. Writers expect an open transaction. */

/** What a ranking found of one job for one campaign, as it is stored. */
export interface RankingRecord {
  campaignId: number
  /** 0–100, two decimals. */
  score: number
  lessSure: boolean
  /** Bits of the campaign's rules that speak against the job; 0: none. */
  ineligible: number
  /** The shares of the nine factors, 18 characters. */
  shares: string
  /** What was found of the location, as a sentence. */
  place: string
}

/** The best ranking of a job, or none yet. */
export interface BestRanking {
  score: number
  campaignId: number | null
  ineligible: boolean
}

const NOT_RANKED: BestRanking = { score: -1, campaignId: null, ineligible: false }

/** The ranking that a job shines with: of those that find it eligible, if any, the one with the highest score. */
function bestOf(rankings: readonly RankingRecord[]): BestRanking {
  let best = NOT_RANKED
  for (const { campaignId, score, ineligible } of rankings) {
    const other = { score, campaignId, ineligible: ineligible > 0 }
    const better =
      best.campaignId === null ||
      (best.ineligible && !other.ineligible) ||
      (best.ineligible === other.ineligible && other.score > best.score)
    if (better) best = other
  }
  return best
}

/** Writes the rankings of a job that was just made, and its best one. `at`: when; ages count to that day. */
export function insertRankings(
  db: Db,
  jobId: number,
  status: string,
  rankings: readonly RankingRecord[],
  { at, foundAt }: { at: string; foundAt: string },
): void {
  // A campaign may have been deleted since its score was computed; when it comes back, it ranks everything again.
  const kept = rankings.filter(({ campaignId }) => campaignsBeside(db, campaignId) !== null)
  const best = bestOf(kept)
  db.sql(
    'INSERT INTO best_rankings (job_id, status, score, campaign_id, ineligible, found_hour) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(jobId, status, best.score, best.campaignId, best.ineligible ? 1 : 0, foundAt.slice(0, 13))
  const insert = db.sql(
    `INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, ineligible, shares, place, ranked_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const day = at.slice(0, 10)
  for (const { campaignId, score, lessSure, ineligible, shares, place } of kept)
    insert.run(campaignId, jobId, status, score, lessSure ? 1 : 0, ineligible, shares, place, day)
}

/** What a slice of a ranking run found, ready for one statement. */
export interface RankedSlice {
  campaignId: number
  /** The day, YYYY-MM-DD, that ages are counted to. */
  rankedOn: string
  /** JSON rows of [job, score, less sure, ineligible, shares, place] in ascending order of the jobs. */
  rows: string
}

const SAID = ['score', 'less_sure', 'ineligible', 'shares', 'place', 'ranked_on'] as const

const WRITE_SLICE = `INSERT INTO rankings (campaign_id, job_id, status, ${SAID.join(', ')})
  SELECT ?, b.job_id, b.status, v.value ->> 1, v.value ->> 2, v.value ->> 3, v.value ->> 4, v.value ->> 5, ?
  FROM json_each(?) v CROSS JOIN best_rankings b ON b.job_id = v.value ->> 0 WHERE true
  ON CONFLICT (campaign_id, job_id) DO UPDATE SET ${SAID.map(name => `${name} = excluded.${name}`).join(', ')}
  WHERE ${SAID.map(name => `${name} <> excluded.${name}`).join(' OR ')}`

// A row at a time: taken out of JSON by SQLite, the same took half as long again.
const SET_BEST = 'UPDATE best_rankings SET score = ?, campaign_id = ?, ineligible = ? WHERE job_id = ?'
const RAISE_BEST = `${SET_BEST}
  AND (campaign_id IS NULL OR ? < ineligible OR (? = ineligible AND ? > score))`
// Nobody else ranks: no other score has to be looked for.
const ONLY_BEST = `${SET_BEST} AND (score <> ? OR ineligible <> ? OR campaign_id IS NOT ?)`

const BEST = `SELECT r.score, r.campaign_id, r.ineligible > 0 FROM rankings r JOIN campaigns c ON c.id = r.campaign_id
  WHERE r.job_id = best_rankings.job_id AND c.state <> 'deleted' ORDER BY r.ineligible > 0, r.score DESC, r.campaign_id LIMIT 1`

// The job was shown with this campaign's score, and the campaign thinks less of it now.
const LOWER_BEST = `UPDATE best_rankings SET (score, campaign_id, ineligible) = (${BEST})
  WHERE job_id IN (SELECT b.job_id FROM json_each(?) v CROSS JOIN best_rankings b ON b.job_id = v.value ->> 0
    WHERE b.campaign_id = ? AND (b.score <> v.value ->> 1 OR b.ineligible <> (v.value ->> 3 > 0)))`

/** What a ranking found of one job, as it travels: job, score, less sure, ineligible, shares, place. */
type FoundRow = [number, number, number, number, string, string]

/** A job's best score and what is stored of one campaign's ranking of it; nulls: it has not ranked the job. */
type StoredRow = [
  jobId: number,
  bestScore: number,
  bestIneligible: number,
  bestCampaign: number | null,
  score: number | null,
  lessSure: number | null,
  ineligible: number | null,
  shares: string | null,
  place: string | null,
  rankedOn: string | null,
]

const STORED = `SELECT b.job_id, b.score, b.ineligible, b.campaign_id, ${SAID.map(name => `r.${name}`).join(', ')}
  FROM best_rankings b LEFT JOIN rankings r ON r.campaign_id = ? AND r.job_id = b.job_id
  WHERE b.job_id BETWEEN ? AND ? ORDER BY b.job_id`

/** Jobs that lie further apart are not looked at beforehand: what lies between them would be read too. */
const WIDEST = 8

/**
 * Writes what a campaign's ranking found of some jobs; a ranking that says the same is left alone, and a job that is
 * gone is passed over, as is everything for a campaign that was deleted meanwhile. Keeps the jobs' best scores, also where
 * only the best score is out of date: the deletion of a campaign takes its scores out of the best ones, and its return
 * brings them back unchanged. Answers how many changed.
 */
export function writeSlice(db: Db, { campaignId, rankedOn, rows }: RankedSlice): number {
  const others = campaignsBeside(db, campaignId)
  if (others === null) return 0
  const { said, best } = newsOf(db, { campaignId, rankedOn, rows }, others)
  const changes =
    said.length === 0 ? 0 : db.sql(WRITE_SLICE).run(campaignId, rankedOn, JSON.stringify(said)).changes
  const set = db.sql(others === 0 ? ONLY_BEST : RAISE_BEST)
  for (const [jobId, score, , bits] of best) {
    const ineligible = bits > 0 ? 1 : 0
    if (others === 0) set.run(score, campaignId, ineligible, jobId, score, ineligible, campaignId)
    else set.run(score, campaignId, ineligible, jobId, ineligible, ineligible, score)
  }
  if (others > 0 && best.length > 0) db.sql(LOWER_BEST).run(JSON.stringify(best), campaignId)
  const touched = [said[0], best[0], said.at(-1), best.at(-1)].flatMap(row => (row ? [row[0]] : []))
  if (touched.length > 0) noteRange(db, 'score', campaignId, Math.min(...touched), Math.max(...touched))
  return changes
}

/**
 * The rows of a slice that may change a ranking, and those that may change a best score. Mostly few do: to read what is
 * stored and to compare it here takes a third of the time in which the statements find that nothing is to be done.
 */
function newsOf(
  db: Db,
  { campaignId, rankedOn, rows }: RankedSlice,
  others: number,
): { said: FoundRow[]; best: FoundRow[] } {
  const found: FoundRow[] = JSON.parse(rows)
  const [first = 0, last = 0] = [found[0]?.[0], found.at(-1)?.[0]]
  if (last - first >= found.length * WIDEST) return { said: found, best: found }
  const stored = db.tuples<StoredRow>(STORED).all(campaignId, first, last)
  const said: FoundRow[] = []
  const best: FoundRow[] = []
  let at = 0
  for (const row of found) {
    const [jobId, score, lessSure, ineligible, shares, place] = row
    let old = stored[at]
    while (old && old[0] < jobId) old = stored[++at]
    // The job is gone.
    if (old?.[0] !== jobId) continue
    const same =
      old[4] === score &&
      old[5] === lessSure &&
      old[6] === ineligible &&
      old[7] === shares &&
      old[8] === place &&
      old[9] === rankedOn
    if (!same) said.push(row)
    if (mayChangeBest(old, row, campaignId, others)) best.push(row)
  }
  return { said, best }
}

function mayChangeBest(
  [, bestScore, bestIneligible, bestCampaign]: StoredRow,
  [, score, , bits]: FoundRow,
  campaignId: number,
  others: number,
): boolean {
  const ineligible = bits > 0 ? 1 : 0
  if (bestCampaign === campaignId) return bestScore !== score || bestIneligible !== ineligible
  if (others === 0 || bestCampaign === null) return true
  return ineligible < bestIneligible || (ineligible === bestIneligible && score > bestScore)
}

/** How many campaigns there are beside one; null: that one is deleted. */
function campaignsBeside(db: Db, campaignId: number): number | null {
  const known = db
    .sql<{ n: number; own: number | null }>(
      "SELECT count(*) AS n, max(id = ?) AS own FROM campaigns WHERE state <> 'deleted'",
    )
    .first(campaignId)
  return known?.own === 1 ? known.n - 1 : null
}

/** Writes or replaces the rankings of a known job. Answers how many changed. */
export function replaceRankings(
  db: Db,
  jobId: number,
  rankings: readonly RankingRecord[],
  at: string,
): number {
  let changed = 0
  for (const { campaignId, score, lessSure, ineligible, shares, place } of rankings) {
    const rows = JSON.stringify([[jobId, score, lessSure ? 1 : 0, ineligible, shares, place]])
    changed += writeSlice(db, { campaignId, rankedOn: at.slice(0, 10), rows })
  }
  return changed
}

/** The rankings of another job become those of this one, for the campaigns that have ranked both. */
export function copyRankings(db: Db, from: number, to: number): void {
  db.sql(
    `UPDATE rankings SET (${SAID.join(', ')}) = (SELECT ${SAID.join(', ')} FROM rankings o
       WHERE o.campaign_id = rankings.campaign_id AND o.job_id = ?)
     WHERE job_id = ? AND campaign_id IN (SELECT campaign_id FROM rankings WHERE job_id = ?)`,
  ).run(from, to, from)
  refreshBest(db, to)
}

/** Sets a job's best score to that of its rankings for campaigns that are not deleted. */
export function refreshBest(db: Db, jobId: number): void {
  noteJob(db, 'score', null, jobId)
  const changed = db
    .sql(
      `UPDATE best_rankings SET (score, campaign_id, ineligible) = (${BEST}) WHERE job_id = ?
         AND EXISTS (${BEST.replace(' LIMIT 1', '')})`,
    )
    .run(jobId).changes
  if (changed === 0)
    db.sql('UPDATE best_rankings SET score = -1, campaign_id = NULL, ineligible = 0 WHERE job_id = ?').run(
      jobId,
    )
}

/** Jobs after `after` whose best score is that of a campaign, in the order of their ids. */
export function jobsShiningFor(db: Db, campaignId: number, after: number, limit: number): number[] {
  return db
    .sql<{ job_id: number }>(
      'SELECT job_id FROM best_rankings WHERE campaign_id = ? AND job_id > ? ORDER BY job_id LIMIT ?',
    )
    .all(campaignId, after, limit)
    .map(row => row.job_id)
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

/** What the campaigns found of one job. */
export function rankingsOf(db: Db, jobId: number): (StoredRanking & { campaignId: CampaignId })[] {
  return db
    .sql<StoredRanking & { campaign_id: number }>(
      'SELECT campaign_id, shares, place, ranked_on, ineligible FROM rankings WHERE job_id = ?',
    )
    .all(jobId)
    .map(({ campaign_id, ...stored }) => ({ ...stored, campaignId: CampaignId.parse(campaign_id) }))
}

/** True when some ranking of a campaign counts the age of its posting to an earlier day. */
export function ranksOfEarlier(db: Db, campaignId: number, today: string): boolean {
  const row = db
    .sql<{ earlier: number }>(
      'SELECT EXISTS (SELECT 1 FROM rankings WHERE campaign_id = ? AND +ranked_on < ?) AS earlier',
    )
    .first(campaignId, today)
  return row?.earlier === 1
}

/** How many jobs there are to rank. */
export function countJobs(db: Db): number {
  return db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0
}
