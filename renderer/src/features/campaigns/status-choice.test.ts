import { expect, test } from 'vitest'
import { JOB_STATUSES } from '../../../../main/contract/values.ts'
import { readStatuses, statusChoices, statusesText } from './status-choice.ts'

test('by itself rejected and archived are off, in the order of the workflow', () => {
  expect(readStatuses(null)).toEqual(JOB_STATUSES.slice(0, 7))
  expect(readStatuses('nonsense')).toEqual(readStatuses(null))
  expect(statusesText(readStatuses(null))).toBeNull()
})

test('every choice comes back from its address, also none at all', () => {
  for (const choice of [[], ['rejected'], ['waiting', 'archived'], [...JOB_STATUSES]] as const)
    expect(readStatuses(statusesText(choice))).toEqual(choice)
})

test('choices say how many jobs they hold', () => {
  const [waiting, approved] = statusChoices({ waiting: 1200 })
  expect(waiting?.label).toMatch(/ 1,200$/)
  expect(approved?.label).not.toMatch(/\d/)
})
