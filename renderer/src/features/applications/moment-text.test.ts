import { expect, test } from 'vitest'
import {
  ageText,
  dayAfter,
  daysFromTo,
  dayText,
  fromField,
  localDay,
  momentText,
  shortDayText,
  startOfDay,
  toField,
} from './moment-text.ts'

const now = new Date(2026, 10, 21, 15, 0)
const today = localDay(now)

test('days are named as people say them, with the year when it is another', () => {
  expect(dayText('2026-11-21', today)).toBe('Today')
  expect(dayText('2026-11-20', today)).toBe('Yesterday')
  expect(dayText('2026-11-22', today)).toBe('Tomorrow')
  expect(dayText('2026-11-02', today)).toBe('Monday, 2 November')
  expect(dayText('2025-12-31', today)).toBe('Wednesday, 31 December 2025')
  expect(dayText('someday', today)).toBe('someday')
  expect(shortDayText('2026-11-22', today)).toBe('Tomorrow')
  expect(shortDayText('2026-11-02', today)).toBe('Mon, 2 Nov')
  expect(shortDayText('2027-01-02', today)).toBe('Sat, 2 Jan 2027')
})

test('days are counted and moved by the calendar, over a change of the clocks too', () => {
  expect(daysFromTo('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysFromTo('2026-03-30', '2026-03-28')).toBe(-2)
  expect(dayAfter('2026-10-24', 2)).toBe('2026-10-26')
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(startOfDay('2026-02-30')).toBeNull()
})

test('an age is told in days', () => {
  expect(ageText(new Date(2026, 10, 21, 0, 5).toISOString(), now)).toBe('today')
  expect(ageText(new Date(2026, 10, 20, 23, 55).toISOString(), now)).toBe('1 day')
  expect(ageText(new Date(2026, 10, 15, 12).toISOString(), now)).toBe('6 days')
  expect(ageText(new Date(2026, 10, 25).toISOString(), now)).toBe('today')
})

test('a moment goes into a field and comes back as it was', () => {
  const iso = new Date(2026, 10, 24, 14, 5).toISOString()
  expect(toField(iso)).toBe('2026-11-24T14:05')
  expect(fromField(toField(iso))).toBe(iso)
  expect(toField(null)).toBe('')
  expect(fromField('')).toBeNull()
  expect(fromField('soon')).toBeNull()
  expect(momentText(iso, now)).toBe('Tuesday, 24 November, 14:05')
})
