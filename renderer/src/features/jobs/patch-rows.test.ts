import { describe, expect, test } from 'vitest'
import { CompanyId, JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { flatRows, inversePatches, patchPages } from './patch-rows.ts'

const row = (id: number, more: Partial<JobRow> = {}): JobRow => ({
  id: JobId.parse(id),
  title: `Job ${id}`,
  company: 'Northwind',
  companyId: CompanyId.parse(1),
  location: 'Leeds',
  status: 'waiting',
  favourite: false,
  unread: true,
  closed: false,
  score: 50,
  lessSure: false,
  campaignId: null,
  match: null,
  ineligible: false,
  salary_low: null,
  salary_high: null,
  compensation_currency: null,
  salary_period: null,
  remote_options: null,
  job_type: null,
  seniority_level: null,
  postedAt: '2026-11-01T00:00:00.000Z',
  foundAt: '2026-11-01T00:00:00.000Z',
  ...more,
})
const pages = [
  { rows: [row(1), row(2, { status: 'applied' })], cursor: 'a' },
  { rows: [row(3)], cursor: null },
]
const data = { pages, pageParams: [null, 'a'] }

describe('patches', () => {
  test('change only the named rows and keep the other pages as they are', () => {
    const patched = patchPages(data, new Map([[JobId.parse(3), { favourite: true }]]))
    expect(patched.pages[0]).toBe(pages[0])
    expect(patched.pages[1]?.rows[0]?.favourite).toBe(true)
  })

  test('their inverse brings everything back', () => {
    const rows = [row(1), row(2, { status: 'applied' })]
    const patch = { status: 'offer' as const }
    const there = patchPages(data, new Map(rows.map(one => [one.id, patch])))
    expect(patchPages(there, inversePatches(rows, patch))).toEqual(data)
  })
})

test('a row that two pages hold is shown once', () => {
  const twice = [...pages, { rows: [row(3), row(4)], cursor: null }]
  expect(flatRows(twice).map(one => Number(one.id))).toEqual([1, 2, 3, 4])
})
