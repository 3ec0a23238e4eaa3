import { expect, test } from 'vitest'
import type { ActivityDay } from '../../../../main/contract/shapes.ts'
import { activitySentence } from './activity-text.ts'
import { byWeek } from './activity-weeks.ts'

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
const said = (days: ActivityDay[]) => {
  const [all] = byWeek(days)
  return activitySentence(days, all ?? day(''), 'in the last 7 days', now)
}

test('says how much, when most, what was decided and what came of it', () => {
  expect(
    said([
      day('2026-10-01', { found: 4, rejected: 2 }),
      day('2026-11-20', { found: 1200, approved: 3, interview: 1 }),
      day('2026-11-21', { found: 7, applied: 1, offer: 2 }),
    ]),
  ).toBe(
    '1,211 jobs found in the last 7 days, most yesterday (1,200). 3 approved, 2 rejected, 1 applied for. 1 interview, 2 offers.',
  )
})

test('one busy day, no decisions, and nothing at all', () => {
  expect(said([day('2026-03-05', { found: 1 }), day('2026-03-06')])).toBe(
    '1 job found, all on 5 Mar. Nothing was decided yet.',
  )
  expect(said([day('2026-11-20'), day('2026-11-21')])).toBe('Nothing happened in the last 7 days.')
  expect(said([day('2026-11-20', { rejected: 2 })])).toBe(
    'No job was found in the last 7 days. 0 approved, 2 rejected, 0 applied for.',
  )
})

test('weeks end with the last day and lose nothing', () => {
  const days = Array.from({ length: 10 }, (_, index) => day(`2026-11-${12 + index}`, { found: index }))
  expect(byWeek(days).map(week => [week.day, week.found])).toEqual([
    ['2026-11-12', 3],
    ['2026-11-15', 42],
  ])
})
