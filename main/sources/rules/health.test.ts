import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  believesMissing,
  type HealthFacts,
  healthWords,
  pauseAfterFailure,
  type QualitySums,
  qualityOf,
  reasonToWait,
  stateOf,
} from './health.ts'

const NOW = '2026-03-02T09:00:00.000Z'
const MINUTE = 60_000
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * MINUTE).toISOString()

describe('a source that fails', () => {
  it('is asked again at once after one or two failures, then left alone longer and longer', () => {
    const pause = (inARow: number) => pauseAfterFailure(inARow, undefined, Date.parse(NOW))
    expect(pause(1)).toBeNull()
    expect(pause(2)).toBeNull()
    expect(pause(3)).toEqual({ until: later(15), by: 'breaker' })
    expect(pause(4)).toEqual({ until: later(30), by: 'breaker' })
    expect(pause(50)).toEqual({ until: later(24 * 60), by: 'breaker' })
  })

  it('is left alone as long as it asks, but never longer than a day', () => {
    expect(pauseAfterFailure(1, 5 * MINUTE, Date.parse(NOW))).toEqual({ until: later(5), by: 'server' })
    expect(pauseAfterFailure(1, 1e12, Date.parse(NOW))?.until).toBe(later(24 * 60))
  })
})

describe('whether a source is asked', () => {
  const ready = { pausedUntil: null, pausedBy: null, lastAskedAt: null, restMinutes: 0 }
  it('is, when nothing speaks against it', () => {
    expect(reasonToWait(ready, false, NOW)).toBeNull()
    expect(reasonToWait({ ...ready, pausedUntil: later(-1), pausedBy: 'server' }, false, NOW)).toBeNull()
  })

  it('a person may ask one that failed often, and never one that asked for peace', () => {
    const broken = { ...ready, pausedUntil: later(5), pausedBy: 'breaker' as const }
    const busy = { ...broken, pausedBy: 'server' as const }
    expect(reasonToWait(broken, false, NOW)).toEqual({ kind: 'paused', until: later(5) })
    expect(reasonToWait(broken, true, NOW)).toBeNull()
    expect(reasonToWait(busy, true, NOW)).toEqual({ kind: 'paused', until: later(5) })
  })

  it('waits for the rest that the terms ask for, and no longer after the clock was set back', () => {
    const asked = { ...ready, lastAskedAt: later(-30), restMinutes: 60 }
    expect(reasonToWait(asked, true, NOW)).toEqual({ kind: 'resting', until: later(30) })
    expect(reasonToWait({ ...asked, lastAskedAt: later(-61) }, true, NOW)).toBeNull()
    expect(reasonToWait({ ...asked, lastAskedAt: later(1000) }, true, NOW)).toBeNull()
  })
})

describe('health in words', () => {
  const fine: HealthFacts = {
    enabled: true,
    lastSuccessAt: later(-10),
    lastErrorAt: null,
    lastError: null,
    failuresInARow: 0,
    pausedUntil: null,
    lastPostings: 1200,
  }
  it.each<[Partial<HealthFacts>, string, string]>([
    [{}, 'ok', 'Answers, with 1,200 postings last time.'],
    [{ lastPostings: 1 }, 'ok', 'Answers, with 1 posting last time.'],
    [{ lastPostings: 0 }, 'ok', 'Answers, with no postings at present.'],
    [{ lastSuccessAt: null }, 'new', 'Not asked yet.'],
    [{ enabled: false, failuresInARow: 3 }, 'off', 'Switched off.'],
    [{ failuresInARow: 1, lastError: 'It is down.' }, 'failing', 'The last try failed. It is down.'],
    [
      { failuresInARow: 4, lastError: 'It is down.', pausedUntil: later(9) },
      'resting',
      'Left alone for a while after 4 failures in a row. It is down.',
    ],
    [{ failuresInARow: 4, lastError: null, pausedUntil: later(-9) }, 'failing', 'The last 4 tries failed.'],
  ])('%j is %s', (own, state, words) => {
    expect(stateOf({ ...fine, ...own }, NOW)).toBe(state)
    expect(healthWords({ ...fine, ...own }, NOW)).toBe(words)
  })
})

describe('quality', () => {
  const sums: QualitySums = {
    runs: 4,
    failed: 0,
    fresh: 10,
    merged: 0,
    unread: 0,
    withText: 10,
    withPlace: 10,
    withDate: 10,
    withUrl: 10,
  }
  it('is a hundred for whole postings that always come, and falls with what is missing', () => {
    expect(qualityOf(sums)).toBe(100)
    expect(qualityOf({ ...sums, withText: 0 })).toBe(60)
    expect(qualityOf({ ...sums, failed: 2 })).toBe(95)
    expect(qualityOf({ ...sums, unread: 10 })).toBe(98)
    expect(qualityOf({ ...sums, fresh: 0 })).toBeNull()
    expect(qualityOf({ ...sums, runs: 0 })).toBeNull()
  })

  it('stays between 0 and 100 and never rises when something is missing', () => {
    const count = fc.nat(1000)
    fc.assert(
      fc.property(
        fc.record({
          runs: count,
          failed: count,
          fresh: count,
          merged: count,
          unread: count,
          withText: count,
          withPlace: count,
          withDate: count,
          withUrl: count,
        }),
        any => {
          const quality = qualityOf(any)
          if (quality === null) return
          expect(quality).toBeGreaterThanOrEqual(0)
          expect(quality).toBeLessThanOrEqual(100)
          expect(qualityOf({ ...any, withText: 0 })).toBeLessThanOrEqual(quality)
        },
      ),
    )
  })
})

it('a listing that suddenly lacks nearly everything is believed when it still does hours later', () => {
  expect(believesMissing(200, 200, null, NOW)).toBe(false)
  expect(believesMissing(200, 200, later(-10), NOW)).toBe(false)
  expect(believesMissing(200, 200, later(-6 * 60), NOW)).toBe(true)
  expect(believesMissing(200, 20, null, NOW)).toBe(true)
  expect(believesMissing(3, 3, null, NOW)).toBe(true)
})

it('a pause that a clock far ahead has written holds nobody up', () => {
  const wrong = {
    pausedUntil: later(60 * 24 * 365),
    pausedBy: 'server' as const,
    lastAskedAt: null,
    restMinutes: 0,
  }
  expect(reasonToWait(wrong, false, NOW)).toBeNull()
})
