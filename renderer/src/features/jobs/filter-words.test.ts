import { describe, expect, test } from 'vitest'
import { CampaignId, CompanyId, SourceId } from '../../../../main/contract/ids.ts'
import { JobFilter, UNSTATED } from '../../../../main/contract/job-filter.ts'
import { JOB_STATUSES, JOB_TYPES } from '../../../../main/contract/values.ts'
import { chipsOf, cleared, type Names, payWords, widenings } from './filter-words.ts'
import { type JobsView, jobsQuery, PLAIN_VIEW } from './jobs-view.ts'

const names: Names = {
  campaign: id => (id === 1 ? 'Backend' : undefined),
  company: id => (id === 7 ? 'Northlight' : undefined),
  source: () => undefined,
}
const words = (view: Partial<JobsView>) => chipsOf({ ...PLAIN_VIEW, ...view }, names).map(one => one.words)

/** Every part of a filter, narrowing something. */
const EVERYTHING: JobsView = {
  ...PLAIN_VIEW,
  text: 'welder',
  campaignId: CampaignId.parse(1),
  statuses: ['applied'],
  favourite: true,
  ineligible: true,
  companyId: CompanyId.parse(7),
  foundSince: '2026-11-01T00:00:00.000Z',
  foundUntil: '2026-11-21T00:00:00.000Z',
  postedSince: '2026-11-01T00:00:00.000Z',
  companyIds: [CompanyId.parse(7)],
  sourceIds: [SourceId.parse(3)],
  foundBy: [CampaignId.parse(1)],
  remote: ['remote'],
  jobTypes: ['contract'],
  levels: ['senior'],
  countries: ['GB'],
  cities: ['Leeds'],
  salary: { low: 1, high: null, currency: 'EUR', unstated: false },
  minScore: 70,
  minMatch: 60,
  unread: true,
  open: true,
}

describe('chips', () => {
  test('there are none for the plain view, nor for words and order', () => {
    expect(words({})).toEqual([])
    expect(words({ text: 'welder', sort: 'newest', reversed: true })).toEqual([])
  })

  test('name each value, and take only that one away', () => {
    const view: JobsView = {
      ...PLAIN_VIEW,
      remote: ['remote', UNSTATED],
      countries: ['GB'],
      cities: ['Leeds'],
    }
    const chips = chipsOf(view, names)
    expect(chips.map(one => one.words)).toEqual(['Remote', 'Remote not stated', 'United Kingdom', 'Leeds'])
    expect(chips[0]?.without).toEqual({ ...view, remote: [UNSTATED] })
    expect(new Set(chips.map(one => one.key)).size).toBe(4)
  })

  test('gather a part with many values', () => {
    expect(words({ jobTypes: [...JOB_TYPES] })).toEqual(['5 types'])
  })

  test('say names where they are known', () => {
    expect(words({ campaignId: CampaignId.parse(1), companyIds: [CompanyId.parse(7)] })).toEqual([
      'Backend',
      'Northlight',
    ])
    expect(words({ companyId: CompanyId.parse(8) })).toEqual(['One company'])
  })

  test('taken away one by one lead to a view that only searches', () => {
    let view = EVERYTHING
    const parts = new Set<string>()
    for (let chip = chipsOf(view, names)[0]; chip; chip = chipsOf(view, names)[0]) {
      parts.add(chip.part)
      view = chip.without
    }
    expect(view).toEqual(cleared(EVERYTHING))
    expect([...parts, 'text'].sort()).toEqual([...JobFilter.keyof().options].sort())
  })
})

test('pay is said with its ends and its currency', () => {
  const pay = { low: 60_000, high: 75_000, currency: 'EUR', unstated: false }
  expect(payWords(pay)).toBe('€60,000–75,000')
  expect(payWords({ ...pay, low: null })).toBe('up to €75,000')
  expect(payWords({ ...pay, high: null, unstated: true })).toBe('from €60,000 or not stated')
  expect(payWords({ ...pay, low: null, high: null })).toBe('stated pay (EUR)')
})

describe('ways to widen an empty list', () => {
  test('are those that help, with their numbers, in the order given', () => {
    const view = { ...PLAIN_VIEW, text: 'welder ', favourite: true }
    const found = widenings(view, [
      { part: 'favourite', n: 12 },
      { part: 'text', n: 3 },
    ])
    expect(found.map(one => [one.verb, one.n])).toEqual([
      ['Show not only favourites', 12],
      ['Clear the search “welder”', 3],
    ])
    expect(found[1]?.view).toEqual({ ...view, text: '' })
  })

  test('take each narrowing part away while nothing is known, and only that one', () => {
    const found = widenings(EVERYTHING, undefined)
    const narrowing = JobFilter.keyof().options.filter(part => part !== 'ineligible')
    expect(found).toHaveLength(narrowing.length)
    for (const { view, n } of found) {
      expect(n).toBeNull()
      expect(jobsQuery(view).length).toBeLessThan(jobsQuery(EVERYTHING).length)
    }
  })

  test('offer the closed statuses only where none is chosen', () => {
    expect(widenings(PLAIN_VIEW, undefined).map(one => one.view.statuses)).toEqual([[...JOB_STATUSES]])
    const chosen = widenings({ ...PLAIN_VIEW, statuses: ['offer'] }, undefined)
    expect(chosen.map(one => one.verb)).toEqual(['Show all open statuses'])
  })

  test('offer what rules hide, where that would show anything', () => {
    const hidden = (view: Partial<JobsView>, n: number) =>
      widenings({ ...PLAIN_VIEW, ...view }, [], n).map(one => [one.verb, one.n])
    expect(hidden({}, 1_200)).toEqual([['Show hidden jobs too', 1_200]])
    expect(hidden({}, 0)).toEqual([])
    expect(hidden({ ineligible: true }, 3)).toEqual([])
    expect(hidden({ statuses: ['offer'] }, 3)).toEqual([])
  })
})
