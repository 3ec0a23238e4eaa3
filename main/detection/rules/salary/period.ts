import type { SalaryPeriod } from '../../../contract/values.ts'

/**
 * How many units of a currency buy about what one US dollar buys in wages; round figures, only used to tell
 * hours from months and years by size. Currencies that are not listed count as 1.
 */
// biome-ignore format: a table
const UNITS: Record<string, number> = {
  USD: 1, EUR: 1, GBP: 1, CHF: 1, CAD: 1, AUD: 1, NZD: 1, SGD: 1, KWD: 0.4, BHD: 0.4, OMR: 0.4, JOD: 0.7,
  ILS: 3.5, PLN: 4, AED: 3.5, SAR: 3.5, QAR: 3.5, MYR: 3, RON: 4, BGN: 2, BRL: 4, CNY: 5, TRY: 15, ZAR: 9, UAH: 25,
  SEK: 8, NOK: 8, DKK: 6, HKD: 6, MXN: 10, CZK: 15, TWD: 20, THB: 20, PHP: 25, INR: 20, RUB: 40, EGP: 15, KES: 50,
  JPY: 100, HUF: 200, NGN: 300, PKR: 60, BDT: 40, LKR: 80, KRW: 900, CLP: 500, ARS: 500, COP: 2_000, VND: 8_000,
  IDR: 6_000,
}

/** Amounts in dollars that a period can pay at all: from a low wage abroad to a top one. */
const LIMITS: Record<SalaryPeriod, [number, number]> = {
  hour: [2, 1_000],
  day: [15, 6_000],
  week: [60, 30_000],
  month: [200, 150_000],
  year: [1_500, 5_000_000],
}

/** Whether an amount of a currency could be pay for a period. */
export function isPlausible(amount: number, period: SalaryPeriod, currency: string | null): boolean {
  const units = UNITS[currency ?? 'USD'] ?? 1
  const [least, most] = LIMITS[period]
  return amount >= least * units * 0.5 && amount <= most * units
}

/** Currencies whose countries quote monthly pay, so that middle sizes are months. */
const MONTHLY = new Set([
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'BGN',
  'UAH',
  'RUB',
  'TRY',
  'BRL',
  'CNY',
  'VND',
  'IDR',
  'THB',
  'MYR',
  'PHP',
  'TWD',
  'HKD',
  'AED',
  'SAR',
  'QAR',
  'KWD',
  'ILS',
  'ZAR',
  'KES',
  'NGN',
  'EGP',
  'PKR',
  'BDT',
  'LKR',
  'COP',
  'CLP',
  'ARS',
  'MXN',
  'KRW',
  'SEK',
  'NOK',
  'DKK',
  'RSD',
  'KZT',
])
/** From these amounts on a figure in such a currency is a year's pay. */
// biome-ignore format: a table
const YEAR_FROM: Record<string, number> = {
  SEK: 150_000, NOK: 180_000, DKK: 150_000, ZAR: 180_000, HKD: 250_000, TWD: 400_000, INR: 200_000, MXN: 250_000,
  BRL: 60_000, PLN: 60_000, CZK: 400_000, ILS: 120_000, CNY: 100_000, MYR: 40_000, PHP: 400_000, KRW: 12_000_000,
  JPY: 1_500_000, RON: 50_000, TRY: 400_000, AED: 100_000, SAR: 100_000, QAR: 100_000, HUF: 4_000_000,
  CLP: 15_000_000, COP: 40_000_000, ARS: 30_000_000, VND: 200_000_000, IDR: 150_000_000, NGN: 4_000_000,
  KES: 1_500_000, RUB: 900_000, UAH: 400_000, THB: 500_000, PKR: 2_000_000, EGP: 500_000, LKR: 3_000_000,
  BDT: 1_000_000,
}

/**
 * The period that the size of pay makes obvious, or null. For dollar-like currencies: below 150 an hour,
 * 1,200 to 9,500 a month, from 10,000 a year; between those nothing is obvious.
 */
export function inferPeriod(low: number, high: number, currency: string | null): SalaryPeriod | null {
  const code = currency ?? 'USD'
  const units = UNITS[code] ?? 1
  if (MONTHLY.has(code) || code === 'INR' || code === 'JPY') {
    const yearFrom = YEAR_FROM[code] ?? 40_000 * units
    if (high >= yearFrom) return 'year'
    if (low >= 250 * units) return 'month'
    return high <= 60 * units ? 'hour' : null
  }
  const size = high / units
  if (size >= 10_000) return 'year'
  if (low / units >= 1_200) return 'month'
  return size <= 150 && low / units >= 4 ? 'hour' : null
}
