import { expect, test } from 'vitest'
import type { DetectionRunView } from '../../../../main/contract/detection.ts'
import { JobId } from '../../../../main/contract/ids.ts'
import { leftOf, missingQuery, outcomeText, readMissingView, scopeOf } from './missing-view.ts'

const run = (more: Partial<DetectionRunView>): DetectionRunView => ({
  id: 1,
  kind: 'patterns',
  label: 'Detect again: 10 jobs',
  trigger: 'you',
  state: 'succeeded',
  total: 10,
  done: 10,
  changed: 0,
  failed: 0,
  error: null,
  queuedAt: '2026-11-21T09:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  ...more,
})

test('an address brings its fact back, and nonsense counts as any', () => {
  expect(readMissingView(new URLSearchParams(missingQuery('salary')))).toBe('salary')
  expect(readMissingView(new URLSearchParams('fact=shoe-size'))).toBeNull()
  expect(missingQuery(null)).toBe('')
})

test('a run takes what is selected, or else all that is shown', () => {
  expect(scopeOf([JobId.parse(7)], 'salary')).toEqual({ jobs: [7] })
  expect(scopeOf([], 'salary')).toEqual({ all: 'missing', field: 'salary' })
})

test.each([
  [run({ failed: 2 }), 2],
  [run({ state: 'cancelled', done: 4, failed: 1 }), 7],
  [run({}), 0],
])('what is left to do again is counted', (of, left) => {
  expect(leftOf(of)).toBe(left)
})

test('an outcome is said in one sentence', () => {
  expect(outcomeText({ changed: 0, failed: 0 })).toBe('nothing changed')
  expect(outcomeText({ changed: 1, failed: 2 })).toBe('1 job says something else now, 2 could not be read')
})
