import type { SalaryPeriod } from '../../../contract/values.ts'

/**
 * Periods in a year: 2,080 hours (52 weeks of 40 hours), 260 days (52 weeks of 5 days), 52 weeks, 12 months.
 * Thirteenth and fourteenth salaries are not counted, as postings seldom say whether they are in the figure.
 */
export const PERIODS_PER_YEAR: Record<SalaryPeriod, number> = {
  hour: 2080,
  day: 260,
  week: 52,
  month: 12,
  year: 1,
}

/** An amount as a yearly whole number of the same currency; null when amount or period is unknown. */
export function yearly(amount: number | null, period: SalaryPeriod | null): number | null {
  if (amount === null || period === null) return null
  return Math.round(amount * PERIODS_PER_YEAR[period])
}
