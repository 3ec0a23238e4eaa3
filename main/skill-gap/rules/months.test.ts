import { expect, it } from 'vitest'
import { lastMonths } from './months.ts'

it('looks back twelve months over the turn of a year', () => {
  const months = lastMonths(Date.parse('2026-03-31T12:00:00Z'), 0)
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
    ...['2026-01', '2026-02', '2026-03'],
  ])
  expect(months.at(-1)?.from).toBe('2026-03-01T00:00:00.000Z')
})

it.each([
  ['2026-03-31T23:30:00Z', 60, '2026-04', '2026-03-31T23:00:00.000Z'],
  ['2026-03-01T02:00:00Z', -300, '2026-02', '2026-02-01T05:00:00.000Z'],
])('at %s, %i minutes ahead, it is %s', (now, utcOffset, month, from) => {
  expect(lastMonths(Date.parse(now), utcOffset).at(-1)).toEqual({ month, from })
})
