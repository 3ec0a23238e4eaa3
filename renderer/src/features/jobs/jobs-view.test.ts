import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CampaignId, CompanyId } from '../../../../main/contract/ids.ts'
import { JOB_STATUSES } from '../../../../main/contract/values.ts'
import { jobsQuery, knownTotal, PLAIN_VIEW, readJobsView, widenings } from './jobs-view.ts'

const views = fc.record({
  text: fc.string(),
  campaignId: fc.option(fc.integer({ min: 1 }).map(n => CampaignId.parse(n))),
  statuses: fc.subarray([...JOB_STATUSES]),
  favourite: fc.boolean(),
  ineligible: fc.boolean(),
  companyId: fc.option(fc.integer({ min: 1 }).map(n => CompanyId.parse(n))),
  foundSince: fc.option(
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
      .map(date => date.toISOString()),
  ),
  sort: fc.constantFrom('score' as const, 'newest' as const, 'salary' as const),
})

describe('the view in the address', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(views, view => {
        expect(readJobsView(new URLSearchParams(jobsQuery(view)))).toEqual(view)
      }),
    )
  })

  test('is empty for the plain view and readable otherwise', () => {
    expect(jobsQuery(PLAIN_VIEW)).toBe('')
    expect(jobsQuery({ ...PLAIN_VIEW, statuses: ['applied', 'offer'], sort: 'newest' })).toBe(
      '?status=applied,offer&sort=newest',
    )
  })

  test('ignores what it cannot read', () => {
    const params = new URLSearchParams('campaign=abc&status=gone,applied&since=never&sort=size')
    expect(readJobsView(params)).toEqual({ ...PLAIN_VIEW, statuses: ['applied'] })
  })
})

describe('widenings', () => {
  test('take each filter that is set away, and only that one', () => {
    const view = { ...PLAIN_VIEW, text: 'welder ', favourite: true }
    const found = widenings(view)
    expect(found.map(one => one.verb)).toEqual([
      'Clear the search “welder”',
      'Show not only favourites',
      'Include rejected and archived',
    ])
    expect(found[0]?.view).toEqual({ ...view, text: '' })
  })

  test('offer the closed statuses only where none is chosen', () => {
    expect(widenings({ ...PLAIN_VIEW, statuses: ['offer'] }).map(one => one.verb)).toEqual([
      'Show all open statuses',
    ])
  })

  test('offer what rules hide, where that would show anything', () => {
    const [first] = widenings(PLAIN_VIEW, 1_200)
    expect(first).toEqual({ verb: 'Show 1,200 hidden jobs', view: { ...PLAIN_VIEW, ineligible: true } })
    const verbs = (view: Partial<typeof PLAIN_VIEW>) =>
      widenings({ ...PLAIN_VIEW, ...view }, 1).map(one => one.verb)
    expect(verbs({})).toContain('Show 1 hidden job')
    expect(verbs({ ineligible: true })).not.toContain('Show 1 hidden job')
    expect(verbs({ statuses: ['offer'] })).not.toContain('Show 1 hidden job')
  })
})

describe('the known total', () => {
  const counts = { byStatus: { waiting: 5, applied: 2, archived: 40 }, ineligible: 3 }

  test('leaves rejected and archived out unless they are asked for', () => {
    expect(knownTotal(PLAIN_VIEW, counts)).toBe(7)
    expect(knownTotal({ ...PLAIN_VIEW, statuses: ['archived', 'offer'] }, counts)).toBe(40)
  })

  test('counts what rules hide where it is shown', () => {
    expect(knownTotal({ ...PLAIN_VIEW, ineligible: true }, counts)).toBe(10)
    expect(knownTotal({ ...PLAIN_VIEW, ineligible: true, statuses: ['applied'] }, counts)).toBe(2)
  })

  test('is unknown under a search', () => {
    expect(knownTotal({ ...PLAIN_VIEW, text: 'go' }, counts)).toBeNull()
  })
})
