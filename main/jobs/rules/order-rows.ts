import type { JobSort } from '../../contract/job-filter.ts'
import type { ExchangeRates } from '../../ranking/rules/rates.ts'
import { conversionTo } from './filter-rows.ts'
import type { JobColumns, NameColumn, ScoreColumn } from './job-columns.ts'
import { ranksOf } from './read-columns.ts'

/** Orders of the list, and its pages: the best rows after a place in an order, found without sorting all. */

/** What a row is sorted by, in a cursor: a number, a folded name, or null where it has no value. */
export type SortValue = number | string | null

export interface RowOrder {
  /** Higher comes first; NaN: without a value. */
  key(row: number): number
  /** The key as it stands in a cursor. */
  valueOf(row: number): SortValue
  /** The key of what stands in a cursor; NaN: without a value. */
  keyOf(value: SortValue): number
  /** The key rises with the rows. */
  rising: boolean
}

const plain = (key: (row: number) => number, rising = false): RowOrder => ({
  key,
  valueOf: row => {
    const value = key(row)
    return Number.isNaN(value) ? null : value
  },
  keyOf: value => (typeof value === 'number' ? value : Number.NaN),
  rising,
})

const stated = (column: Float64Array | undefined | null) => (row: number) => {
  const value = column?.[row] ?? -1
  return value < 0 ? Number.NaN : value
}

function byName(column: NameColumn): RowOrder {
  const ranks = ranksOf(column)
  const names = column.names.values
  const key = (row: number) => -(ranks[column.of[row] ?? 0] ?? 0)
  return {
    key,
    valueOf: row => names[column.of[row] ?? 0] ?? '',
    keyOf: value => {
      if (typeof value !== 'string') return Number.NaN
      const number = column.names.numbers.get(value)
      if (number !== undefined && names[number] === value) return -(ranks[number] ?? 0)
      // A name that is gone by now: between its neighbours.
      let low = 0
      let high = column.order.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((names[column.order[middle] ?? 0] ?? '') < value) low = middle + 1
        else high = middle
      }
      return 0.5 - low
    },
    rising: false,
  }
}

/** The order of a list; the columns that it needs are loaded. */
export function rowOrder(
  columns: JobColumns,
  sort: JobSort,
  scores: ScoreColumn,
  rates: ExchangeRates,
): RowOrder {
  switch (sort) {
    case 'score':
      return plain(stated(scores.score))
    case 'match':
      return plain(stated(columns.match))
    case 'newest':
      return plain(row => columns.ids[row] ?? 0, true)
    case 'posted':
      return plain(row => columns.posted[row] ?? Number.NaN)
    case 'salary': {
      const { divide, multiply } = conversionTo(columns, 'EUR', rates)
      const { payHigh, currency } = columns
      return plain(row => {
        const by = currency[row] ?? 0
        return ((payHigh[row] ?? 0) / (divide[by] ?? Number.NaN)) * (multiply[by] ?? Number.NaN)
      })
    }
    case 'company':
      return columns.companies ? byName(columns.companies) : plain(() => Number.NaN)
    case 'title':
      return columns.titles ? byName(columns.titles) : plain(() => Number.NaN)
  }
}

/** A place in an order: after the row with this value and id. */
export interface Place {
  value: SortValue
  id: number
}

/**
 * The next rows of an order, at most `limit`, of those that `shows` lets in; of equal ones the newest first. Reversed,
 * the other end comes first; rows without a value are last both ways.
 */
export function nextRows(
  columns: JobColumns,
  order: RowOrder,
  shows: (row: number) => boolean,
  { reversed, after, limit }: { reversed: boolean; after: Place | null; limit: number },
): number[] {
  const { rows, ids } = columns
  const sign = reversed ? -1 : 1
  const signed = (key: number) => (Number.isNaN(key) ? Number.NEGATIVE_INFINITY : sign * key)
  const startKey = after === null ? Number.POSITIVE_INFINITY : signed(order.keyOf(after.value))
  const startId = after === null ? Number.POSITIVE_INFINITY : sign * after.id
  const best = createBest(limit)
  // From the end that wins among equals: later ones seldom displace any.
  for (let step = 0; step < rows; step++) {
    const row = reversed ? step : rows - 1 - step
    const key = signed(order.key(row))
    const id = sign * (ids[row] ?? 0)
    if (key > startKey || (key === startKey && id >= startId)) continue
    if (!best.admits(key, id)) {
      if (order.rising) break
      continue
    }
    if (shows(row)) best.add(row, key, id)
  }
  return best.rows()
}

/** The highest of many by key and id, in a heap whose root is the lowest of them. */
export function createBest(limit: number) {
  const rows: number[] = []
  const keys: number[] = []
  const ids: number[] = []
  const isLower = (a: number, b: number) =>
    (keys[a] ?? 0) < (keys[b] ?? 0) || (keys[a] === keys[b] && (ids[a] ?? 0) < (ids[b] ?? 0))
  const swap = (a: number, b: number) => {
    for (const list of [rows, keys, ids]) {
      const kept = list[a] ?? 0
      list[a] = list[b] ?? 0
      list[b] = kept
    }
  }
  const sink = () => {
    for (let at = 0; ; ) {
      let lowest = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < rows.length && isLower(child, lowest)) lowest = child
      if (lowest === at) return
      swap(at, lowest)
      at = lowest
    }
  }
  const rise = () => {
    for (let at = rows.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isLower(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  return {
    admits: (key: number, id: number) =>
      rows.length < limit || key > (keys[0] ?? 0) || (key === keys[0] && id > (ids[0] ?? 0)),
    add(row: number, key: number, id: number) {
      if (rows.length < limit) {
        rows.push(row)
        keys.push(key)
        ids.push(id)
        rise()
        return
      }
      rows[0] = row
      keys[0] = key
      ids[0] = id
      sink()
    },
    rows: () =>
      rows
        .map((row, index) => ({ row, key: keys[index] ?? 0, id: ids[index] ?? 0 }))
        .sort((a, b) => (a.key === b.key ? b.id - a.id : b.key > a.key ? 1 : -1))
        .map(({ row }) => row),
  }
}
