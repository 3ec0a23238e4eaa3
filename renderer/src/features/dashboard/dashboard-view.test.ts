import { expect, test } from 'vitest'
import { dashboardParams, daysOfRange, readDashboardView } from './dashboard-view.ts'

const read = (query: string) => readDashboardView(new URLSearchParams(query))

test('an address says the range and the campaign; what it cannot mean is left out', () => {
  expect(read('')).toEqual({ range: '30', campaignId: null })
  expect(read('range=year&campaign=3')).toEqual({ range: 'year', campaignId: 3 })
  expect(read('range=12&campaign=x')).toEqual({ range: '30', campaignId: null })
  expect(read('campaign=-1').campaignId).toBeNull()
})

test('the plain view has a plain address, and every view comes back from its own', () => {
  expect(dashboardParams(read(''))).toEqual({})
  for (const query of ['range=7', 'range=90&campaign=12', 'campaign=4', 'range=year']) {
    const view = read(query)
    expect(readDashboardView(new URLSearchParams(dashboardParams(view)))).toEqual(view)
  }
})

test('a year is whole weeks', () => {
  expect(daysOfRange('year') % 7).toBe(0)
  expect(daysOfRange('90')).toBe(90)
})
