import { machineZone } from '../platform/zone.ts'
import { DAY, instantOf, slotOf, wallOf, wallOfSlot } from '../schedule/rules/wall.ts'

/**
 * Days and times as the clocks around the person show them. By the zone that the machine has now: the runtime's own
 * `Date` keeps the one of its start, and a laptop that travels is not restarted. Instants are milliseconds.
 */

/** The date and time that clocks show, YYYY-MM-DDTHH:MM. */
export const localMoment = (instant: number, zone = machineZone()): string => slotOf(wallOf(instant, zone))

/** The date that clocks show, YYYY-MM-DD. */
export const localDate = (instant: number, zone = machineZone()): string =>
  localMoment(instant, zone).slice(0, 10)

/** The time that clocks show, HH:MM. */
export const localTime = (instant: number, zone = machineZone()): string =>
  localMoment(instant, zone).slice(11)

/** When the day of an instant began, or one so many days later. */
export const midnight = (instant: number, days = 0, zone = machineZone()): number =>
  instantOf(wallOfSlot(`${localDate(instant, zone)}T00:00`) + days * DAY, zone)

/** The next instant at which clocks show a time (HH:MM), strictly after the given one. */
export function nextTime(time: string, after: number, zone = machineZone()): number {
  const today = wallOfSlot(`${localDate(after, zone)}T${time}`)
  for (let ahead = 0; ; ahead += 1) {
    const instant = instantOf(today + ahead * DAY, zone)
    if (instant > after) return instant
  }
}
