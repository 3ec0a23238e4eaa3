/**
 * Times as clocks on a wall show them, in a given zone. A wall time is a number: the milliseconds since 1970 that UTC
 * would have when its clocks show the same date and time. So wall times are compared and counted like instants.
 */

const SECOND = 1000
const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Offsets lie between -12 and +14 hours; this much around a wall time holds its instant in any zone. */
const WEST = 13 * HOUR
const EAST = 15 * HOUR

/** Making a format takes half a millisecond, using it some microseconds. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** Whether this machine knows a zone of that name, such as Europe/Berlin. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** What clocks in the zone show at an instant, to the second. */
export function wallOf(instant: number, zone: string): number {
  const text = formatOf(zone).format(instant)
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = text.split(/\D+/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** How far clocks in the zone are ahead of UTC, in milliseconds. */
const offsetAt = (instant: number, zone: string): number => {
  const whole = Math.floor(instant / SECOND) * SECOND
  return wallOf(whole, zone) - whole
}

/** The first instant at which the zone has another offset than at `low`, between the two. */
function jumpBetween(low: number, high: number, zone: string): number {
  const before = offsetAt(low, zone)
  let [from, to] = [Math.floor(low / SECOND), Math.ceil(high / SECOND)]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (offsetAt(middle * SECOND, zone) === before) from = middle
    else to = middle
  }
  return to * SECOND
}

/**
 * The instant at which clocks in the zone come to a wall time or past it: a time that they skip is taken at the jump,
 * one that comes twice the first time. A later wall time never has an earlier instant.
 */
export function instantOf(wall: number, zone: string): number {
  const low = wall - EAST
  const high = wall + WEST
  const before = offsetAt(low, zone)
  const after = offsetAt(high, zone)
  const early = wall - before
  if (before === after || offsetAt(early, zone) === before) return early
  const late = wall - after
  return offsetAt(late, zone) === after ? late : jumpBetween(low, high, zone)
}

/** The latest wall time that clocks in the zone had shown by an instant; after they were put back, that of before. */
export function latestWall(instant: number, zone: string): number {
  const back = offsetAt(instant - DAY, zone) - offsetAt(instant, zone)
  if (back <= 0) return wallOf(instant, zone)
  const jump = jumpBetween(instant - DAY, instant, zone)
  return Math.max(wallOf(instant, zone), wallOf(jump - SECOND, zone) + SECOND - 1)
}

/** The name of a slot: YYYY-MM-DDTHH:MM. */
export const slotOf = (wall: number): string => new Date(wall).toISOString().slice(0, 16)

/** The wall time of a slot's name. */
export const wallOfSlot = (slot: string): number => Date.parse(`${slot}:00Z`)
