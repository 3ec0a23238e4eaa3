import type { FilterPart, JobFilter } from '../../contract/job-filter.ts'
import { JOB_STATUSES, JOB_TYPES, REMOTE_OPTIONS, SENIORITY_LEVELS } from '../../contract/values.ts'
import { BIT, OPEN_STATUSES, type RowTest } from './filter-rows.ts'
import {
  CODES,
  type Coded,
  decoded,
  type JobColumns,
  type ScoreColumn,
  type SetColumn,
} from './job-columns.ts'

/**
 * Counts what a list shows and what each further choice would leave. A row that fails nothing counts everywhere; one that
 * fails a single part counts for that part, since it would be shown were that part chosen otherwise.
 */

/** Numbers of jobs by the place or number of a value in its column. */
export interface FacetCounts {
  total: number
  statuses: Int32Array
  remote: Int32Array
  jobTypes: Int32Array
  levels: Int32Array
  countries: Int32Array
  cities: Int32Array
  /** By id. */
  companies: Int32Array
  sources: Map<number, number>
  campaigns: Map<number, number>
  favourite: number
  unread: number
  open: number
  ineligible: number
  /** Rows whose pay counts: all that fail nothing but the pay. */
  payRows: Int32Array
  /** Jobs that each part alone keeps out. */
  kept: Partial<Record<FilterPart, number>>
}

const NO_ROWS = new Int32Array()

/** Rows that fail nothing, and those that fail a single part, by its bit. */
function sorted(rows: number, test: RowTest): { shown: Int32Array; alone: Map<number, Int32Array> } {
  const shown = new Int32Array(rows)
  let n = 0
  const alone = new Map<number, number[]>()
  for (let row = 0; row < rows; row++) {
    const bits = test(row)
    if (bits === 0) shown[n++] = row
    // Several bits, or all of those that are left out.
    else if ((bits & (bits - 1)) === 0) {
      const list = alone.get(bits)
      if (list) list.push(row)
      else alone.set(bits, [row])
    }
  }
  return {
    shown: shown.subarray(0, n),
    alone: new Map([...alone].map(([bit, list]) => [bit, Int32Array.from(list)])),
  }
}

/** How often each value of a column occurs in some rows. */
function tally(
  length: number,
  column: Uint8Array | Uint16Array | Int32Array,
  ...some: readonly Int32Array[]
): Int32Array {
  const counts = new Int32Array(length)
  for (const rows of some)
    for (let at = 0; at < rows.length; at++) {
      const value = column[rows[at] ?? 0] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
    }
  return counts
}

/** Counts of codes as counts of one of their facts, and of that fact in other rows. */
function ofFact(
  length: number,
  fact: Coded,
  byCode: readonly (readonly [code: number, n: number])[],
  column: Uint8Array,
  others: Int32Array,
): Int32Array {
  const counts = tally(length, column, others)
  for (const [code, n] of byCode) {
    const value = decoded(code, fact)
    counts[value] = (counts[value] ?? 0) + n
  }
  return counts
}

/** Rows of each set, spread over the members of the sets. */
function tallyMembers(column: SetColumn | null, ...some: readonly Int32Array[]): Map<number, number> {
  const counts = new Map<number, number>()
  if (column === null) return counts
  for (const [number, n] of tally(column.sets.length, column.of, ...some).entries())
    if (n > 0) for (const id of column.sets[number] ?? []) counts.set(id, (counts.get(id) ?? 0) + n)
  return counts
}

function howMany(rows: Int32Array, is: (row: number) => boolean): number {
  let n = 0
  for (let at = 0; at < rows.length; at++) if (is(rows[at] ?? 0)) n += 1
  return n
}

function highest(ids: Int32Array, rows: number): number {
  let most = 0
  for (let row = 0; row < rows; row++) most = Math.max(most, ids[row] ?? 0)
  return most
}

const PARTS = Object.entries(BIT) as [FilterPart, number][]

/** Counts by a filter's test. `now`: milliseconds since 1970. */
export function countFacets(
  columns: JobColumns,
  filter: JobFilter,
  test: RowTest,
  scores: ScoreColumn,
  now: number,
): FacetCounts {
  const { shown, alone } = sorted(columns.rows, test)
  const without = (part: FilterPart) => alone.get(BIT[part]) ?? NO_ROWS
  const { status, favourite, closed, company } = columns
  // Few combinations of the enumerated facts stand for all of them: counted once instead of six times.
  const byCode: [code: number, n: number][] = []
  for (const [code, n] of tally(CODES, columns.code, shown).entries()) if (n > 0) byCode.push([code, n])
  const withFact = (fact: Coded) => byCode.reduce((sum, [code, n]) => sum + n * decoded(code, fact), 0)
  const hidden = without('ineligible')
  const kept: Partial<Record<FilterPart, number>> = {}
  for (const [part, bit] of PARTS) {
    const rows = alone.get(bit)
    if (rows && part !== 'statuses') kept[part] = rows.length
  }
  // Without a choice of statuses, the closed ones are off all the same.
  const isOpenStatus = JOB_STATUSES.map(each => OPEN_STATUSES.includes(each))
  const reopened = howMany(without('statuses'), row => isOpenStatus[status[row] ?? 0] === true)
  if (filter.statuses.length > 0 && reopened > 0) kept.statuses = reopened
  return {
    total: shown.length,
    statuses: ofFact(JOB_STATUSES.length, 'status', byCode, status, without('statuses')),
    remote: ofFact(REMOTE_OPTIONS.length + 1, 'remote', byCode, columns.remote, without('remote')),
    jobTypes: ofFact(JOB_TYPES.length + 1, 'jobType', byCode, columns.jobType, without('jobTypes')),
    levels: ofFact(SENIORITY_LEVELS.length + 1, 'level', byCode, columns.level, without('levels')),
    countries: tally(columns.countries.values.length, columns.country, shown, without('countries')),
    cities: tally(columns.cities.values.length, columns.city, shown, without('cities')),
    companies: tally(highest(company, columns.rows) + 1, company, shown, without('companyIds')),
    sources: tallyMembers(columns.sources, shown, without('sourceIds')),
    campaigns: tallyMembers(columns.campaigns, shown, without('foundBy')),
    // Favourites are shown whole, so that those count too that rules hide.
    favourite: withFact('favourite') + howMany(hidden, row => favourite[row] === 1),
    unread: withFact('unread'),
    open: howMany(shown, row => !((closed[row] ?? Number.NaN) <= now)),
    ineligible: hidden.length + howMany(shown, row => status[row] === 0 && scores.ineligible[row] === 1),
    payRows: joined(shown, without('salary')),
    kept,
  }
}

function joined(some: Int32Array, others: Int32Array): Int32Array {
  if (others.length === 0) return some
  const all = new Int32Array(some.length + others.length)
  all.set(some)
  all.set(others, some.length)
  return all
}

/** The places with the highest counts, those first; of equal ones the lower place. `from` 1 leaves place 0 out. */
export function mostFrequent(counts: Int32Array, limit: number, from: 0 | 1): number[] {
  const best: number[] = []
  for (let place = from; place < counts.length; place++) {
    const n = counts[place] ?? 0
    if (n === 0 || (best.length === limit && n <= (counts[best.at(-1) ?? 0] ?? 0))) continue
    let at = best.length
    while (at > 0 && (counts[best[at - 1] ?? 0] ?? 0) < n) at -= 1
    best.splice(at, 0, place)
    if (best.length > limit) best.pop()
  }
  return best
}
