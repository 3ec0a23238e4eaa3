import { DEFAULT_WEIGHTS, RANKING_FACTORS, RankingWeights } from '../contract/ranking.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { readSettings } from '../settings/service.ts'
import { scoreMany } from './rules/shares.ts'

/**
 * Orders of a campaign's jobs under weights that its stored scores were not made with: the stored shares of all its jobs
 * are read as one text and weighed in memory, 100,000 in some 50 ms, so that a change shows at once.
 */

/** The weights that count for a campaign now. */
export function weightsOf(db: Db, campaignId: number): RankingWeights {
  const own = db
    .sql<{ weights: string | null }>('SELECT weights FROM campaigns WHERE id = ?')
    .first(campaignId)?.weights
  return own ? RankingWeights.parse(JSON.parse(own)) : (readSettings(db).rankingWeights ?? DEFAULT_WEIGHTS)
}

/** Remembers the weights that a campaign's scores are made with from now on; expects an open transaction. */
export function markScored(db: Db, campaignId: number, weights: RankingWeights): void {
  db.sql('UPDATE campaigns SET scored_with = ? WHERE id = ?').run(markOf(weights), campaignId)
}

/** Remembers that a campaign's scores are of several weights; expects an open transaction. */
export function markMixed(db: Db, campaignId: number): void {
  db.sql("UPDATE campaigns SET scored_with = '[]' WHERE id = ?").run(campaignId)
}

/** True when a campaign's scores are all made with these weights. */
export function scoredWith(db: Db, campaignId: number, weights: RankingWeights): boolean {
  return scoredMark(db, campaignId) === markOf(weights)
}

/** The weights to order by in memory, since the stored scores are of other ones; null: the stored scores are right. */
export function pendingWeights(db: Db, campaignId: number): RankingWeights | null {
  const scored = scoredMark(db, campaignId)
  if (!scored) return null
  const weights = weightsOf(db, campaignId)
  return markOf(weights) === scored ? null : weights
}

const scoredMark = (db: Db, campaignId: number): string | null | undefined =>
  db.sql<{ scored_with: string | null }>('SELECT scored_with FROM campaigns WHERE id = ?').first(campaignId)
    ?.scored_with

const markOf = (weights: RankingWeights): string =>
  JSON.stringify(RANKING_FACTORS.map(factor => weights[factor]))

/** The jobs of a campaign with their shares, in the order of their ids. */
export interface SharedJobs {
  ids: Int32Array
  /** Joined, 18 characters a job. */
  shares: string
  /** 1: hidden by the campaign's rules as they are. */
  hidden: Uint8Array
}

/** Jobs of some statuses that a campaign has ranked. */
export function sharesOf(db: Db, campaignId: number, statuses: readonly JobStatus[]): SharedJobs {
  // By the table itself, in its own order: the plus signs keep the index by score away, which would leap to each row.
  const read = db
    .sql<{ ids: string | null; shares: string | null; hidden: string | null }>(
      `SELECT group_concat(job_id) AS ids, group_concat(shares, '') AS shares, group_concat(hidden, '') AS hidden
       FROM rankings WHERE campaign_id = ? AND +status IN (SELECT value FROM json_each(?))`,
    )
    .first(campaignId, JSON.stringify(statuses))
  const { ids, shares, hidden } = read ?? { ids: null, shares: null, hidden: null }
  if (!ids || !shares || !hidden) return { ids: new Int32Array(), shares: '', hidden: new Uint8Array() }
  return { ids: numbersIn(ids), shares, hidden: flagsIn(hidden) }
}

function flagsIn(text: string): Uint8Array {
  const flags = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) flags[at] = text.charCodeAt(at) - 48
  return flags
}

/** Whole numbers separated by commas; half the time of splitting the text first. */
function numbersIn(text: string): Int32Array {
  const numbers: number[] = []
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 44) {
      numbers.push(value)
      value = 0
    } else value = value * 10 + code - 48
  }
  numbers.push(value)
  return Int32Array.from(numbers)
}

/** A job with the score that weights give it. */
export interface Weighed {
  id: number
  score: number
}

/** The best `limit` jobs after a place in the order (score, then id, downwards), of those that `admits` lets in. */
export function bestUnder(
  { ids, shares }: SharedJobs,
  weights: RankingWeights,
  after: { score: number; id: number },
  limit: number,
  admits: (index: number) => boolean,
): Weighed[] {
  const scores = scoreMany(shares, weights)
  const best: Weighed[] = []
  const isBefore = (a: Weighed, b: Weighed) => a.score > b.score || (a.score === b.score && a.id > b.id)
  for (let index = 0; index < ids.length; index++) {
    const one = { id: ids[index] ?? 0, score: scores[index] ?? 0 }
    const last = best[limit - 1]
    if (!isBefore(after, one) || (last !== undefined && !isBefore(one, last)) || !admits(index)) continue
    let at = Math.min(best.length, limit - 1)
    while (at > 0 && isBefore(one, best[at - 1] ?? one)) at -= 1
    best.splice(at, 0, one)
    if (best.length > limit) best.pop()
  }
  return best
}
