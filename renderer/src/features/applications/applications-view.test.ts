import { expect, test } from 'vitest'
import {
  applicationFilterOf,
  applicationsQuery,
  OPEN_COLUMNS,
  readApplicationsView,
} from './applications-view.ts'

const read = (query: string) => readApplicationsView(new URLSearchParams(query))

test('a view comes back from its address as it was', () => {
  for (const query of [
    '',
    '?status=applied,interview&days=30&company=4&sort=company&job=12',
    '?from=2026-11-01&to=2026-11-09&column=offer',
    '?to=2026-11-09',
  ])
    expect(applicationsQuery(read(query))).toBe(query)
})

test('what an address says wrongly counts as absent', () => {
  const plain = read('')
  expect(
    read('?status=waiting,nonsense&days=8&from=tomorrow&company=x&sort=luck&column=waiting&job=-1'),
  ).toEqual(plain)
})

test('a span of days ends today, a custom one holds both of its days', () => {
  const midnight = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString()
  const week = applicationFilterOf(read('?days=7'), OPEN_COLUMNS, '2026-11-21')
  expect(week).toMatchObject({ since: midnight(2026, 11, 15), until: null, statuses: OPEN_COLUMNS })
  const custom = applicationFilterOf(read('?from=2026-11-01&to=2026-11-09&status=offer'), [], '2026-11-21')
  expect(custom).toMatchObject({
    since: midnight(2026, 11, 1),
    until: midnight(2026, 11, 10),
    statuses: ['offer'],
  })
})
