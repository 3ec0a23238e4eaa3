import { ANY_JOB, type JobFilter, type JobSort } from '../contract/job-filter.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { type IndexedSort, indexedRows, indexedValue } from './list-by-index.ts'
import { ask, needsOfSort, type Question } from './question.ts'
import { BEST_ROW, CAMPAIGN_ROW, type RawRow } from './rows.ts'
import { cursorText, placeOf } from './rules/cursor.ts'
import { nextRows, type Place, rowOrder } from './rules/order-rows.ts'

/** Pages of the jobs list: plain ones straight from the indexes, all others by the columns in memory. */

export interface ListQuestion {
  filter: JobFilter
  sort: JobSort
  reversed: boolean
  cursor: string | null
  /** At most 200. */
  limit: number
}

interface Page {
  rows: RawRow[]
  cursor: string | null
}

/** Parts of a filter that the indexes know. */
const INDEXED: ReadonlySet<string> = new Set([
  'campaignId',
  'statuses',
  'favourite',
  'ineligible',
  'companyId',
] satisfies (keyof JobFilter)[])

/** What a part says when it narrows nothing. */
const NOTHING: Readonly<Record<string, unknown>> = ANY_JOB

function isPlain(filter: JobFilter): boolean {
  return Object.entries(filter).every(
    ([part, value]) =>
      INDEXED.has(part) ||
      (Array.isArray(value)
        ? value.length === 0
        : (typeof value === 'string' ? value.trim() : value) === NOTHING[part]),
  )
}

const hasIndex = (sort: JobSort): sort is IndexedSort => sort === 'score' || sort === 'newest'

/** The first rows of a list whose filter does not ask what has closed. */
export const pageOfJobs = (
  db: Db,
  filter: Omit<JobFilter, 'open'>,
  sort: JobSort,
  cursor: string | null,
  limit: number,
): Page => listJobs(db, { filter: { ...filter, open: false }, sort, reversed: false, cursor, limit }, '')

/** One page of the jobs list and the cursor of the next. `now` decides which postings have closed. */
export function listJobs(db: Db, { filter, sort, reversed, cursor, limit }: ListQuestion, now: string): Page {
  const place = cursor === null ? null : placeOf(cursor)
  if (hasIndex(sort) && !reversed && isPlain(filter)) {
    const rows = indexedRows(db, filter, sort, place, limit)
    if (rows !== undefined) {
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      const more = rows.length > limit && last !== undefined
      return {
        rows: page,
        cursor: more ? cursorText({ value: indexedValue(sort, last), id: last.id }) : null,
      }
    }
  }
  return pageOfColumns(db, ask(db, filter, now, needsOfSort(sort)), { sort, reversed, place, limit })
}

function pageOfColumns(
  db: Db,
  { columns, filter, asked, scores, test }: Question,
  { sort, reversed, place, limit }: Omit<ListQuestion, 'filter' | 'cursor'> & { place: Place | null },
): Page {
  const order = rowOrder(columns, sort, scores, asked.rates)
  const rows = nextRows(columns, order, row => test(row) === 0, { reversed, after: place, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const ids = page.map(row => columns.ids[row] ?? 0)
  const scoreOf = new Map(page.map(row => [columns.ids[row] ?? 0, scores.score[row] ?? -1]))
  return {
    rows: chosenRows(db, ids, filter.campaignId).map(row => ({
      ...row,
      // While scores are made anew, the list shows those that it is sorted by.
      score: scoreOf.get(row.id) ?? row.score,
    })),
    cursor:
      rows.length > limit && last !== undefined
        ? cursorText({ value: order.valueOf(last), id: columns.ids[last] ?? 0 })
        : null,
  }
}

/** Rows by id, in the order of the ids, with their score for a campaign or the best one. */
function chosenRows(db: Db, ids: readonly number[], campaignId: number | null): RawRow[] {
  const row = campaignId === null ? BEST_ROW : CAMPAIGN_ROW
  const campaign: SqlValue[] = campaignId === null ? [] : [campaignId]
  return db
    .sql<RawRow>(
      `SELECT ${row.columns} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${row.joins}
       ORDER BY chosen.key`,
    )
    .all(JSON.stringify(ids), ...campaign)
}

/** The rows of a filter in no order: their ids, at most `limit`, and how many there are. */
export function idsOf(
  db: Db,
  filter: JobFilter,
  now: string,
  limit: number,
): { ids: number[]; total: number } {
  const { columns, test } = ask(db, filter, now, {})
  const ids: number[] = []
  let total = 0
  for (let row = 0; row < columns.rows; row++)
    if (test(row) === 0) {
      total += 1
      if (ids.length < limit) ids.push(columns.ids[row] ?? 0)
    }
  return { ids, total }
}
