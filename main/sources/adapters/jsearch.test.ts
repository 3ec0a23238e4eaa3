import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ask, SearchWishes, SourceReading, SourceResponse } from './adapter.ts'
import type { NoConfig } from './board.ts'
import { createJSearch } from './jsearch.ts'

const adapter = createJSearch()
const WISHES: SearchWishes = {
  query: '"berth planner" OR harbour planner',
  country: 'NL',
  locations: ['Rotterdam'],
  remoteOnly: false,
  dateWindowDays: 7,
}
const ask = (wishes: Partial<SearchWishes> = {}): Ask<NoConfig> => ({
  config: {},
  wishes: { ...WISHES, ...wishes },
  now: '2026-11-01T00:00:00.000Z',
})
const fixture = (page: number): Uint8Array =>
  readFileSync(new URL(`../../../tests/fixtures/sources/jsearch/page-${page}.json`, import.meta.url))

const answer = (
  body: string | Uint8Array,
  url = adapter.firstRequest(ask()).url,
  status = 200,
): SourceResponse => ({
  status,
  url,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})
const first = adapter.read(answer(fixture(1)), ask())
const second = adapter.read(answer(fixture(2)), ask())

function posting(reading: SourceReading, start: string) {
  const item = reading.ok ? reading.items.find(one => one.sourceKey.startsWith(start)) : undefined
  if (item === undefined) throw new Error(`no posting ${start}`)
  return item.posting
}

const parameters = (wishes: Partial<SearchWishes>) =>
  Object.fromEntries(new URL(adapter.firstRequest(ask(wishes)).url).searchParams)

describe('what is asked', () => {
  it('the query with its place, country and window', () => {
    expect(adapter.firstRequest(ask())).toMatchObject({
      url: expect.stringMatching(/^https:\/\/jsearch\.p\.rapidapi\.com\/search\?query=/),
      headers: { 'x-rapidapi-host': 'jsearch.p.rapidapi.com' },
    })
    expect(parameters({})).toEqual({
      query: 'berth planner OR harbour planner in Rotterdam',
      page: '1',
      num_pages: '1',
      country: 'nl',
      date_posted: 'week',
    })
  })

  it.each([
    [null, 'all'],
    [1, 'today'],
    [3, '3days'],
    [5, 'week'],
    [14, 'month'],
    [30, 'month'],
    [90, 'all'],
  ])('a window of %s days is %s', (dateWindowDays, wanted) => {
    expect(parameters({ dateWindowDays }).date_posted).toBe(wanted)
  })

  it('remote jobs only, in no place', () => {
    expect(parameters({ remoteOnly: true, country: null })).toMatchObject({
      query: 'berth planner OR harbour planner',
      remote_jobs_only: 'true',
    })
    expect(parameters({ query: ' ', locations: [], remoteOnly: false }).query).toBe('jobs')
  })

  it('with the key in a header, and nowhere else', () => {
    const request = adapter.firstRequest(ask())
    const authorised = adapter.authorise?.(request, { rapidapi_key: 'k-123' })
    expect(authorised?.headers).toMatchObject({ 'x-rapidapi-key': 'k-123', accept: 'application/json' })
    expect(authorised?.url).toBe(request.url)
    expect(JSON.stringify(request)).not.toContain('k-123')
  })
})

describe('pages', () => {
  const next = (
    page: number,
    body: Uint8Array | string,
    wishes: Partial<SearchWishes> = {},
    place = 'Rotterdam',
  ) => {
    const url = new URL(adapter.firstRequest(ask(wishes)).url)
    url.searchParams.set('page', String(page))
    url.searchParams.set('query', `berth planner OR harbour planner in ${place}`)
    const reading = adapter.read(answer(body, url.href), ask(wishes))
    if (!reading.ok) throw new Error(reading.error.message)
    const following = reading.next === undefined ? null : new URL(reading.next.url).searchParams
    return { page: following?.get('page'), query: following?.get('query'), cut: reading.cut }
  }

  it('follow one another until one is empty', () => {
    expect(next(1, fixture(1))).toMatchObject({ page: '2', cut: undefined })
    expect(next(3, '{"status":"OK","data":[]}')).toEqual({
      page: undefined,
      query: undefined,
      cut: undefined,
    })
  })

  it('end after five, and say so', () => {
    expect(next(5, fixture(1))).toEqual({ page: undefined, query: undefined, cut: true })
  })

  it('of the next place follow those of the first', () => {
    const wishes = { locations: ['Rotterdam', 'Antwerp'] }
    expect(next(2, '{"data":[]}', wishes)).toMatchObject({
      page: '1',
      query: 'berth planner OR harbour planner in Antwerp',
    })
    expect(next(2, '{"data":[]}', wishes, 'Antwerp')).toMatchObject({ page: undefined })
  })
})

describe('reading an answer', () => {
  it('keeps every readable posting and names the others', () => {
    if (!first.ok || !second.ok) throw new Error('not read')
    expect(first.items).toHaveLength(5)
    expect(second.items).toHaveLength(2)
    expect(second.unread).toMatchObject([
      { index: 2, reason: 'Missing or unusable: job_title.' },
      { index: 3, reason: 'Missing or unusable: the whole posting.' },
    ])
    expect(JSON.parse(first.items[0]?.raw ?? '')).toMatchObject({ job_posted_at: '3 days ago' })
  })

  it('reads text, place, addresses, dates and the board', () => {
    expect(posting(first, 'tm01')).toMatchObject({
      title: 'Berth Planner',
      company: 'Tidemark Ports',
      source: 'LinkedIn',
      location_text: 'Rotterdam, South Holland, NL',
      description: expect.stringContaining('• Plan berths with pilots and tug masters\n• Keep'),
      apply_url: 'https://careers.tidemark.example/jobs/100',
      posted_at: '2026-10-27T12:36:32.000Z',
      closed_at: '2026-12-26T12:36:32.000Z',
      industry: 'Port and Harbor Operations',
      company_website: 'https://tidemark.example',
      structured: {
        office_city: 'Rotterdam',
        office_country: 'NL',
        job_type: 'full-time',
        skills: ['Planning', 'Tides'],
      },
    })
    expect(posting(first, 'tm02')).toMatchObject({
      company: 'Dockhand Staffing & Co',
      posted_at: '2026-10-29T02:00:00.000Z',
      industry: 'Staffing',
      apply_url: expect.stringContaining('indeed.example/jobs/view/200'),
    })
  })

  it('does not believe FULLTIME against the posting’s own words', () => {
    expect(posting(first, 'tm01').structured?.job_type).toBe('full-time')
    expect(posting(first, 'tm02').structured).not.toHaveProperty('job_type')
    expect(posting(first, 'tm03').structured).not.toHaveProperty('job_type')
    expect(posting(first, 'tm04').structured?.job_type).toBe('contract')
    expect(posting(second, 'tm06').structured?.job_type).toBe('part-time')
    expect(posting(second, 'tm07').structured?.job_type).toBe('internship')
  })

  it('takes pay only with its currency and period', () => {
    expect(posting(first, 'tm04').structured).toMatchObject({
      salary_low: 28.5,
      salary_high: 34,
      compensation_currency: 'EUR',
      salary_period: 'hour',
    })
    expect(posting(first, 'tm05').structured).toEqual({
      office_country: 'NL',
      job_type: 'full-time',
      remote_options: 'remote',
    })
    expect(posting(second, 'tm07').structured).toMatchObject({ salary_low: 1200, salary_period: 'month' })
  })

  it('leaves remote to the words where they speak of an office', () => {
    expect(posting(second, 'tm06').structured).not.toHaveProperty('remote_options')
    expect(posting(second, 'tm06').location_text).toBe('Rotterdam, Netherlands')
  })

  it('is not changed by words and links that change by themselves', () => {
    const changed = (values: Record<string, unknown>) => {
      const page = JSON.parse(new TextDecoder().decode(fixture(1)))
      Object.assign(page.data[0], values)
      const reading = adapter.read(answer(JSON.stringify(page)), ask())
      return reading.ok && first.ok ? reading.items[0]?.mark === first.items[0]?.mark : null
    }
    expect(
      changed({
        job_posted_at: '9 days ago',
        job_apply_link: 'https://www.linkedin.example/jobs/view/100?trk=z',
        job_apply_quality_score: 0.9,
        job_google_link: 'x',
        apply_options: [],
      }),
    ).toBe(true)
    expect(changed({ job_title: 'Senior Berth Planner' })).toBe(false)
    expect(changed({ job_description: 'Other text.' })).toBe(false)
  })

  it('reads the newer form of the answer', () => {
    const page = JSON.parse(new TextDecoder().decode(fixture(1)))
    const reading = adapter.read(
      answer(JSON.stringify({ status: 'OK', data: { jobs: page.data, cursor: 'x' } })),
      ask(),
    )
    expect(reading).toMatchObject({ ok: true, items: { length: 5 } })
  })
})

describe('answers that are no page', () => {
  it.each([
    [401, 'key_refused', false],
    [403, 'key_refused', false],
    [404, 'not_found', false],
    [429, 'busy', true],
    [500, 'unavailable', true],
    [400, 'unexpected', false],
  ])('status %i is %s', (status, code, retryable) => {
    const reading = adapter.read(answer('{"message":"no"}', undefined, status), ask())
    expect(reading).toMatchObject({ ok: false, error: { code, retryable } })
    if (code === 'key_refused')
      expect(reading).toMatchObject({ error: { message: expect.stringContaining('RapidAPI key') } })
  })

  it.each([
    ['<html>', 'not_json'],
    ['{"status":"OK"}', 'changed'],
    ['{"data":{"results":[]}}', 'changed'],
  ])('%j is %s', (body, code) => {
    expect(adapter.read(answer(body), ask())).toMatchObject({ ok: false, error: { code } })
  })
})

const recorded = new URL('../../../../shared/data/payloads/jsearch/', import.meta.url)

it.skipIf(!existsSync(recorded))('reads recorded answers', () => {
  const files = readdirSync(recorded).filter(file => file.startsWith('search_'))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const reading = adapter.read(answer(readFileSync(new URL(file, recorded))), ask())
    if (!reading.ok) throw new Error(reading.error.message)
    expect(reading.unread, file).toEqual([])
    for (const { posting: one } of reading.items) {
      expect(one.company, file).not.toBe('')
      expect(one.source, file).not.toBeNull()
      expect(one.posted_at, file).not.toBeNull()
      expect(one.url, file).toMatch(/^https?:/)
    }
  }
})
