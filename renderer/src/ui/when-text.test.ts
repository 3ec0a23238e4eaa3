import { expect, test } from 'vitest'
import { durationText, exactText, whenText } from './when-text.ts'

// Local times throughout, so that the test says the same in every time zone.
const now = new Date(2026, 10, 21, 15, 0, 0)
const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString()

test('near moments are told by distance, the day by its name', () => {
  expect(whenText(local(2026, 10, 21, 15, 0), now)).toBe('just now')
  expect(whenText(local(2026, 10, 21, 14, 55), now)).toBe('5 minutes ago')
  expect(whenText(local(2026, 10, 21, 14, 59), now)).toBe('1 minute ago')
  expect(whenText(local(2026, 10, 21, 9, 5), now)).toBe('today 09:05')
  expect(whenText(local(2026, 10, 20, 23, 59), now)).toBe('yesterday 23:59')
  expect(whenText(local(2026, 10, 18, 23, 0), now)).toBe('3 days ago')
})

test('what is to come', () => {
  expect(whenText(local(2026, 10, 21, 15, 20), now)).toBe('in 20 minutes')
  expect(whenText(local(2026, 10, 21, 20, 0), now)).toBe('today 20:00')
  expect(whenText(local(2026, 10, 22, 4, 0), now)).toBe('tomorrow 04:00')
  expect(whenText(local(2026, 10, 25, 4, 0), now)).toBe('in 4 days')
})

test('far dates by the calendar, the year only where it differs', () => {
  expect(whenText(local(2026, 2, 3), now)).toBe('3 Mar')
  expect(whenText(local(2024, 2, 3), now)).toBe('3 Mar 2024')
})

test('a bare date is that day in every time zone', () => {
  expect(whenText('2026-11-21', now)).toBe('today')
  expect(whenText('2026-11-20', now)).toBe('yesterday')
  expect(exactText('2026-11-20')).toBe('20 Nov 2026')
})

test('what is no date stays as it is', () => {
  expect(whenText('soon', now)).toBe('soon')
  expect(exactText('soon')).toBe('soon')
})

test('the exact moment names its zone', () => {
  expect(exactText(local(2026, 10, 21, 14, 5))).toMatch(/^21 Nov 2026, 14:05:00 \(UTC[+−]\d\d:\d\d\)$/)
})

test('durations', () => {
  expect(durationText(420)).toBe('420 ms')
  expect(durationText(3400)).toBe('3.4 s')
  expect(durationText(125_000)).toBe('2 min 5 s')
})
