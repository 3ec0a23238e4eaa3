import { Cron } from 'croner'
import { problemOf } from './problems.ts'

/** The times of a schedule as wall times, whatever the zone. */
export interface Times {
  /** The first one after a wall time; null: none comes any more. */
  next(after: number): number | null
  /** The last one before a wall time; null: there was none. */
  previous(before: number): number | null
}

/** A time of day as a cron expression; an expression stays itself, with single spaces. */
export function expressionOf(schedule: string): string {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(schedule) ?? []
  return hour === undefined ? schedule.trim().replace(/\s+/g, ' ') : `${Number(minute)} ${Number(hour)} * * *`
}

/** In UTC, so that croner counts wall times and leaves zones to the rules beside this file. Throws what croner throws. */
const cronOf = (schedule: string) =>
  new Cron(expressionOf(schedule), { mode: '5-part', utcOffset: 0, paused: true })

/** What has been read before; schedules are few, and looked at twice a minute. */
const known = new Map<string, Times>()
const MOST_KNOWN = 500

/** Reads a time of day (HH:MM) or a cron expression of five fields. null: it has no meaning or never comes. */
export function readTimes(schedule: string): Times | null {
  const before = known.get(schedule)
  if (before) return before
  if (scheduleProblem(schedule) !== null) return null
  const cron = cronOf(schedule)
  const times: Times = {
    next: after => cron.nextRun(new Date(after))?.getTime() ?? null,
    previous: at => cron.previousRuns(1, new Date(at))[0]?.getTime() ?? null,
  }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(schedule, times)
  return times
}

/** The day from which it is asked whether an expression ever comes. */
const SOME_DAY = Date.UTC(2024, 0, 1)

/** What is wrong with a schedule, in a sentence for the person; null: nothing. */
export function scheduleProblem(schedule: string): string | null {
  const problem = problemOf(expressionOf(schedule), schedule)
  if (problem !== null) return problem
  try {
    return cronOf(schedule).nextRun(new Date(SOME_DAY)) === null
      ? 'This never comes: no such day is in those months.'
      : null
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error)
    return `This cron expression cannot be read: ${reason}`
  }
}
