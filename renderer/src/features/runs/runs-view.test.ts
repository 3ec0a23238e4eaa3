import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CampaignId } from '../../../../main/contract/ids.ts'
import { RunKind } from '../../../../main/contract/runs.ts'
import { isFiltered, readRunsView, runsQuery, SHOWN_STATES, statesOf } from './runs-view.ts'

test('a view is read back from its address as it was', () => {
  const views = fc.record({
    campaignId: fc.option(fc.integer({ min: 1, max: 9_999 }).map(id => CampaignId.parse(id))),
    kind: fc.option(fc.constantFrom(...RunKind.options)),
    state: fc.option(fc.constantFrom(...SHOWN_STATES)),
  })
  fc.assert(
    fc.property(views, view => {
      expect(readRunsView(new URLSearchParams(runsQuery(view)))).toEqual(view)
    }),
  )
})

test('what cannot be read counts as absent', () => {
  const view = readRunsView(new URLSearchParams('?campaign=abc&kind=nothing&state=odd'))
  expect(view).toEqual({ campaignId: null, kind: null, state: null })
  expect(isFiltered(view)).toBe(false)
  expect(runsQuery(view)).toBe('')
})

test('runs that go are those that wait and those that run', () => {
  expect(statesOf('going')).toEqual(['queued', 'running'])
  expect(statesOf('failed')).toEqual(['failed'])
  expect(statesOf(null)).toEqual([])
})
