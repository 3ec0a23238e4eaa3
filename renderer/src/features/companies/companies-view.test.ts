import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companiesQuery, readCompaniesView } from './companies-view.ts'

test('the view comes back from its address as it was written', () => {
  const views = fc.record({
    text: fc.string(),
    show: fc.constantFrom('all' as const, 'favourites' as const, 'blocked' as const),
    sort: fc.constantFrom('jobs' as const, 'name' as const),
  })
  fc.assert(
    fc.property(views, view => {
      expect(readCompaniesView(new URLSearchParams(companiesQuery(view)))).toEqual(view)
    }),
  )
})

test('what cannot be read counts as absent', () => {
  expect(readCompaniesView(new URLSearchParams('show=none&sort=size'))).toEqual({
    text: '',
    show: 'all',
    sort: 'jobs',
  })
})
