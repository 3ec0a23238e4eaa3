import type { JobFilter, JobSort } from '../contract/job-filter.ts'
import type { RankingWeights } from '../contract/ranking.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { bestUnder, currentRates, pendingWeights, sharesOf } from '../ranking/service.ts'
import { searchCandidates } from '../search/service.ts'
import { columnsOf, columnsSeq, type Needs } from './columns.ts'
import { blockedCompanies } from './columns-store.ts'
import { type Asked, type RowTest, rowTest } from './rules/filter-rows.ts'
import { type JobColumns, newScores, type ScoreColumn } from './rules/job-columns.ts'

/** A filter put to the columns in memory, with all that its answer depends on. */

/** A search counts and sorts at most so many hits. */
export const MOST_FOUND = 5_000

export interface Question {
  columns: JobColumns
  filter: JobFilter
  asked: Asked
  /** Those of the filter's campaign, else the best of each job. */
  scores: ScoreColumn
  /** What the filter says of a row. */
  test: RowTest
  /** The text had more hits than are looked at. */
  more: boolean
}

/** Columns that a filter asks of. */
const needsOf = ({ campaignId, minMatch, sourceIds, foundBy }: JobFilter): Needs => ({
  campaignId,
  match: minMatch !== null,
  sources: sourceIds.length > 0,
  campaigns: foundBy.length > 0,
})

const NEEDED_TO_SORT: Partial<Record<JobSort, Needs>> = {
  match: { match: true },
  company: { companies: true },
  title: { titles: true },
}

/** Columns that an order asks for. */
export const needsOfSort = (sort: JobSort): Needs => NEEDED_TO_SORT[sort] ?? {}

/** Puts a filter to the columns, which are brought up to date; `needs`: columns beside those that the filter asks of. */
export function ask(db: Db, filter: JobFilter, now: string, needs: Needs): Question {
  const columns = columnsOf(db, { ...needsOf(filter), ...definite(needs) })
  const found = filter.text.trim() === '' ? null : searchCandidates(db, filter.text, MOST_FOUND + 1)
  const scores = scoresFor(db, columns, filter.campaignId)
  const asked: Asked = {
    now: Date.parse(now),
    blocked: blockedCompanies(db),
    rates: currentRates(db),
    found: found?.slice(0, MOST_FOUND) ?? null,
    scores,
  }
  return {
    columns,
    filter,
    asked,
    scores,
    test: rowTest(columns, filter, asked),
    more: (found?.length ?? 0) > MOST_FOUND,
  }
}

/** Needs without those that are not asked for, which would hide those of the filter. */
const definite = (needs: Needs): Needs =>
  Object.fromEntries(Object.entries(needs).filter(([, value]) => value))

function scoresFor(db: Db, columns: JobColumns, campaignId: number | null): ScoreColumn {
  const stored = campaignId === null ? undefined : columns.scores.get(campaignId)
  if (campaignId === null || stored === undefined) return columns.best
  const weights = pendingWeights(db, campaignId)
  return weights === null ? stored : underWeights(db, columns, campaignId, weights, stored)
}

interface Reordered {
  seq: number
  weights: string
  campaignId: number
  scores: ScoreColumn
}
const reordered = new WeakMap<Db, Reordered>()

/** A campaign's scores by its stored shares, while those that are stored are made anew. */
function underWeights(
  db: Db,
  columns: JobColumns,
  campaignId: number,
  weights: RankingWeights,
  stored: ScoreColumn,
): ScoreColumn {
  const mark = JSON.stringify(weights)
  const seq = columnsSeq(db)
  const kept = reordered.get(db)
  if (kept && !db.busy && kept.seq === seq && kept.weights === mark && kept.campaignId === campaignId)
    if (kept.scores.score.length === columns.ids.length) return kept.scores
  const all = sharesOf(db, campaignId, JOB_STATUSES)
  const scores: ScoreColumn = { score: newScores(columns).score, ineligible: stored.ineligible }
  const start = { score: Number.MAX_VALUE, id: Number.MAX_SAFE_INTEGER }
  for (const { id, score } of bestUnder(all, weights, start, all.ids.length, () => true)) {
    const row = columns.rowOf[id] ?? -1
    if (row >= 0) scores.score[row] = score
  }
  if (!db.busy) reordered.set(db, { seq, weights: mark, campaignId, scores })
  return scores
}
