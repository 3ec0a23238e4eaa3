import type { JobFacets } from '../../contract/job-filter.ts'
import { convert, type ExchangeRates } from '../../ranking/rules/rates.ts'
import { conversionTo } from './filter-rows.ts'
import { GONE, type JobColumns } from './job-columns.ts'

/** The yearly pay of jobs as buckets of equal width, for a slider. A job counts once, by the middle of its range. */

/** Where the slider begins and ends, of all jobs: it does not move while other filters do. */
export interface PayScale {
  currency: string
  low: number
  high: number
  width: number
}

const BUCKETS = 30
/** This part of the jobs at either end falls into the outermost bucket: a typing error must not stretch the scale. */
const OUTSIDE = 0.01
/** Bins for each doubling of an amount, by which the ends are found without sorting. */
const FINE = 32
const BINS = 40 * FINE

/** The middle of a row's range in another currency; NaN: it states no pay that can be converted. */
function middleIn(columns: JobColumns, currency: string, rates: ExchangeRates): (row: number) => number {
  const { divide, multiply } = conversionTo(columns, currency, rates)
  const { payLow, payHigh } = columns
  return row => {
    const by = columns.currency[row] ?? 0
    const middle = ((payLow[row] ?? 0) + (payHigh[row] ?? 0)) / 2
    return (middle / (divide[by] ?? Number.NaN)) * (multiply[by] ?? Number.NaN)
  }
}

/** The currency that most jobs state; null: none states any. */
function usualCurrency(columns: JobColumns, rates: ExchangeRates): string | null {
  const counts = new Int32Array(columns.currencies.values.length)
  for (let row = 0; row < columns.rows; row++) {
    const by = columns.currency[row] ?? 0
    if (columns.status[row] !== GONE && !Number.isNaN(columns.payLow[row])) counts[by] = (counts[by] ?? 0) + 1
  }
  let best: string | null = null
  let most = 0
  for (const [number, n] of counts.entries()) {
    const currency = columns.currencies.values[number]
    if (number === 0 || !currency || n <= most || convert(1, currency, 'EUR', rates) === null) continue
    best = currency
    most = n
  }
  return best
}

/** The scale of a currency (null: the usual one) over all jobs; null when none states pay. */
export function payScale(columns: JobColumns, wanted: string | null, rates: ExchangeRates): PayScale | null {
  const currency = wanted ?? usualCurrency(columns, rates)
  if (currency === null) return null
  const middle = middleIn(columns, currency, rates)
  const bins = new Int32Array(BINS)
  let stated = 0
  for (let row = 0; row < columns.rows; row++) {
    if (columns.status[row] === GONE) continue
    const value = middle(row)
    if (!(value >= 1)) continue
    const bin = Math.min(BINS - 1, Math.floor(Math.log2(value) * FINE))
    bins[bin] = (bins[bin] ?? 0) + 1
    stated += 1
  }
  if (stated === 0) return null
  const outside = Math.floor(stated * OUTSIDE)
  let first = 0
  for (let below = bins[0] ?? 0; below <= outside && first < BINS - 1; below += bins[first] ?? 0) first += 1
  let last = BINS - 1
  for (let above = bins[last] ?? 0; above <= outside && last > first; above += bins[last] ?? 0) last -= 1
  const from = 2 ** (first / FINE)
  const to = 2 ** ((last + 1) / FINE)
  const width = roundWidth((to - from) / BUCKETS)
  const low = Math.floor(from / width) * width
  return { currency, low, high: Math.max(low + width, Math.ceil(to / width) * width), width }
}

/** The next wider of 1, 2, 2.5 and 5 times a power of ten; at least 1. */
function roundWidth(width: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, width)))
  return [1, 2, 2.5, 5, 10].map(times => Math.ceil(times * unit)).find(each => each >= width) ?? 10 * unit
}

/** How many of some rows fall into each bucket. */
export function payBuckets(
  columns: JobColumns,
  rows: Int32Array,
  { currency, low, high, width }: PayScale,
  rates: ExchangeRates,
): NonNullable<JobFacets['salary']> {
  const middle = middleIn(columns, currency, rates)
  const buckets = new Array<number>(Math.round((high - low) / width)).fill(0)
  const last = buckets.length - 1
  let unstated = 0
  for (let at = 0; at < rows.length; at++) {
    const value = middle(rows[at] ?? 0)
    if (Number.isNaN(value)) {
      unstated += 1
      continue
    }
    const bucket = value <= low ? 0 : Math.min(last, Math.trunc((value - low) / width))
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  return { currency, low, high, buckets, stated: rows.length - unstated, unstated }
}
