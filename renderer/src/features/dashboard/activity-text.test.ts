import { expect, test } from 'vitest'
import { type ActivityDay, activitySentence, activityTotals } from './activity-text.ts'

const now = new Date(2026, 10, 21, 15)
const day = (name: string, more: Partial<ActivityDay> = {}): ActivityDay => ({
  day: name,
  found: 0,
  approved: 0,
  rejected: 0,
  applied: 0,
  interview: 0,
  offer: 0,
  ...more,
})

test('says how much, when most, and what was decided', () => {
  const days = [
    day('2026-10-01', { found: 4, rejected: 2 }),
    day('2026-11-20', { found: 1200, approved: 3 }),
    day('2026-11-21', { found: 7, applied: 1 }),
  ]
  expect(activitySentence(days, now)).toBe(
    '1,211 jobs found, most yesterday (1,200). 3 approved, 2 rejected, 1 applied for.',
  )
  expect(activityTotals(days).found).toBe(1211)
})

test('one busy day, no decisions, and nothing at all', () => {
  expect(activitySentence([day('2026-03-05', { found: 1 }), day('2026-03-06')], now)).toBe(
    '1 job found, all on 5 Mar. Nothing was decided yet.',
  )
  expect(activitySentence([day('2026-11-20'), day('2026-11-21')], now)).toBe(
    'Nothing happened in the last 2 days.',
  )
  expect(activitySentence([day('2026-11-20', { rejected: 2 })], now)).toBe(
    'No job was found. 0 approved, 2 rejected, 0 applied for.',
  )
})
