import type { CampaignWishes, RankableJob } from '../../contract/ranking.ts'
import { type Factor, type Judgement, known, noWish, unknown } from './factor.ts'
import { convert, type ExchangeRates } from './rates.ts'

interface Range {
  low: number
  high: number
}

/** A pay that ends this part below the wished minimum is worth nothing. */
const NEAR_BELOW = 0.2

/**
 * Salary: the part of the job's yearly range that reaches the wished minimum, after conversion. Reaching it at
 * all is worth a half, staying just below fades out over a fifth of the minimum. A range wholly above the wished
 * one is usually a job of another kind: its share falls slowly to a half where the job starts at twice the
 * maximum. Moving towards the wished range never lowers the share.
 */
export function salaryFactor(wishes: CampaignWishes, rates: ExchangeRates): Factor<RankableJob> {
  const wish = rangeOf(wishes.salary_min, wishes.salary_max)
  if (wish === null) return always(noWish('your campaign names no salary'))
  const currency = wishes.salary_currency
  if (currency === null) return always(noWish('your salary range has no currency'))
  const open = amount(wishes.salary_max) === null
  const floor = amount(wishes.salary_min) ?? amount(wishes.salary_max) ?? 0
  const wished: Range = amount(wishes.salary_min) === null ? { low: 0, high: floor } : wish
  const yours = open ? `${money(wished.low, currency)} or more` : spoken(wished, currency)
  return job => {
    const offered = rangeOf(job.salary_year_low, job.salary_year_high)
    if (offered === null) return unknown()
    if (job.compensation_currency === null) return unknown('the currency of the salary is not stated')
    const converted = convertedRange(offered, job.compensation_currency, currency, rates)
    if (converted === null) {
      return unknown(`no exchange rate between ${job.compensation_currency} and ${currency}`)
    }
    const said = spoken(offered, job.compensation_currency)
    const about =
      job.compensation_currency === currency
        ? ''
        : ` (about ${spoken(rounded(converted), currency)}, rates of ${rates.date})`
    return judged(converted, wished, open, `${said} a year${about}`, yours)
  }
}

function judged(offered: Range, wished: Range, open: boolean, said: string, yours: string): Judgement {
  if (offered.high < wished.low) {
    const gap = (wished.low - offered.high) / wished.low
    return known(0.5 * Math.max(0, 1 - gap / NEAR_BELOW), `${said} is below your ${yours}`)
  }
  if (!open && offered.low > wished.high) {
    const excess = (offered.low - wished.high) / wished.high
    return known(1 - 0.5 * Math.min(1, excess), `${said} is above your ${yours}`)
  }
  const width = offered.high - offered.low
  if (width === 0) return known(1, `${said} is within your ${yours}`)
  const reaching = (offered.high - Math.max(offered.low, wished.low)) / width
  return known(0.5 + 0.5 * reaching, `${said} overlaps your ${yours}`)
}

function convertedRange(range: Range, from: string, to: string, rates: ExchangeRates): Range | null {
  const low = convert(range.low, from, to, rates)
  const high = convert(range.high, from, to, rates)
  return low === null || high === null ? null : { low, high }
}

function amount(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value > 0 ? value : null
}

/** Both ends in order; one end alone stands for both; null when nothing usable is given. */
function rangeOf(low: number | null, high: number | null): Range | null {
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

function money(value: number, currency: string): string {
  const digits = String(Math.round(value))
  // Grouping by hand: Intl costs more than the rest of the ranking.
  let grouped = digits.slice(-3)
  for (let end = digits.length - 3; end > 0; end -= 3)
    grouped = `${digits.slice(Math.max(0, end - 3), end)},${grouped}`
  const sign = SIGNS[currency]
  return sign === undefined ? `${currency} ${grouped}` : `${sign}${grouped}`
}

function always(judgement: Judgement): Factor<RankableJob> {
  return () => judgement
}
