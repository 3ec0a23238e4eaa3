import { expect, it } from 'vitest'
import { dayRange, daysOf, NO_COUNTS, sumOf } from './rules.ts'

const noon = Date.parse('2026-03-02T12:00:00.000Z')

it('a range ends with the local day of the page', () => {
  expect(dayRange(2, 0, noon)).toEqual({
    days: ['2026-03-01', '2026-03-02'],
    firstHour: '2026-03-01T00',
    since: '2026-03-01T00:00:00.000Z',
    midnight: '2026-03-02T00:00:00.000Z',
  })
  // In Auckland it is one o'clock of the next day.
  expect(dayRange(1, 780, noon)).toMatchObject({ days: ['2026-03-03'], midnight: '2026-03-02T11:00:00.000Z' })
})

it('hours count for the local day that they belong to, and days without anything are zeros', () => {
  const range = dayRange(3, -300, noon)
  const days = daysOf(
    range,
    [
      { ...NO_COUNTS, hour: '2026-03-02T04', found: 2 },
      { ...NO_COUNTS, hour: '2026-03-02T05', found: 3, applied: 1 },
      { ...NO_COUNTS, hour: '2026-02-20T05', found: 9 },
    ],
    -300,
  )
  expect(days.map(day => [day.day, day.found, day.applied])).toEqual([
    ['2026-02-28', 0, 0],
    ['2026-03-01', 2, 0],
    ['2026-03-02', 3, 1],
  ])
  expect(sumOf(days)).toEqual({ ...NO_COUNTS, found: 5, applied: 1 })
})
