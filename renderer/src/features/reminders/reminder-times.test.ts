import { describe, expect, test } from 'vitest'
import { ReminderId, type ReminderView } from '../../../../main/contract/applications.ts'
import { groupReminders, isOverdue, quickTimes } from './reminder-times.ts'

const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute)
const reminder = (id: number, due: Date): ReminderView => ({
  id: ReminderId.parse(id),
  jobId: null,
  text: `Number ${id}`,
  dueAt: due.toISOString(),
  doneAt: null,
  job: null,
})

describe('times to choose', () => {
  test('are local mornings in the days to come', () => {
    // A Wednesday, late in the evening.
    const times = quickTimes(local(18, 23, 30))
    expect(times.map(time => time.label)).toEqual(['Tomorrow 9:00', 'In 3 days', 'Next Monday', 'In a week'])
    expect(times.map(time => new Date(time.at).getDate())).toEqual([19, 21, 23, 25])
    expect(times.every(time => new Date(time.at).getHours() === 9)).toBe(true)
  })

  test('name one morning once', () => {
    expect(quickTimes(local(22, 12)).map(time => time.label)).toEqual([
      'Tomorrow 9:00',
      'In 3 days',
      'In a week',
    ])
    // On a Monday, the next one is a week away.
    expect(quickTimes(local(23, 8)).map(time => time.label)).toEqual([
      'Tomorrow 9:00',
      'In 3 days',
      'Next Monday',
    ])
  })

  test('go over the end of a month and a year', () => {
    const tomorrow = new Date(quickTimes(new Date(2026, 11, 31, 10))[0]?.at ?? '')
    expect([tomorrow.getFullYear(), tomorrow.getMonth(), tomorrow.getDate()]).toEqual([2027, 0, 1])
  })
})

test('open reminders stand by how near they are', () => {
  const now = local(18, 12)
  const past = reminder(1, local(18, 11, 59))
  const groups = groupReminders(
    [past, reminder(2, local(18, 18)), reminder(3, local(25, 9)), reminder(4, local(26, 9))],
    now,
  )
  expect(groups.map(group => [group.title, group.reminders.map(one => one.id)])).toEqual([
    ['Overdue', [1]],
    ['Today', [2]],
    ['Next 7 days', [3]],
    ['Later', [4]],
  ])
  expect(isOverdue({ ...past, doneAt: now.toISOString() }, now)).toBe(false)
})
