import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CampaignId, CompanyId, SourceId } from '../../../../main/contract/ids.ts'
import { ANY_JOB, JobFilter, JobSort, UNSTATED } from '../../../../main/contract/job-filter.ts'
import {
  JOB_STATUSES,
  JOB_TYPES,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../../../../main/contract/values.ts'
import {
  filterOf,
  isNarrowed,
  type JobsView,
  jobsQuery,
  knownTotal,
  PLAIN_VIEW,
  readJobsView,
  viewOf,
} from './jobs-view.ts'

const id = fc.integer({ min: 1 })
const instants = fc.option(
  fc
    .oneof(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
      fc.constant(new Date('2026-11-21')),
    )
    .map(date => date.toISOString()),
)
const letters = (length: number) =>
  fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: length, maxLength: length })
    .map(one => one.join(''))
const few = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { maxLength: 6 })
const yearly = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }))
const score = fc.option(fc.integer({ min: 0, max: 100 }))

const views: fc.Arbitrary<JobsView> = fc.record({
  text: fc.string(),
  campaignId: fc.option(id.map(n => CampaignId.parse(n))),
  statuses: fc.subarray([...JOB_STATUSES]),
  favourite: fc.boolean(),
  ineligible: fc.boolean(),
  companyId: fc.option(id.map(n => CompanyId.parse(n))),
  foundSince: instants,
  foundUntil: instants,
  postedSince: instants,
  companyIds: few(id.map(n => CompanyId.parse(n))),
  sourceIds: few(id.map(n => SourceId.parse(n))),
  foundBy: few(id.map(n => CampaignId.parse(n))),
  remote: fc.subarray([...REMOTE_OPTIONS, UNSTATED]),
  jobTypes: fc.subarray([...JOB_TYPES, UNSTATED]),
  levels: fc.subarray([...SENIORITY_LEVELS, UNSTATED]),
  countries: few(fc.oneof(letters(2), fc.constant(UNSTATED))),
  cities: few(
    fc
      .string({ minLength: 1, maxLength: 40 })
      .map(text => text.trim())
      .filter(text => text !== ''),
  ),
  salary: fc.option(fc.record({ low: yearly, high: yearly, currency: letters(3), unstated: fc.boolean() })),
  minScore: score,
  minMatch: score,
  unread: fc.boolean(),
  open: fc.boolean(),
  sort: fc.constantFrom(...JobSort.options),
  reversed: fc.boolean(),
})

const read = (query: string) => readJobsView(new URLSearchParams(query))

describe('the view in the address', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(views, view => {
        expect(read(jobsQuery(view))).toEqual(view)
      }),
    )
  })

  test('holds every part of a filter, each by itself', () => {
    fc.assert(
      fc.property(views, view => {
        for (const part of JobFilter.keyof().options) {
          const one = { ...PLAIN_VIEW, [part]: view[part] }
          expect(read(jobsQuery(one))).toEqual(one)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('is a filter that the core takes', () => {
    fc.assert(
      fc.property(views, view => {
        const filter = filterOf(view)
        expect(JobFilter.parse(filter)).toEqual(filter)
      }),
    )
  })

  test('of anything at all is a filter that the core takes', () => {
    const names =
      'q campaign status company since until posted companies sources by remote type level country city pay nopay score match sort'.split(
        ' ',
      )
    const parts = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ maxLength: 200 })))
    fc.assert(
      fc.property(parts, given => {
        expect(JobFilter.safeParse(filterOf(readJobsView(new URLSearchParams(given)))).success).toBe(true)
      }),
    )
  })

  test('is empty for the plain view and readable otherwise', () => {
    expect(jobsQuery(PLAIN_VIEW)).toBe('')
    expect(jobsQuery({ ...PLAIN_VIEW, statuses: ['applied', 'offer'], sort: 'newest' })).toBe(
      '?status=applied,offer&sort=newest',
    )
    const paid = {
      ...PLAIN_VIEW,
      remote: ['remote' as const],
      salary: { low: 100_000, high: null, currency: 'USD', unstated: true },
      cities: ['Leeds', 'Washington, DC'],
      foundSince: '2026-11-21T00:00:00.000Z',
      reversed: true,
    }
    expect(jobsQuery(paid)).toBe(
      '?since=2026-11-21&remote=remote&city=Leeds&city=Washington,+DC&pay=100000..USD&nopay=1&reversed=1',
    )
  })

  test('ignores what it cannot read', () => {
    expect(
      read(
        'campaign=abc&status=gone,applied&since=never&sort=size&score=101&pay=1..2&companies=x,0,3,3&country=xx,GB',
      ),
    ).toEqual({ ...PLAIN_VIEW, statuses: ['applied'], companyIds: [3], countries: ['GB'] })
    expect(read(`q=${'x'.repeat(20_000)}`).text).toHaveLength(10_000)
  })

  test('of a filter from elsewhere has one order, whatever its own', () => {
    const filter = { ...ANY_JOB, statuses: ['offer', 'applied', 'offer'] as JobsView['statuses'] }
    expect(viewOf(filter, 'newest')).toEqual({
      ...PLAIN_VIEW,
      statuses: ['applied', 'offer'],
      sort: 'newest',
    })
  })
})

test('a view is narrowed by its filter, not by words or order', () => {
  expect(isNarrowed({ ...PLAIN_VIEW, text: 'welder', sort: 'newest', reversed: true })).toBe(false)
  expect(isNarrowed({ ...PLAIN_VIEW, open: true })).toBe(true)
  expect(isNarrowed({ ...PLAIN_VIEW, minScore: 0 })).toBe(true)
})

describe('the known total', () => {
  const counts = { byStatus: { waiting: 5, applied: 2, archived: 40 }, ineligible: 3 }

  test('leaves rejected and archived out unless they are asked for', () => {
    expect(knownTotal(PLAIN_VIEW, counts)).toBe(7)
    expect(knownTotal({ ...PLAIN_VIEW, sort: 'salary', reversed: true }, counts)).toBe(7)
    expect(knownTotal({ ...PLAIN_VIEW, statuses: ['archived', 'offer'] }, counts)).toBe(40)
  })

  test('counts what rules hide where it is shown', () => {
    expect(knownTotal({ ...PLAIN_VIEW, ineligible: true }, counts)).toBe(10)
    expect(knownTotal({ ...PLAIN_VIEW, ineligible: true, statuses: ['applied'] }, counts)).toBe(2)
  })

  test('is unknown under any further filter', () => {
    expect(knownTotal({ ...PLAIN_VIEW, text: 'go' }, counts)).toBeNull()
    expect(knownTotal({ ...PLAIN_VIEW, remote: ['remote'] }, counts)).toBeNull()
    expect(knownTotal({ ...PLAIN_VIEW, favourite: true }, counts)).toBeNull()
  })
})
