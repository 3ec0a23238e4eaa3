import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SearchWishes } from './adapter.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'
import { createTheMuse } from './themuse.ts'

const adapter = createTheMuse()
const JOBS = 'https://www.themuse.com/api/public/jobs'
const read = (body: unknown, { url = `${JOBS}?page=0`, wishes = {}, status = 200 } = {}) =>
  adapter.read(answerTo(url, typeof body === 'string' ? body : JSON.stringify(body), status), askFor(wishes))
const page = pageOf(read(sourceFixture('themuse/jobs.json')))

describe('what is asked for', () => {
  const asked = (wishes: Partial<SearchWishes>) =>
    new URL(adapter.firstRequest(askFor(wishes)).url).searchParams.getAll('location')

  it.each<[string, Partial<SearchWishes>, string[]]>([
    ['nothing but remote', { remoteOnly: true, locations: ['Boston, MA'] }, ['Flexible / Remote']],
    [
      'American cities',
      { country: 'US', locations: ['Boston, MA', ' New York, NY'] },
      ['Boston, MA', 'New York, NY', 'Flexible / Remote'],
    ],
    ['a city that may be written otherwise', { country: 'US', locations: ['Boston, MA', 'NYC'] }, []],
    ['another country', { country: 'GB', locations: ['London'] }, []],
    ['no place', { country: 'US' }, []],
  ])('%s', (_, wishes, expected) => {
    expect(asked(wishes)).toEqual(expected)
  })

  it('begins at page 0, newest first', () => {
    expect(adapter.firstRequest(askFor()).url).toBe(`${JOBS}?page=0&descending=true`)
  })
})

describe('paging', () => {
  const recent = [{ id: 1, name: 'Baker', publication_date: '2026-11-01T00:00:00Z' }]
  const old = [{ id: 1, name: 'Baker', publication_date: '2026-08-01T00:00:00Z' }]

  it('goes on to the last page with the same places', () => {
    const wishes = { remoteOnly: true }
    expect(pageOf(read({ page: 0, page_count: 3, results: recent }, { wishes })).next).toBe(
      `${JOBS}?page=1&descending=true&location=Flexible+%2F+Remote`,
    )
    expect(pageOf(read({ page: 2, page_count: 3, results: recent })).next).toBeUndefined()
    expect(pageOf(read({ page: 1, page_count: 3, results: [] })).next).toBeUndefined()
  })

  it('counts by the address where the answer does not say its page', () => {
    expect(pageOf(read({ page_count: 9, results: recent }, { url: `${JOBS}?page=4` })).next).toMatch(/page=5/)
  })

  it('stops at the date window and after the most pages', () => {
    expect(pageOf(read({ page: 0, page_count: 9, results: old }))).toMatchObject({
      next: undefined,
      cut: false,
    })
    expect(
      pageOf(read({ page: 0, page_count: 9, results: recent }, { wishes: { dateWindowDays: 2 } })).next,
    ).toBeUndefined()
    expect(pageOf(read({ page: 24, page_count: 99, results: recent }))).toMatchObject({
      next: undefined,
      cut: true,
    })
  })
})

describe('reading a page', () => {
  it('keeps every readable posting and names the others', () => {
    expect(page.items).toHaveLength(9)
    expect(page.unread.map(one => one.reason)).toEqual([
      'Missing or unusable: name.',
      'Missing or unusable: id.',
      'Missing or unusable: the whole posting.',
    ])
  })

  it('reads places, level and text', () => {
    expect(page.posting('15000101')).toMatchObject({
      title: 'Senior Baker',
      company: 'Crumb & Crust',
      location_text: 'Boston, MA; New York, NY',
      structured: { seniority_level: 'senior' },
      description: expect.stringContaining('We bake bread for six cities.'),
      url: 'https://www.themuse.com/jobs/crumbandcrust/job-15000101',
      posted_at: '2026-10-30T12:01:41.000Z',
    })
    expect(page.posting('15000102').structured).toEqual({ remote_options: 'remote', seniority_level: 'mid' })
    expect(page.posting('15000105')).toMatchObject({
      title: 'Summer Apprentice & Helper',
      structured: { seniority_level: 'intern' },
    })
  })

  it('leaves out what is not clear', () => {
    expect(page.posting('15000103')).toMatchObject({
      location_text: 'Flexible / Remote; Chicago, IL',
      structured: {},
    })
    expect(page.posting('15000104').structured).toEqual({})
    expect(page.posting('15000107')).toMatchObject({
      company: '',
      location_text: '',
      description: '',
      url: null,
      posted_at: null,
    })
    expect(page.posting('15000108')).toMatchObject({ title: 'Bare Kneader' })
    expect(page.posting('15000109')).toMatchObject({
      location_text: 'Paris, France',
      url: null,
      structured: {},
    })
  })

  it('lets nothing dangerous through', () => {
    expect(page.posting('15000106').description_html).not.toMatch(/script|onclick|img|onmouseover/)
  })
})

it.each([
  [403, '{"code":403,"error":"rate limit"}', 'busy'],
  [400, '{"code":400}', 'unexpected'],
  [200, '{"results":{}}', 'changed'],
])('status %i with %j is %s', (status, body, code) => {
  expect(read(body, { status })).toMatchObject({ ok: false, error: { code } })
})

const real = (file: string) => new URL(`../../../../shared/data/payloads/themuse/${file}`, import.meta.url)
const files = ['job.sample.json', 'job2.sample.json'].map(real)

it.skipIf(!files.every(file => existsSync(file)))('reads recorded postings', () => {
  const results = files.map(file => readFileSync(file, 'utf8'))
  const recorded = pageOf(read(`{"page":0,"page_count":1,"results":[${results}]}`))
  expect(recorded.unread).toEqual([])
  expect(recorded.posting('14102864')).toMatchObject({
    title: 'Pharmacy Technician',
    company: 'CVS Health',
    location_text: 'Memphis, TN',
    posted_at: '2024-03-08T12:01:41.000Z',
  })
  expect(recorded.posting('10637098').company).toBe('Siemens')
})
