import { type FilterPart, type JobFilter, UNSTATED } from '../../contract/job-filter.ts'
import {
  JOB_STATUSES,
  JOB_TYPES,
  type JobStatus,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../../contract/values.ts'
import { convert, type ExchangeRates } from '../../ranking/rules/rates.ts'
import { GONE, type JobColumns, type ScoreColumn, type SetColumn } from './job-columns.ts'
import { cityOf } from './read-columns.ts'

/**
 * Tells of each row which parts of a filter it fails, as bits. 0: the list shows it. With exactly one bit it would be
 * shown without that part, so one walk through the rows counts the list and every further choice.
 */

/** Statuses that a list shows when the person chose none: the closed ones are off at first. */
export const OPEN_STATUSES: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** The bit of each part that a row can fail. */
export const BIT = {
  statuses: 1 << 0,
  favourite: 1 << 1,
  ineligible: 1 << 2,
  companyId: 1 << 3,
  text: 1 << 4,
  foundSince: 1 << 5,
  foundUntil: 1 << 6,
  postedSince: 1 << 7,
  companyIds: 1 << 8,
  sourceIds: 1 << 9,
  foundBy: 1 << 10,
  remote: 1 << 11,
  jobTypes: 1 << 12,
  levels: 1 << 13,
  countries: 1 << 14,
  cities: 1 << 15,
  salary: 1 << 16,
  minScore: 1 << 17,
  minMatch: 1 << 18,
  unread: 1 << 19,
  open: 1 << 20,
  campaignId: 1 << 21,
} as const satisfies Record<FilterPart, number>

/** What a filter is asked against, beside the columns. */
export interface Asked {
  /** Milliseconds since 1970: decides what has closed. */
  now: number
  /** Companies whose jobs are left out. */
  blocked: readonly number[]
  rates: ExchangeRates
  /** Ids that a search found; null: nothing is searched for. */
  found: readonly number[] | null
  /** Scores to filter and sort by; null: the best of all campaigns. */
  scores: ScoreColumn | null
}

/** True where a list chooses, by the place of a value in its vocabulary. */
function table(length: number, chosen: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(length)
  for (const place of chosen) if (place >= 0) marks[place] = 1
  return marks
}

/** Places of values counted from 1; 0 is "not stated". */
function placesOf<T extends string>(vocabulary: readonly T[], chosen: readonly (T | typeof UNSTATED)[]) {
  if (chosen.length === 0) return null
  return table(
    vocabulary.length + 1,
    chosen.map(value => (value === UNSTATED ? 0 : vocabulary.indexOf(value) + 1)),
  )
}

/** Sets that hold one of the chosen ids. */
function setsWith(column: SetColumn | null, chosen: readonly number[]): Uint8Array | null {
  if (chosen.length === 0) return null
  const wanted = new Set(chosen)
  const marks = new Uint8Array(column?.sets.length ?? 1)
  for (const [number, ids] of (column?.sets ?? []).entries())
    if (ids.some(id => wanted.has(id))) marks[number] = 1
  return marks
}

const instant = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))

/** Yearly pay in one currency: what to divide by and to multiply with, by the number of a currency. */
export interface Conversion {
  divide: Float64Array
  multiply: Float64Array
}

/** NaN, which is no pay, for currencies without a rate. */
export function conversionTo(columns: JobColumns, currency: string, rates: ExchangeRates): Conversion {
  const { values } = columns.currencies
  const divide = new Float64Array(values.length).fill(Number.NaN)
  const multiply = new Float64Array(values.length).fill(Number.NaN)
  for (const [number, from] of values.entries()) {
    if (number === 0) continue
    const same = from === currency
    const toEuro = same ? 1 : convert(1, 'EUR', from, rates)
    const fromEuro = same ? 1 : convert(1, 'EUR', currency, rates)
    if (toEuro === null || fromEuro === null) continue
    divide[number] = toEuro
    multiply[number] = fromEuro
  }
  return { divide, multiply }
}

/** What a row fails, or two of the parts where it fails more; LEFT_OUT: no filter shows it. */
export type RowTest = (row: number) => number
export const LEFT_OUT = -1

/** True when the list shows jobs that rules speak against. */
export const showsHidden = (filter: JobFilter): boolean =>
  // What the person marked, or the company that they look at, is shown whole.
  filter.ineligible || filter.favourite || filter.companyId !== null

/** Marks companies by their ids; null: none. */
function markedCompanies(ids: readonly number[]): Uint8Array | null {
  if (ids.length === 0) return null
  return table(ids.reduce((most, id) => Math.max(most, id), 0) + 1, ids)
}

/** The test of one filter; the columns that it needs are loaded. */
export function rowTest(columns: JobColumns, filter: JobFilter, asked: Asked): RowTest {
  const { status, favourite, unread, remote, jobType, level, company, payLow, payHigh, currency } = columns
  const { found, posted, closed, country, city, best, match } = columns
  const statuses = table(
    JOB_STATUSES.length,
    (filter.statuses.length > 0 ? filter.statuses : OPEN_STATUSES).map(each => JOB_STATUSES.indexOf(each)),
  )
  const scores = asked.scores ?? best
  const ranked = filter.campaignId !== null
  const whole = showsHidden(filter)
  const { companyId, minScore, minMatch, salary, open } = filter
  const blocked = companyId === null ? markedCompanies(asked.blocked) : null
  const since = instant(filter.foundSince)
  const until = instant(filter.foundUntil)
  const postedSince = instant(filter.postedSince)
  const companies = markedCompanies(filter.companyIds)
  const sources = setsWith(columns.sources, filter.sourceIds)
  const sourceOf = columns.sources?.of
  const campaigns = setsWith(columns.campaigns, filter.foundBy)
  const campaignOf = columns.campaigns?.of
  const remotes = placesOf(REMOTE_OPTIONS, filter.remote)
  const types = placesOf(JOB_TYPES, filter.jobTypes)
  const levels = placesOf(SENIORITY_LEVELS, filter.levels)
  const countries =
    filter.countries.length === 0
      ? null
      : table(
          columns.countries.values.length,
          filter.countries.map(each => (each === UNSTATED ? 0 : (columns.countries.numbers.get(each) ?? -1))),
        )
  const cities =
    filter.cities.length === 0
      ? null
      : table(
          columns.cities.values.length,
          filter.cities.map(each => cityOf(columns, each) ?? -1),
        )
  const pay = salary === null ? null : conversionTo(columns, salary.currency, asked.rates)
  const payFrom = salary?.low ?? Number.NEGATIVE_INFINITY
  const payTo = salary?.high ?? Number.POSITIVE_INFINITY
  const unpaid = salary?.unstated ?? false
  const hits = asked.found === null ? null : markedRows(columns, asked.found)
  const { now } = asked

  const two = (bits: number) => (bits & (bits - 1)) !== 0

  return row => {
    const place = status[row] ?? GONE
    if (place === GONE) return LEFT_OUT
    if (blocked !== null && blocked[company[row] ?? 0] === 1) return LEFT_OUT
    let bits = statuses[place] === 1 ? 0 : BIT.statuses
    if (hits !== null && hits[row] !== 1) bits |= BIT.text
    if (!whole && place === 0 && scores.ineligible[row] === 1) bits |= BIT.ineligible
    if (filter.favourite && favourite[row] !== 1) bits |= BIT.favourite
    if (ranked && (scores.score[row] ?? -1) < 0) bits |= BIT.campaignId
    if (two(bits)) return bits
    if (remotes !== null && remotes[remote[row] ?? 0] !== 1) bits |= BIT.remote
    if (types !== null && types[jobType[row] ?? 0] !== 1) bits |= BIT.jobTypes
    if (levels !== null && levels[level[row] ?? 0] !== 1) bits |= BIT.levels
    if (countries !== null && countries[country[row] ?? 0] !== 1) bits |= BIT.countries
    if (two(bits)) return bits
    if (cities !== null && (city[row] === 0 || cities[city[row] ?? 0] !== 1)) bits |= BIT.cities
    if (companyId !== null && company[row] !== companyId) bits |= BIT.companyId
    if (companies !== null && companies[company[row] ?? 0] !== 1) bits |= BIT.companyIds
    if (sources !== null && sources[sourceOf?.[row] ?? 0] !== 1) bits |= BIT.sourceIds
    if (campaigns !== null && campaigns[campaignOf?.[row] ?? 0] !== 1) bits |= BIT.foundBy
    if (filter.unread && unread[row] !== 1) bits |= BIT.unread
    if (two(bits)) return bits
    if (since !== null && !((found[row] ?? 0) >= since)) bits |= BIT.foundSince
    if (until !== null && !((found[row] ?? 0) < until)) bits |= BIT.foundUntil
    if (postedSince !== null && !((posted[row] ?? 0) >= postedSince)) bits |= BIT.postedSince
    if (pay !== null) {
      const by = currency[row] ?? 0
      const divide = pay.divide[by] ?? Number.NaN
      const multiply = pay.multiply[by] ?? Number.NaN
      const low = ((payLow[row] ?? 0) / divide) * multiply
      const high = ((payHigh[row] ?? 0) / divide) * multiply
      if (Number.isNaN(low) ? !unpaid : high < payFrom || low > payTo) bits |= BIT.salary
    }
    if (minScore !== null && (scores.score[row] ?? -1) < minScore) bits |= BIT.minScore
    if (minMatch !== null && (match?.[row] ?? -1) < minMatch) bits |= BIT.minMatch
    if (open && (closed[row] ?? Number.NaN) <= now) bits |= BIT.open
    return bits
  }
}

/** Marks the rows of some jobs. */
export function markedRows(columns: JobColumns, ids: readonly number[]): Uint8Array {
  const marks = new Uint8Array(columns.rows)
  for (const id of ids) {
    const row = columns.rowOf[id] ?? -1
    if (row >= 0) marks[row] = 1
  }
  return marks
}
