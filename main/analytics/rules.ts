import type { ActivityDay } from '../contract/shapes.ts'

/** Days and their sums, as pages chart them. Pure. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What can be counted of a day. */
export type Counts = Omit<ActivityDay, 'day'>

export const NO_COUNTS: Counts = { found: 0, approved: 0, rejected: 0, applied: 0, interview: 0, offer: 0 }
const KINDS = Object.keys(NO_COUNTS) as (keyof Counts)[]

/** What happened in one hour; `hour` is YYYY-MM-DDTHH in UTC. */
export interface HourCounts extends Counts {
  hour: string
}

/** A range of whole local days that ends today. */
export interface DayRange {
  /** Local days, YYYY-MM-DD, the oldest first. */
  days: string[]
  /** The UTC hour, YYYY-MM-DDTHH, with which the range begins. */
  firstHour: string
  /** The instant, ISO 8601, with which the range and with which today begins. */
  since: string
  midnight: string
}

/** The last `days` days at a moment (milliseconds), for a page that is `offset` minutes ahead of UTC. */
export function dayRange(days: number, offset: number, millis: number): DayRange {
  const ahead = offset * 60_000
  const today = Math.floor((millis + ahead) / DAY) * DAY
  const first = today - (days - 1) * DAY
  const since = new Date(first - ahead).toISOString()
  return {
    days: Array.from({ length: days }, (_, index) =>
      new Date(first + index * DAY).toISOString().slice(0, 10),
    ),
    firstHour: since.slice(0, 13),
    since,
    midnight: new Date(today - ahead).toISOString(),
  }
}

/** The days of a range with what happened in them; days without anything are zeros, not gaps. Hours before it are left out. */
export function daysOf(range: DayRange, hours: readonly HourCounts[], offset: number): ActivityDay[] {
  const days = range.days.map(day => ({ day, ...NO_COUNTS }))
  const first = Date.parse(`${range.days[0]}T00:00:00.000Z`) - offset * 60_000
  for (const counts of hours) {
    const day = days[Math.floor((Date.parse(`${counts.hour}:00:00.000Z`) - first) / DAY)]
    if (day) for (const kind of KINDS) day[kind] += counts[kind]
  }
  return days
}

/** Sums of some days. */
export function sumOf(days: readonly ActivityDay[]): Counts {
  const sum = { ...NO_COUNTS }
  for (const day of days) for (const kind of KINDS) sum[kind] += day[kind]
  return sum
}
