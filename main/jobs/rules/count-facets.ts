import type { FilterPart, JobFilter } from '../../contract/job-filter.ts'
import { JOB_STATUSES, JOB_TYPES, REMOTE_OPTIONS, SENIORITY_LEVELS } from '../../contract/values.ts'
import { BIT, LEFT_OUT, OPEN_STATUSES, type RowTest } from './filter-rows.ts'
import type { JobColumns, ScoreColumn, SetColumn } from './job-columns.ts'

/**
 * Counts what a list shows and what each further choice would leave, in one walk: a row that fails nothing counts
 * everywhere, one that fails a single part counts for that part, since it would be shown were that part chosen otherwise.
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
  payRows: number[]
  /** Jobs that each part alone keeps out. */
  kept: Partial<Record<FilterPart, number>>
}

/** Rows of each set, spread over the members of the sets. */
function spread(column: SetColumn | null, bySet: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [number, ids] of (column?.sets ?? []).entries()) {
    const n = bySet[number] ?? 0
    if (n > 0) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + n)
  }
  return counts
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
  const { rows, status, favourite, unread, remote, jobType, level, company, closed, country, city } = columns
  const sourceOf = columns.sources?.of ?? new Int32Array(rows)
  const campaignOf = columns.campaigns?.of ?? new Int32Array(rows)
  const statuses = new Int32Array(JOB_STATUSES.length)
  const remotes = new Int32Array(REMOTE_OPTIONS.length + 1)
  const types = new Int32Array(JOB_TYPES.length + 1)
  const levels = new Int32Array(SENIORITY_LEVELS.length + 1)
  const countries = new Int32Array(columns.countries.values.length)
  const cities = new Int32Array(columns.cities.values.length)
  const companies = new Int32Array(highest(company, rows) + 1)
  const sources = new Int32Array(columns.sources?.sets.length ?? 1)
  const campaigns = new Int32Array(columns.campaigns?.sets.length ?? 1)
  const keptBy = new Map<number, number>()
  const payRows: number[] = []
  const isOpenStatus = JOB_STATUSES.map(each => OPEN_STATUSES.includes(each))
  let total = 0
  let favourites = 0
  let unreadRows = 0
  let openRows = 0
  let ineligible = 0
  const one = (counts: Int32Array, at: number) => {
    counts[at] = (counts[at] ?? 0) + 1
  }
  for (let row = 0; row < rows; row++) {
    const bits = test(row)
    if (bits === LEFT_OUT || (bits & (bits - 1)) !== 0) continue
    const place = status[row] ?? 0
    if (bits === 0) {
      total += 1
      one(statuses, place)
      one(remotes, remote[row] ?? 0)
      one(types, jobType[row] ?? 0)
      one(levels, level[row] ?? 0)
      one(countries, country[row] ?? 0)
      one(cities, city[row] ?? 0)
      one(companies, company[row] ?? 0)
      one(sources, sourceOf[row] ?? 0)
      one(campaigns, campaignOf[row] ?? 0)
      payRows.push(row)
      if (favourite[row] === 1) favourites += 1
      if (unread[row] === 1) unreadRows += 1
      if (!((closed[row] ?? Number.NaN) <= now)) openRows += 1
      if (place === 0 && scores.ineligible[row] === 1) ineligible += 1
      continue
    }
    switch (bits) {
      case BIT.statuses:
        one(statuses, place)
        // Without a choice, the closed ones are off.
        if (!isOpenStatus[place]) continue
        break
      case BIT.ineligible:
        ineligible += 1
        // Favourites are shown whole.
        if (favourite[row] === 1) favourites += 1
        continue
      case BIT.remote:
        one(remotes, remote[row] ?? 0)
        break
      case BIT.jobTypes:
        one(types, jobType[row] ?? 0)
        break
      case BIT.levels:
        one(levels, level[row] ?? 0)
        break
      case BIT.countries:
        one(countries, country[row] ?? 0)
        break
      case BIT.cities:
        one(cities, city[row] ?? 0)
        break
      case BIT.companyIds:
        one(companies, company[row] ?? 0)
        break
      case BIT.sourceIds:
        one(sources, sourceOf[row] ?? 0)
        break
      case BIT.foundBy:
        one(campaigns, campaignOf[row] ?? 0)
        break
      case BIT.salary:
        payRows.push(row)
        break
    }
    keptBy.set(bits, (keptBy.get(bits) ?? 0) + 1)
  }
  const kept: Partial<Record<FilterPart, number>> = {}
  for (const [part, bit] of PARTS) {
    const n = keptBy.get(bit)
    if (n !== undefined && !(part === 'statuses' && filter.statuses.length === 0)) kept[part] = n
  }
  return {
    total,
    statuses,
    remote: remotes,
    jobTypes: types,
    levels,
    countries,
    cities,
    companies,
    sources: spread(columns.sources, sources),
    campaigns: spread(columns.campaigns, campaigns),
    favourite: favourites,
    unread: unreadRows,
    open: openRows,
    ineligible,
    payRows,
    kept,
  }
}

function highest(ids: Int32Array, rows: number): number {
  let most = 0
  for (let row = 0; row < rows; row++) most = Math.max(most, ids[row] ?? 0)
  return most
}

/** The places with the highest counts, those first; of equal ones the lower place. Place 0 only when it is asked for. */
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
