import { describe, expect, test } from 'vitest'
import { dayField, dayStart, foundIn, lastDay, type Span, sinceOf, spanOf } from './filter-dates.ts'
import { PLAIN_VIEW } from './jobs-view.ts'

const NOW = new Date(2026, 10, 21, 14, 5)

describe('spans of days', () => {
  test('begin at midnight of their first local day', () => {
    expect(sinceOf('today', NOW)).toBe(new Date(2026, 10, 21).toISOString())
    expect(sinceOf('7', NOW)).toBe(new Date(2026, 10, 15).toISOString())
    expect(sinceOf('30', NOW)).toBe(new Date(2026, 9, 23).toISOString())
    expect(sinceOf('any', NOW)).toBeNull()
  })

  test('are known again in the view that they made, until the next day', () => {
    const spans: Span[] = ['any', 'today', '7', '30', 'custom']
    for (const span of spans) {
      const { foundSince, foundUntil } = foundIn(PLAIN_VIEW, span, NOW)
      expect(spanOf(foundSince, foundUntil, NOW)).toBe(span)
    }
    const { foundSince } = foundIn(PLAIN_VIEW, '7', NOW)
    expect(spanOf(foundSince, null, new Date(2026, 10, 22, 9))).toBe('custom')
  })
})

describe('days in fields', () => {
  test('are local days, the last one included', () => {
    const until = dayStart('2026-11-21', 1)
    expect(until).toBe(new Date(2026, 10, 22).toISOString())
    expect(lastDay(until)).toBe('2026-11-21')
    expect(dayField(dayStart('2026-03-01'))).toBe('2026-03-01')
    expect(lastDay(dayStart('2026-12-31', 1))).toBe('2026-12-31')
  })

  test('that are empty or half typed stand for nothing', () => {
    expect(dayStart('')).toBeNull()
    expect(dayStart('2026-1')).toBeNull()
    expect(dayField(null)).toBe('')
    expect(lastDay(null)).toBe('')
  })
})
