import type { CampaignWishes, RankableJob } from '../../contract/ranking.ts'
import { type Factor, NOT_STATED, noWish, thousandths, UNKNOWN } from './factor.ts'
import { convert, type ExchangeRates, rateDate } from './rates.ts'

type Paid = Pick<RankableJob, 'salary_year_low' | 'salary_year_high' | 'compensation_currency'>

/** A range of yearly amounts. */
export interface Range {
  low: number
  high: number
}

/** A pay that ends this part below the wished minimum is worth nothing. */
const NEAR_BELOW = 0.2
/** What a pay far above the wished range is worth. */
const FAR_ABOVE = 0.2

/**
 * Salary: the part of the job's yearly range that reaches the wished minimum, after conversion. Reaching it at
 * all is worth a half, staying just below fades out over a fifth of the minimum. A range wholly above the wished
 * one is usually a job of another kind: its share falls slowly, to a half where the job starts at twice the
 * maximum, and no deeper than to a fifth. Moving towards the wished range never lowers the share.
 */
export function salaryFactor(
  wishes: Pick<CampaignWishes, `salary_${'min' | 'max' | 'currency'}`>,
  rates: ExchangeRates,
): Factor<Paid> {
  const wish = rangeOf(wishes.salary_min, wishes.salary_max)
  if (wish === null) return noWish('your campaign names no salary')
  const currency = wishes.salary_currency
  if (currency === null) return noWish('your salary range has no currency')
  const open = amount(wishes.salary_max) === null
  const wished: Range = amount(wishes.salary_min) === null ? { low: 0, high: wish.high } : wish
  const yours = open ? `${money(wished.low, currency)} or more` : spoken(wished, currency)
  return {
    share({ salary_year_low, salary_year_high, compensation_currency }) {
      const offered = rangeOf(salary_year_low, salary_year_high)
      if (offered === null || compensation_currency === null) return UNKNOWN
      const converted = convertedRange(offered, compensation_currency, currency, rates)
      return converted === null ? UNKNOWN : thousandths(shareOf(converted, wished, open))
    },
    evidence({ salary_year_low, salary_year_high, compensation_currency }) {
      const offered = rangeOf(salary_year_low, salary_year_high)
      if (offered === null) return NOT_STATED
      if (compensation_currency === null) return 'the currency of the salary is not stated'
      const converted = convertedRange(offered, compensation_currency, currency, rates)
      if (converted === null) return `no exchange rate between ${compensation_currency} and ${currency}`
      const about =
        compensation_currency === currency
          ? ''
          : ` (about ${spoken(rounded(converted), currency)}, rates of ${rateDate(compensation_currency, currency, rates)})`
      return `${spoken(offered, compensation_currency)} a year${about} ${standing(converted, wished, open)} your ${yours}`
    },
  }
}

function isAbove(offered: Range, wished: Range, open: boolean): boolean {
  return !open && offered.low > wished.high
}

function shareOf(offered: Range, wished: Range, open: boolean): number {
  if (offered.high < wished.low) {
    const gap = (wished.low - offered.high) / wished.low
    return 0.5 * Math.max(0, 1 - gap / NEAR_BELOW)
  }
  if (isAbove(offered, wished, open))
    return Math.max(FAR_ABOVE, 1 - (0.5 * (offered.low - wished.high)) / wished.high)
  const width = offered.high - offered.low
  return width === 0 ? 1 : 0.5 + (0.5 * (offered.high - Math.max(offered.low, wished.low))) / width
}

function standing(offered: Range, wished: Range, open: boolean): string {
  if (offered.high < wished.low) return 'is below'
  if (isAbove(offered, wished, open)) return 'is above'
  return offered.low === offered.high ? 'is within' : 'overlaps'
}

/** Both ends in another currency; null when one of the two has no rate. */
export function convertedRange(range: Range, from: string, to: string, rates: ExchangeRates): Range | null {
  const low = convert(range.low, from, to, rates)
  const high = convert(range.high, from, to, rates)
  return low === null || high === null ? null : { low, high }
}

/** A usable amount: more than nothing. */
function amount(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value > 0 ? value : null
}

/** Both ends in order; one end alone stands for both; null when nothing usable is given. */
export function rangeOf(low: number | null, high: number | null): Range | null {
  const a = amount(low) ?? amount(high)
  const b = amount(high) ?? a
  return a === null || b === null ? null : { low: Math.min(a, b), high: Math.max(a, b) }
}

function rounded(range: Range): Range {
  return { low: Math.round(range.low / 100) * 100, high: Math.round(range.high / 100) * 100 }
}

const SIGNS: Readonly<Record<string, string>> = { GBP: '£', USD: '$', EUR: '€', JPY: '¥', INR: '₹' }

function spoken(range: Range, currency: string): string {
  const low = money(range.low, currency)
  return range.low === range.high ? low : `${low}–${money(range.high, currency)}`
}

/** "£60,000"; currencies without a sign of their own by their code. */
export function money(value: number, currency: string): string {
  const digits = String(Math.round(value))
  // Grouping by hand: Intl costs more than the rest of the ranking.
  let grouped = digits.slice(-3)
  for (let end = digits.length - 3; end > 0; end -= 3)
    grouped = `${digits.slice(Math.max(0, end - 3), end)},${grouped}`
  const sign = SIGNS[currency]
  return sign === undefined ? `${currency} ${grouped}` : `${sign}${grouped}`
}
