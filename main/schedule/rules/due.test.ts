import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Due,
  dueOf,
  judge,
  MOST_COUNTED,
  nextInstants,
  type Standing,
  TRUSTED_AHEAD,
  trustedSince,
} from './due.ts'
import { noteOf } from './notes.ts'
import { slotOf, wallOf } from './wall.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (iso: string) => Date.parse(iso)
const standing = (change: Partial<Standing>): Standing => ({
  kind: 'ingestion',
  schedule: '04:00',
  zone: 'Europe/Berlin',
  now: at('2026-03-10T12:00Z'),
  since: at('2026-03-01T00:00Z'),
  resumedAt: null,
  floor: null,
  ...change,
})
const slots = ({ paused, missed, newest }: Due) => ({
  paused: paused && [paused.slot, paused.standsFor],
  missed: missed && [missed.slot, missed.standsFor],
  newest: newest && [newest.slot, newest.standsFor],
})

describe('what has come', () => {
  it('is the newest slot, with one that stands for all older ones', () => {
    expect(slots(dueOf(standing({ floor: '2026-03-01T04:00' })))).toEqual({
      paused: null,
      missed: ['2026-03-09T04:00', 8],
      newest: ['2026-03-10T04:00', 1],
    })
  })

  it('is nothing before an entry was made, and nothing that was handled', () => {
    const made = at('2026-03-10T11:00Z')
    expect(dueOf(standing({ since: made })).newest).toBeNull()
    expect(dueOf(standing({ floor: '2026-03-10T04:00' })).newest).toBeNull()
  })

  it('during a pause stands apart', () => {
    const resumedAt = at('2026-03-09T12:00Z')
    expect(slots(dueOf(standing({ floor: '2026-03-05T04:00', resumedAt })))).toEqual({
      paused: ['2026-03-09T04:00', 4],
      missed: null,
      newest: ['2026-03-10T04:00', 1],
    })
    expect(slots(dueOf(standing({ resumedAt: at('2026-03-10T12:00Z') }))).newest).toBeNull()
  })

  it('of a campaign that was made during a pause begins there', () => {
    const due = dueOf(standing({ since: at('2026-03-09T12:00Z'), resumedAt: at('2026-03-09T11:00Z') }))
    expect(slots(due)).toEqual({ paused: null, missed: null, newest: ['2026-03-10T04:00', 1] })
  })

  it('is counted up to a bound, however often it comes', () => {
    const due = dueOf(standing({ schedule: '* * * * *', since: at('2020-01-01T00:00Z') }))
    expect(due.missed?.standsFor).toBe(MOST_COUNTED - 1)
    expect(due.newest?.slot).toBe('2026-03-10T13:00')
  })

  it('is nothing for a schedule without meaning', () => {
    expect(dueOf(standing({ schedule: '0 0 30 2 *' })).newest).toBeNull()
  })

  it('comes once in a spring that skips it and an autumn that has it twice', () => {
    const look = (now: string, floor: string) =>
      dueOf(standing({ schedule: '02:30', now: at(now), floor, since: 0 })).newest
    expect(look('2026-03-29T00:59:59Z', '2026-03-28T02:30')).toBeNull()
    expect(look('2026-03-29T01:00Z', '2026-03-28T02:30')?.slot).toBe('2026-03-29T02:30')
    expect(look('2026-10-25T00:30Z', '2026-10-24T02:30')?.slot).toBe('2026-10-25T02:30')
    expect(look('2026-10-25T01:30Z', '2026-10-25T02:30')).toBeNull()
  })
})

describe('the clock', () => {
  it('that went wrong by years does not hold up what was made then', () => {
    const now = at('2026-03-10T12:00Z')
    expect(trustedSince([at('2031-01-01T00:00Z'), at('2026-03-01T00:00Z')], now)).toBe(
      at('2026-03-01T00:00Z'),
    )
    expect(trustedSince([at('2031-01-01T00:00Z')], now)).toBe(now - TRUSTED_AHEAD)
    expect(trustedSince([now + HOUR], now)).toBe(now + HOUR)
  })
})

const WITH_CHANGES = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kathmandu', '2026-03-29'],
  ['UTC', '2028-02-29'],
] as const
const SCHEDULES: [string, (minuteOfDay: number, weekday: number) => boolean][] = [
  ['04:00', minute => minute === 240],
  ['02:30', minute => minute === 150],
  ['00:00', minute => minute === 0],
  ['0 2 * * 0', (minute, weekday) => minute === 120 && weekday === 0],
  ['*/15 * * * *', minute => minute % 15 === 0],
  ['45 1-3 * * *', minute => [105, 165, 225].includes(minute)],
]

describe('over daylight changes and looks at any moments', () => {
  const moments = fc.record({
    place: fc.constantFrom(...WITH_CHANGES),
    times: fc.constantFrom(...SCHEDULES),
    begin: fc.integer({ min: -60, max: 20 }),
    /** Minutes between looks; some put the clock back. */
    hops: fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: -180, max: -1 }),
      ),
      { minLength: 1, maxLength: 20 },
    ),
  })

  it('each slot is handled exactly once, and none that has not come', () => {
    fc.assert(
      fc.property(moments, ({ place: [zone, day], times: [schedule, matches], begin, hops }) => {
        const since = at(`${day}T00:00Z`) + begin * HOUR
        let now = since
        let latest = since
        let floor: string | null = null
        let handled = 0
        for (const hop of hops) {
          now += hop * MINUTE
          latest = Math.max(latest, now)
          const { missed, newest } = dueOf(standing({ schedule, zone, now, since, floor }))
          if (missed) {
            expect(missed.slot > (floor ?? '')).toBe(true)
            handled += missed.standsFor
            floor = missed.slot
          }
          if (newest) {
            expect(newest.slot > (floor ?? '')).toBe(true)
            expect(newest.at).toBeLessThanOrEqual(now)
            handled += 1
            floor = newest.slot
          }
        }
        // What clocks have shown from minute to minute, and skipped, for the first time.
        let shown = Number.NEGATIVE_INFINITY
        for (let instant = since - 26 * HOUR; instant <= since; instant += MINUTE)
          shown = Math.max(shown, wallOf(instant, zone))
        let come = 0
        for (let instant = since + MINUTE; instant <= latest; instant += MINUTE) {
          const wall = wallOf(instant, zone)
          for (shown += MINUTE; shown <= wall; shown += MINUTE) {
            const date = new Date(shown)
            if (matches(date.getUTCHours() * 60 + date.getUTCMinutes(), date.getUTCDay())) come += 1
          }
          shown -= MINUTE
        }
        expect(handled).toBe(come)
      }),
      { numRuns: 80 },
    )
  })

  it('the next instant is the one at which a look finds it', () => {
    fc.assert(
      fc.property(moments, ({ place: [zone, day], times: [schedule], begin }) => {
        const now = at(`${day}T00:00Z`) + begin * HOUR
        const [next] = nextInstants({ schedule, zone, now, since: now, floor: null }, 1)
        if (next === undefined) throw new Error('It comes always')
        const look = (when: number) => dueOf(standing({ schedule, zone, now: when, since: now })).newest
        expect(look(next)?.at).toBe(next)
        expect(look(next - 1)).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})

describe('next instants', () => {
  it('leave out what a clock that went wrong has handled, and jump over skipped times once', () => {
    const from = { schedule: '04:00', zone: 'UTC', now: at('2026-03-10T12:00Z'), since: 0, floor: null }
    const slot = (instant: number) => slotOf(instant)
    expect(nextInstants(from, 2).map(slot)).toEqual(['2026-03-11T04:00', '2026-03-12T04:00'])
    expect(nextInstants(from, 2, each => each === '2026-03-11T04:00').map(slot)).toEqual([
      '2026-03-12T04:00',
      '2026-03-13T04:00',
    ])
    const spring = { ...from, schedule: '0,30 2,3 * * *', zone: 'Europe/Berlin' }
    expect(nextInstants({ ...spring, now: at('2026-03-29T00:00Z') }, 3).map(slot)).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T01:30',
      '2026-03-30T00:00',
    ])
  })
})

describe('messages of the day', () => {
  const judged = (kind: Standing['kind'], slot: string, due: string, now: string) =>
    judge(standing({ kind, now: at(now) }), { slot, at: at(due), standsFor: 1, first: slot })
  it('are sent on their day only, a briefing within six hours', () => {
    const briefing = (now: string) => judged('briefing', '2026-03-10T08:00', '2026-03-10T07:00Z', now)
    expect(briefing('2026-03-10T07:00:20Z')).toEqual({ outcome: 'started' })
    expect(briefing('2026-03-10T13:00Z')).toEqual({ outcome: 'caught_up' })
    expect(briefing('2026-03-10T13:01Z')).toMatchObject({ outcome: 'skipped', note: expect.any(String) })
    const summary = (now: string) => judged('summary', '2026-03-10T20:00', '2026-03-10T19:00Z', now)
    expect(summary('2026-03-10T22:59Z')).toEqual({ outcome: 'caught_up' })
    expect(summary('2026-03-10T23:00Z')).toMatchObject({ outcome: 'skipped' })
  })

  it('do not hold back what is collected', () => {
    expect(judged('ingestion', '2026-03-01T04:00', '2026-03-01T03:00Z', '2026-03-10T07:00Z')).toEqual({
      outcome: 'caught_up',
    })
  })
})

it('says why slots were not carried out', () => {
  const due = { slot: '2026-03-09T04:00', at: 0, first: '2026-03-02T04:00' }
  expect(noteOf({ ...due, standsFor: 1 }, 'paused')).toBe('The schedule was paused.')
  expect(noteOf({ ...due, standsFor: 8 }, 'missed')).toBe(
    'Rolecall was closed, or the computer asleep: 8 times since 2 March at 04:00.',
  )
  expect(noteOf({ ...due, standsFor: MOST_COUNTED }, 'missed')).toContain('more than 1999 times')
})
