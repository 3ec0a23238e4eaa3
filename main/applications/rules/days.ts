/** Local calendar days as text, YYYY-MM-DD, without clocks and zones. */

const DAY_MS = 24 * 60 * 60 * 1000
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

const millisOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`)

/** The day so many days later (or earlier); never outside of the years 0 to 9999. */
export function addDays(day: string, days: number): string {
  const millis = millisOf(day) + days * DAY_MS
  return new Date(Math.min(Math.max(millis, millisOf(FIRST_DAY)), millisOf(LAST_DAY)))
    .toISOString()
    .slice(0, 10)
}

/** A calendar date as text; the first or last day of the years 0 to 9999 for one outside of them. Months from 1. */
export function dayText(year: number, month: number, date: number): string {
  if (year < 0) return FIRST_DAY
  if (year > 9999) return LAST_DAY
  const digits = (n: number, length: number) => String(n).padStart(length, '0')
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`
}

/** Days from one day to another; negative when that is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((millisOf(to) - millisOf(from)) / DAY_MS)
}

/** The day itself, or the Monday after it when it falls on a weekend. */
export function workday(day: string): string {
  const weekday = new Date(millisOf(day)).getUTCDay()
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day
}

/** The later of days or instants; null when none is known. */
export function latest(...times: readonly (string | null)[]): string | null {
  return times.reduce((last, time) => (time !== null && (last === null || time > last) ? time : last), null)
}
