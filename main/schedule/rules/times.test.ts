import { describe, expect, it } from 'vitest'
import { readTimes, scheduleProblem } from './times.ts'
import { slotOf, wallOfSlot } from './wall.ts'
import { wordsOf } from './words.ts'

describe('times', () => {
  const after = (schedule: string, slot: string) => {
    const next = readTimes(schedule)?.next(wallOfSlot(slot)) ?? null
    return next === null ? null : slotOf(next)
  }
  it.each([
    ['04:00', '2026-03-02T03:59', '2026-03-02T04:00'],
    ['04:00', '2026-03-02T04:00', '2026-03-03T04:00'],
    ['23:59', '2026-12-31T23:59', '2027-01-01T23:59'],
    ['0 4 * * 1-5', '2026-03-06T12:00', '2026-03-09T04:00'],
    ['0 4 29 2 *', '2026-03-06T12:00', '2028-02-29T04:00'],
    ['*/15 * * * *', '2026-03-06T12:00', '2026-03-06T12:15'],
    ['0 4 L * *', '2026-02-01T12:00', '2026-02-28T04:00'],
    ['0 4 * * MON#1', '2026-03-03T00:00', '2026-04-06T04:00'],
  ])('of %s after %s are %s', (schedule, slot, next) => {
    expect(after(schedule, slot)).toBe(next)
  })

  it('of nonsense are none', () => {
    expect(readTimes('0 0 30 2 *')).toBeNull()
    expect(readTimes('tomorrow')).toBeNull()
  })
})

describe('what is wrong', () => {
  it.each([
    ['', /^Write a time such as 04:00/],
    ['4:00', /^Write it as 04:00\.$/],
    ['25:10', /^A clock never shows 25:10/],
    ['24:00', /^A clock never shows 24:00/],
    ['tomorrow', /^Write a time such as 04:00/],
    ['0 4 * *', /this has 4\.$/],
    ['0 0 4 * * *', /this has 6\.$/],
    ['61 4 * * *', /^The minute goes from 0 to 59, so it cannot be 61\.$/],
    ['0 24 * * *', /^The hour goes from 0 to 23/],
    ['0 4 0 * *', /^The day of the month goes from 1 to 31/],
    ['0 4 * 13 *', /^The month goes from 1 to 12/],
    ['0 4 * * 8', /^The day of the week goes from 0 to 7/],
    ['0 4 * * someday', /^The day of the week cannot be someday\.$/],
    ['0 4 5-1 * *', /goes backwards/],
    ['*/0 4 * * *', /^This cron expression cannot be read: /],
    ['0 0 30 2 *', /^This never comes/],
    ['0 0 31 4,6,9,11 *', /^This never comes/],
  ])('with %j is said', (schedule, problem) => {
    expect(scheduleProblem(schedule)).toMatch(problem)
  })

  it.each([
    '00:00',
    '23:59',
    '0 4 * * 1-5',
    '0 4 * jan-mar MON,wed',
    '0 4 29 2 *',
    '0 4 1,15 * *',
    '0 4 L * *',
    '0 4 * * 7',
    '0  4 * * 1#2',
    '0-30/10 4 * * *',
    '0 4 LW * *',
    '0 4 * * FRIL',
  ])('with %j is nothing', schedule => {
    expect(scheduleProblem(schedule)).toBeNull()
  })
})

it.each([
  ['04:00', 'every day at 04:00'],
  ['5 4 * * *', 'every day at 04:05'],
  ['0 4 * * 1-5', 'Monday to Friday at 04:00'],
  ['0 4 * * MON-FRI', 'Monday to Friday at 04:00'],
  ['0 4 * * 0,6', 'Saturday and Sunday at 04:00'],
  ['0 4 * * 1,3,5', 'Monday, Wednesday and Friday at 04:00'],
  ['0 4,16 * * *', 'every day at 04:00 and 16:00'],
  ['30 8,12 * * 2', 'Tuesday at 08:30 and 12:30'],
  ['*/15 * * * *', 'every 15 minutes'],
  ['* * * * *', 'every minute'],
  ['0 * * * *', 'every hour'],
  ['5 * * * *', 'every hour at 5 past'],
  ['0 */6 * * *', 'every 6 hours'],
  ['0 * * * 1-5', 'every hour, Monday to Friday'],
  ['0 4 1 * *', 'day 1 of every month at 04:00'],
  ['0 4 1,15 * *', 'days 1 and 15 of every month at 04:00'],
  ['0 4 L * *', 'the last day of every month at 04:00'],
  ['0 4 * * 0-6', 'every day at 04:00'],
  ['0 4 1-7 * 1', 'at the times 0 4 1-7 * 1'],
  ['0 4 * 6 *', 'at the times 0 4 * 6 *'],
  ['*/7 * * * *', 'at the times */7 * * * *'],
])('%s is %s', (schedule, words) => {
  expect(wordsOf(schedule)).toBe(words)
})
