import type { JobFilter } from '../contract/job-filter.ts'
import type { RankingWeights } from '../contract/ranking.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { bestUnder, pendingWeights, sharesOf } from '../ranking/service.ts'
import { BEST_ROW, CAMPAIGN_ROW, notBlocked, type RawRow } from './rows.ts'
import { OPEN_STATUSES } from './rules/filter-rows.ts'
import type { Place } from './rules/order-rows.ts'

/**
 * The plain list straight from the indexes, so that a page stands before anything is loaded: by score or the newest, of
 * some statuses, a campaign, favourites or one company. Each status is one short range of an index; the ranges are merged
 * here.
 */

/** Sorts that have an index. */
export type IndexedSort = 'score' | 'newest'

/** What a row is sorted by; -1: it is not ranked. */
export const indexedValue = (sort: IndexedSort, row: RawRow): number =>
  sort === 'score' ? (row.score ?? -1) : row.id

/** After a row with this value and id. */
type After = readonly [value: number, id: number]

interface Range {
  campaignId: number | null
  status: JobStatus
  after: After
  limit: number
  /** 1: those too that the rules hide. */
  hidden: 0 | 1
}

const SHOWN = notBlocked('j.company_id')

/** The next rows of one status: a range of the index of that sort. */
function nextRows(db: Db, sort: IndexedSort, range: Range): RawRow[] {
  const { campaignId, status, after, limit } = range
  const [, id] = after
  const row = campaignId === null ? BEST_ROW : CAMPAIGN_ROW
  const campaign: SqlValue[] = campaignId === null ? [] : [campaignId]
  const from = `SELECT ${row.columns} FROM jobs j`
  switch (sort) {
    case 'score':
      return bestRows(db, range)
    case 'newest':
      return db
        .sql<RawRow>(
          `${from} ${row.joins} WHERE j.status = ? AND j.id < ? AND ${row.hidden} <= ? AND ${SHOWN}
           ORDER BY j.id DESC LIMIT ?`,
        )
        .all(...campaign, status, id, range.hidden, limit)
  }
}

/** The next rows of one status by score: what is shown is one range of the index, what is hidden another. */
function bestRows(db: Db, { campaignId, status, after: [score, id], limit, hidden }: Range): RawRow[] {
  const rows = (isHidden: 0 | 1) =>
    campaignId === null
      ? db
          .sql<RawRow>(
            `SELECT ${BEST_ROW.columns} FROM best_rankings b CROSS JOIN jobs j ON j.id = b.job_id
               LEFT JOIN rankings r ON r.campaign_id = b.campaign_id AND r.job_id = b.job_id
               LEFT JOIN matches m ON m.job_id = b.job_id
             WHERE b.hidden = ? AND b.status = ? AND (b.score, b.job_id) < (?, ?) AND ${SHOWN}
             ORDER BY b.score DESC, b.job_id DESC LIMIT ?`,
          )
          .all(isHidden, status, score, id, limit)
      : db
          .sql<RawRow>(
            `SELECT ${CAMPAIGN_ROW.columns} FROM rankings r CROSS JOIN jobs j ON j.id = r.job_id
               LEFT JOIN matches m ON m.job_id = r.job_id
             WHERE r.campaign_id = ? AND r.hidden = ? AND r.status = ? AND (r.score, r.job_id) < (?, ?)
               AND ${SHOWN}
             ORDER BY r.score DESC, r.job_id DESC LIMIT ?`,
          )
          .all(campaignId, isHidden, status, score, id, limit)
  return hidden === 1 && status === 'waiting' ? [...rows(0), ...rows(1)] : rows(0)
}

/**
 * The next rows of a campaign by score while its stored scores are being made anew, since its weights changed: ordered by
 * the stored shares, so that the list follows at once.
 */
function reorderedRows(
  db: Db,
  campaignId: number,
  weights: RankingWeights,
  statuses: readonly JobStatus[],
  { after: [score, id], limit, hidden }: Omit<Range, 'campaignId' | 'status'>,
): RawRow[] {
  const all = sharesOf(db, campaignId, statuses)
  const blocked = new Set(
    db
      .sql<{ id: number }>(
        'SELECT j.id FROM companies c CROSS JOIN jobs j ON j.company_id = c.id WHERE c.blocked = 1',
      )
      .all()
      .map(row => row.id),
  )
  const best = bestUnder(all, weights, { score, id }, limit, index => {
    const job = all.ids[index] ?? 0
    return (all.hidden[index] ?? 0) <= hidden && !blocked.has(job)
  })
  const scores = new Map(best.map(one => [one.id, one.score]))
  return db
    .sql<RawRow>(
      `SELECT ${CAMPAIGN_ROW.columns} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${CAMPAIGN_ROW.joins}`,
    )
    .all(JSON.stringify(best.map(one => one.id)), campaignId)
    .map(row => ({ ...row, score: scores.get(row.id) ?? row.score }))
}

/** Rows of a small chosen set (favourites, those of a company), sorted and paged in memory. */
function fromSet(
  db: Db,
  ids: readonly number[],
  { campaignId, favourite, companyId, ineligible }: JobFilter,
  statuses: readonly JobStatus[],
): RawRow[] {
  const row = campaignId === null ? BEST_ROW : CAMPAIGN_ROW
  // What the person marked, or the company that they look at, is shown whole.
  const hidden = ineligible || favourite || companyId !== null ? 1 : 0
  const values: SqlValue[] = campaignId === null ? [] : [campaignId]
  return db
    .sql<RawRow>(
      `SELECT ${row.columns} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${row.joins}
       WHERE j.status IN (SELECT value FROM json_each(?)) AND (? = 0 OR j.favourite = 1) AND ${row.hidden} <= ?
         AND ${companyId === null ? SHOWN : 'j.company_id = ?'}`,
    )
    .all(
      JSON.stringify(ids),
      ...values,
      JSON.stringify(statuses),
      favourite ? 1 : 0,
      hidden,
      ...(companyId === null ? [] : [companyId]),
    )
}

/** At most so many rows are ever taken into memory for a set. */
const MOST_IN_SET = 5000

/** Ids of the set that a filter chooses; null: pages come straight from an index; undefined: it chooses too many. */
function chosenSet(db: Db, filter: JobFilter): number[] | null | undefined {
  if (filter.companyId === null && !filter.favourite) return null
  const ids =
    filter.companyId === null
      ? db.sql<{ id: number }>('SELECT id FROM jobs WHERE favourite = 1 LIMIT ?').all(MOST_IN_SET + 1)
      : db
          .sql<{ id: number }>('SELECT id FROM jobs WHERE company_id = ? LIMIT ?')
          .all(filter.companyId, MOST_IN_SET + 1)
  return ids.length > MOST_IN_SET ? undefined : ids.map(row => row.id)
}

/** One row more than `limit` of a plain list, in order; undefined when no index serves it. */
export function indexedRows(
  db: Db,
  filter: JobFilter,
  sort: IndexedSort,
  place: Place | null,
  limit: number,
): RawRow[] | undefined {
  const set = chosenSet(db, filter)
  if (set === undefined) return undefined
  const statuses = filter.statuses.length > 0 ? filter.statuses : OPEN_STATUSES
  const after: After =
    place === null
      ? [Number.MAX_VALUE, Number.MAX_SAFE_INTEGER]
      : [typeof place.value === 'number' ? place.value : -1, place.id]
  const keyOf = (row: RawRow) => indexedValue(sort, row)
  const { campaignId } = filter
  const hidden = filter.ineligible ? 1 : 0
  const range = { after, limit: limit + 1, hidden } as const
  const weights =
    campaignId === null || sort !== 'score' || set !== null ? null : pendingWeights(db, campaignId)
  const rows =
    set === null
      ? weights !== null && campaignId !== null
        ? reorderedRows(db, campaignId, weights, statuses, range)
        : statuses.flatMap(status => nextRows(db, sort, { ...range, campaignId, status }))
      : fromSet(db, set, filter, statuses).filter(
          row => keyOf(row) < after[0] || (keyOf(row) === after[0] && row.id < after[1]),
        )
  return rows.sort((a, b) => keyOf(b) - keyOf(a) || b.id - a.id).slice(0, limit + 1)
}
