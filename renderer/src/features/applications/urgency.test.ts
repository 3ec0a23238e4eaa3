import { expect, test } from 'vitest'
import { byUrgency, urgencyOf } from './urgency.ts'

test('urgency follows the days', () => {
  expect([3, 0, -1, -7, -8].map(overdue => urgencyOf({ overdue }))).toEqual([
    'overdue',
    'today',
    'week',
    'week',
    'later',
  ])
})

test('only headings with lines stand there, the most urgent first', () => {
  const lines = [{ followUp: { overdue: -20 } }, { followUp: { overdue: 2 } }]
  expect(byUrgency(lines).map(group => group.urgency)).toEqual(['overdue', 'later'])
})
