import type { SlotKind } from '../../contract/schedule.ts'
import { readTimes, type Times } from './times.ts'
import { DAY, instantOf, latestWall, slotOf, wallOf, wallOfSlot } from './wall.ts'

/** More missed slots than this are not counted one by one. */
export const MOST_COUNTED = 2_000
const MINUTE = 60_000
/** Later than this after its time, a slot counts as caught up, in milliseconds. */
const LATE = 5 * MINUTE
/** A briefing is of no use when the morning is over. */
const BRIEFING_LATEST = 6 * 60 * MINUTE
/**
 * A clock that was put back by as much leaves everything handled that was handled. What was written by a clock that went
 * wrong by more counts for its own slot only, so that it cannot hold up what comes until then.
 */
export const TRUSTED_AHEAD = DAY

/** Where an entry stands when it is looked at. Instants are milliseconds. */
export interface Standing {
  kind: SlotKind
  schedule: string
  zone: string
  now: number
  /** Slots up to here are none of the entry's: it was made, changed or taken up again then. */
  since: number
  /** When the whole schedule was last taken up after a pause; null: never. */
  resumedAt: number | null
  /** The newest slot that was handled; null: none. */
  floor: string | null
}

/** A slot that has come, and how many it stands for: itself and older ones. */
export interface DueSlot {
  slot: string
  /** Its instant in milliseconds. */
  at: number
  standsFor: number
  /** The oldest of them. */
  first: string
}

/** What has come since the last look, the oldest first. */
export interface Due {
  /** Came during a pause of the whole schedule. */
  paused: DueSlot | null
  /** Older ones that the newest one stands for. */
  missed: DueSlot | null
  newest: DueSlot | null
}

/** The earliest instant that still counts, whatever a clock that went wrong has left behind. */
export function trustedSince(times: readonly (number | null)[], now: number): number {
  const trusted = times.filter(time => time !== null).filter(time => time <= now + TRUSTED_AHEAD)
  return trusted.length === 0 ? now - DAY : Math.max(...trusted)
}

/** The newest slot with its instant in (after, upTo], counted with the older ones down to the floor. */
function batch(times: Times, zone: string, after: number, upTo: number, floor: number): DueSlot | null {
  const low = Math.max(floor, latestWall(after, zone))
  const wall = times.previous(latestWall(upTo, zone) + 1)
  if (wall === null || wall <= low) return null
  let first = wall
  let standsFor = 1
  while (standsFor < MOST_COUNTED) {
    const older = times.previous(first)
    if (older === null || older <= low) break
    first = older
    standsFor += 1
  }
  return { slot: slotOf(wall), at: instantOf(wall, zone), standsFor, first: slotOf(first) }
}

/** What has come by now and was not handled. The schedule must have a meaning; nothing comes of one that has none. */
export function dueOf({ schedule, zone, now, since, resumedAt, floor }: Standing): Due {
  const times = readTimes(schedule)
  if (!times) return { paused: null, missed: null, newest: null }
  const handled = floor === null ? Number.NEGATIVE_INFINITY : wallOfSlot(floor)
  const resumed = resumedAt === null || resumedAt > now + TRUSTED_AHEAD ? null : Math.min(resumedAt, now)
  const paused = resumed === null || resumed <= since ? null : batch(times, zone, since, resumed, handled)
  const after = Math.max(since, resumed ?? since)
  const all = batch(times, zone, after, now, handled)
  if (!all) return { paused, missed: null, newest: null }
  const newest = { ...all, standsFor: 1, first: all.slot }
  if (all.standsFor === 1) return { paused, missed: null, newest }
  const wall = times.previous(wallOfSlot(all.slot)) ?? wallOfSlot(all.first)
  const missed = {
    slot: slotOf(wall),
    at: instantOf(wall, zone),
    standsFor: all.standsFor - 1,
    first: all.first,
  }
  return { paused, missed, newest }
}

/** What is to be done with the newest slot that has come. */
export type Verdict = { outcome: 'started' | 'caught_up' } | { outcome: 'skipped'; note: string }

/** Messages of the day are worth sending on their day only, a briefing within six hours. */
export function judge({ kind, zone, now }: Standing, { slot, at }: DueSlot): Verdict {
  const late = now - at
  if (kind !== 'ingestion' && slot.slice(0, 10) !== slotOf(wallOf(now, zone)).slice(0, 10))
    return { outcome: 'skipped', note: 'Its day was over.' }
  if (kind === 'briefing' && late > BRIEFING_LATEST)
    return { outcome: 'skipped', note: 'It was more than six hours late.' }
  return { outcome: late > LATE ? 'caught_up' : 'started' }
}

/**
 * The next instants at which slots come, after now, in milliseconds. `handled` tells of slots that a clock which went
 * wrong has handled already.
 */
export function nextInstants(
  { schedule, zone, now, since, floor }: Pick<Standing, 'schedule' | 'zone' | 'now' | 'since' | 'floor'>,
  count: number,
  handled: (slot: string) => boolean = () => false,
): number[] {
  const times = readTimes(schedule)
  const found: number[] = []
  if (!times) return found
  const after = Math.max(now, since)
  let wall: number | null = latestWall(after, zone)
  if (floor !== null) wall = Math.max(wall, wallOfSlot(floor))
  for (let tries = 0; found.length < count && tries < count + 100; tries += 1) {
    wall = times.next(wall)
    if (wall === null) break
    const at = instantOf(wall, zone)
    // All times that clocks skip have the same instant.
    if (!handled(slotOf(wall)) && at !== found.at(-1)) found.push(at)
  }
  return found
}
