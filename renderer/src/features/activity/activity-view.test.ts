import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActivityRow } from '../../../../main/contract/activity.ts'
import { activityDays, GROUPS, readGroups, writeGroups } from './activity-view.ts'

const row = (seq: number, at: string): ActivityRow => ({ seq, at, group: 'jobs', text: 'x', target: null })

test('the address brings the chosen groups back, and passes over what is no group', () => {
  fc.assert(
    fc.property(fc.subarray([...GROUPS]), groups => {
      expect(readGroups(new URLSearchParams(writeGroups(groups)))).toEqual(groups)
    }),
  )
  expect(readGroups(new URLSearchParams('only=runs,nonsense,jobs'))).toEqual(['jobs', 'runs'])
})

test('rows stand under their local day, each once', () => {
  const rows = [
    row(4, '2026-03-02T12:00:00.000Z'),
    row(3, '2026-03-02T11:00:00.000Z'),
    row(3, '2026-03-02T11:00:00.000Z'),
    row(2, '2026-03-01T12:00:00.000Z'),
    row(1, '2025-03-01T12:00:00.000Z'),
  ]
  expect(
    activityDays(rows, '2026-03-02').map(({ title, rows }) => [title, rows.map(each => each.seq)]),
  ).toEqual([
    ['Today', [4, 3]],
    ['Yesterday', [2]],
    ['Saturday, 1 March 2025', [1]],
  ])
})
