import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ResumeJob } from '../../contract/resumes.ts'
import { type Found, found } from './found.ts'
import { seniorityOf } from './seniority.ts'
import { yearsOf } from './years.ts'

const TODAY = '2026-11-22'

const job = (start: string, end: string, title = 'Nurse'): Found<ResumeJob> =>
  found({ company: 'Oakfield', title, start, end, place: '', bullets: [] }, 0.9, [])

const years = (...jobs: Found<ResumeJob>[]): number | null => yearsOf(jobs, TODAY)?.value ?? null

describe('years of work', () => {
  test('months count from the first to the last', () => {
    expect(years(job('2020-01', '2021-12'))).toBe(2)
    expect(years(job('2020-01', '2020-03'))).toBe(0.3)
  })

  test('positions side by side count once', () => {
    expect(years(job('2018-01', '2021-12'), job('2019-01', '2020-12'))).toBe(4)
    expect(years(job('2018-01', '2019-12'), job('2019-07', '2020-12'))).toBe(3)
  })

  test('times between positions do not count', () => {
    expect(years(job('2015-01', '2015-12'), job('2018-01', '2018-12'))).toBe(2)
  })

  test('what goes on counts until today', () => {
    expect(years(job('2024-12', 'present'))).toBe(2)
  })

  test('years alone: as long as their difference, a quarter when there is one', () => {
    expect(years(job('2016', '2018'))).toBe(2)
    expect(years(job('2016', '2016'))).toBe(0.3)
    expect(years(job('2012', '2017'), job('2017', 'present'))).toBe(14.9)
  })

  test('nothing without dates, and nothing of the future', () => {
    expect(years(job('', ''))).toBeNull()
    expect(years(job('2030-01', '2031-01'))).toBeNull()
    expect(years(job('2026-01', '2040-12'))).toBe(0.9)
  })

  const month = fc
    .tuple(fc.integer({ min: 1970, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`)
  const jobs = fc.array(fc.tuple(month, fc.oneof(month, fc.constant('present'))), {
    minLength: 1,
    maxLength: 12,
  })

  test('never more than from the first start until today, whatever the order', () => {
    fc.assert(
      fc.property(jobs, spans => {
        const read = spans.map(([start, end]) => job(start, end))
        const value = years(...read)
        expect(years(...[...read].reverse())).toBe(value)
        if (value === null) return
        const first = Math.min(
          ...spans.map(([start]) => Number(start.slice(0, 4)) + (Number(start.slice(5)) - 1) / 12),
        )
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(2026 + 11 / 12 - first + 0.1)
      }),
    )
  })

  test('a further position never takes years away', () => {
    fc.assert(
      fc.property(jobs, jobs, (some, more) => {
        const a = some.map(([start, end]) => job(start, end))
        const b = more.map(([start, end]) => job(start, end))
        expect(years(...a, ...b) ?? 0).toBeGreaterThanOrEqual(years(...a) ?? 0)
      }),
    )
  })
})

describe('the level of the newest position', () => {
  test('is named by its title', () => {
    expect(
      seniorityOf([job('2012', '2016', 'Junior Analyst'), job('2016', 'present', 'Senior Analyst')])?.value,
    ).toBe('senior')
    expect(seniorityOf([job('2020', 'present', 'Praktikantin im Einkauf')])?.value).toBe('intern')
  })

  test('is unknown when the title names none', () => {
    expect(
      seniorityOf([job('2020', 'present', 'Electrician'), job('2010', '2020', 'Senior Electrician')]),
    ).toBeNull()
    expect(seniorityOf([])).toBeNull()
  })
})
