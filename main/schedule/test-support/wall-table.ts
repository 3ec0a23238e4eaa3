import { wallOf } from '../rules/wall.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HALF_HOUR = 30 * MINUTE

/** When clocks in a zone first came to each quarter of an hour, or past it: found by going through all minutes of a time. */
export function wallTable(zone: string, from: number, to: number): (wall: number) => number {
  const first = new Map<number, number>()
  let shown = Number.NaN
  for (let half = from - (from % HALF_HOUR); half < to; half += HALF_HOUR) {
    // Offsets change on full and half hours only.
    const offset = wallOf(half, zone) - half
    for (let instant = half; instant < half + HALF_HOUR; instant += MINUTE) {
      const wall = instant + offset
      if (Number.isNaN(shown)) shown = wall - MINUTE
      for (; shown < wall; ) {
        shown += MINUTE
        if (shown % QUARTER === 0) first.set(shown, instant)
      }
    }
  }
  return wall => first.get(wall) ?? Number.POSITIVE_INFINITY
}
