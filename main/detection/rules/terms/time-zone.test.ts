import { expect, test } from 'vitest'
import { findMarks } from '../marks.ts'
import { readText } from '../text.ts'
import { findTimeZone } from './time-zone.ts'

const cases: [string, string | null][] = [
  ['You overlap with US Eastern hours.', 'overlap with US Eastern hours'],
  ['At least 4 hours of overlap with CET', '4 hours of overlap with CET'],
  ['Anywhere from UTC-3 to UTC+2', 'from UTC-3 to UTC+2'],
  ['Time zone: UTC-5 to UTC+1', 'UTC-5 to UTC+1'],
  ['CET ± 2 hours', 'CET ± 2 hours'],
  ['CET ± 2', 'CET ± 2'],
  ['GMT+/-3', 'GMT+/-3'],
  ['Within 3 hours of EST', 'Within 3 hours of EST'],
  ['± 3 hours from CET', '± 3 hours from CET'],
  ['You work Pacific Time.', 'Pacific Time'],
  ['European time zones', 'European time zones'],
  ['Work hours: 9am - 5pm EST', '9am - 5pm EST'],
  ['Available in US business hours', 'US business hours'],
  ['Teams across multiple time zones', null],
  ['Il est important de savoir', null],
  ['Acme, est. 1995', null],
  ['Eastern Europe is our market', null],
  ['Let us time the runs', null],
  ['Apply before 5pm EST', null],
  ['The deadline is 3 - 5 pm EST', null],
  ['', null],
]

test.each(cases)('%s', (words, expected) => {
  const text = readText('description', words)
  expect(findTimeZone(text, findMarks(text.lower).timeZone)?.value ?? null).toBe(expected)
})
