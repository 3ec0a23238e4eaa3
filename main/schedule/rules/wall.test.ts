import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isZone, latestWall, slotOf, wallOf, wallOfSlot } from './wall.ts'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
]
const at = (iso: string) => Date.parse(iso)
const show = (instant: number) => new Date(instant).toISOString().slice(0, 16)
const first = (slot: string, zone: string) => show(instantOf(wallOfSlot(slot), zone))

describe('the instant of a wall time', () => {
  it.each([
    ['an ordinary morning', '2026-01-05T04:00', 'Europe/Berlin', '2026-01-05T03:00'],
    ['a quarter hour off', '2026-01-05T04:00', 'Asia/Kathmandu', '2026-01-04T22:15'],
    ['skipped in spring: at the jump', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00'],
    ['twice in autumn: the first time', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['skipped in New York', '2026-03-08T02:00', 'America/New_York', '2026-03-08T07:00'],
    ['twice in New York', '2026-11-01T01:15', 'America/New_York', '2026-11-01T05:15'],
    ['half an hour skipped on Lord Howe', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30'],
    ['half an hour twice on Lord Howe', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
    ['a day that Samoa skipped', '2011-12-30T04:00', 'Pacific/Apia', '2011-12-30T10:00'],
    ['the day after it', '2011-12-31T04:00', 'Pacific/Apia', '2011-12-30T14:00'],
    ['the day before it', '2011-12-29T23:59', 'Pacific/Apia', '2011-12-30T09:59'],
  ])('%s', (_what, slot, zone, instant) => {
    expect(first(slot, zone)).toBe(instant)
  })

  it('is the first at which clocks have come to it, in any zone and year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: at('2010-01-01T00:00Z') / 60_000, max: at('2031-01-01T00:00Z') / 60_000 }),
        (zone, minute) => {
          const wall = minute * 60_000
          const instant = instantOf(wall, zone)
          expect(wallOf(instant, zone)).toBeGreaterThanOrEqual(wall)
          // Not a second before, and not at any time of the day before either.
          for (const earlier of [1, 1800, 3600, 5400, 7200, 86_400])
            expect(wallOf(instant - earlier * 1000, zone)).toBeLessThan(wall)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('never goes back as wall times go on', () => {
    for (const zone of ZONES)
      for (const day of [
        '2026-03-08',
        '2026-03-28',
        '2026-04-04',
        '2026-10-03',
        '2026-10-25',
        '2026-11-01',
        '2011-12-30',
      ]) {
        let last = Number.NEGATIVE_INFINITY
        for (let minute = 0; minute < 2 * 24 * 60; minute += 15) {
          const instant = instantOf(at(`${day}T00:00Z`) + minute * 60_000, zone)
          expect(instant).toBeGreaterThanOrEqual(last)
          last = instant
        }
      }
  })
})

it('clocks that were put back have shown more than they show', () => {
  const zone = 'Europe/Berlin'
  expect(slotOf(latestWall(at('2026-10-25T00:50Z'), zone))).toBe('2026-10-25T02:50')
  expect(slotOf(latestWall(at('2026-10-25T01:10Z'), zone))).toBe('2026-10-25T02:59')
  expect(slotOf(latestWall(at('2026-10-25T02:10Z'), zone))).toBe('2026-10-25T03:10')
})

it('knows zones by name', () => {
  expect(isZone('Europe/Berlin')).toBe(true)
  expect(isZone('Middle/Earth')).toBe(false)
})
