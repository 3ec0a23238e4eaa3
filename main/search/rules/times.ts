import { z } from 'zod'

/** Times in a search: "7d", ">2026-10-01", "<2026-11-01", "today", or a whole instant. */

/** The clock of whoever reads a text. */
export interface Times {
  /** ISO instant. */
  now: string
  /** The instant at which a local day (YYYY-MM-DD) begins; null when there is no such day. */
  startOfDay(day: string): string | null
  /** The local day of an instant. */
  dayOf(instant: string): string
}

/** From an instant on, or up to one; null: not said. */
export interface TimeRange {
  since: string | null
  until: string | null
}

const DAY_MS = 24 * 60 * 60 * 1000
const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', DAY_MS / 24],
  ['d', DAY_MS],
  ['w', 7 * DAY_MS],
  ['m', 30 * DAY_MS],
  ['y', 365 * DAY_MS],
])
const DAY = /^\d{4}-\d\d-\d\d$/
const Instant = z.iso.datetime()

/** Reads a time; undefined when it is none. */
export function readTime(text: string, times: Times): TimeRange | undefined {
  const [, sign, value = ''] = /^(>=?|<=?)?(.+)$/s.exec(text) ?? []
  const before = sign?.startsWith('<') === true
  if (Instant.safeParse(value).success)
    return before ? { since: null, until: value } : { since: value, until: null }
  if (DAY.test(value)) return ofDay(value, sign, times)
  const word = value.toLowerCase()
  if (word === 'today' || word === 'yesterday') {
    const back = word === 'today' ? 0 : DAY_MS
    return ofDay(times.dayOf(new Date(Date.parse(times.now) - back).toISOString()), sign, times)
  }
  const [, number, unit = ''] = /^(\d{1,4})([hdwmy])$/.exec(word) ?? []
  const length = UNITS.get(unit)
  if (number === undefined || length === undefined || sign !== undefined) return undefined
  // Whole minutes, so that the same words ask the same soon after.
  const since = Math.floor((Date.parse(times.now) - Number(number) * length) / 60_000) * 60_000
  return { since: new Date(since).toISOString(), until: null }
}

function ofDay(day: string, sign: string | undefined, times: Times): TimeRange | undefined {
  const start = times.startOfDay(day)
  if (start === null) return undefined
  if (sign?.startsWith('<')) return { since: null, until: start }
  if (sign?.startsWith('>')) return { since: start, until: null }
  // A day by itself is that day alone; half a day more lands in the next one, also when clocks change.
  const next = times.startOfDay(times.dayOf(new Date(Date.parse(start) + 1.5 * DAY_MS).toISOString()))
  return { since: start, until: next }
}
