import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ask, SearchWishes, SourceReading, SourceResponse } from './adapter.ts'
import { AdzunaConfig, createAdzuna } from './adzuna.ts'

const adapter = createAdzuna()
const WISHES: SearchWishes = {
  query: 'harbour planner OR berth planner',
  country: 'GB',
  locations: ['Edinburgh'],
  remoteOnly: false,
  dateWindowDays: 14,
}
const ask = (wishes: Partial<SearchWishes> = {}): Ask<AdzunaConfig> => ({
  config: { country: 'GB' },
  wishes: { ...WISHES, ...wishes },
  now: '2026-11-01T00:00:00.000Z',
})
const fixture = readFileSync(
  new URL('../../../tests/fixtures/sources/adzuna/results.json', import.meta.url),
  'utf8',
)

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
const results = adapter.read(answer(fixture), ask())

function posting(reading: SourceReading, end: string) {
  const item = reading.ok ? reading.items.find(one => one.sourceKey.endsWith(end)) : undefined
  if (item === undefined) throw new Error(`no posting ${end}`)
  return item.posting
}

describe('what is asked', () => {
  it('the first alternative in the first place of the campaign’s country', () => {
    const url = new URL(adapter.firstRequest(ask()).url)
    expect(url.origin + url.pathname).toBe('https://api.adzuna.com/v1/api/jobs/gb/search/1')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      results_per_page: '50',
      what: 'harbour planner',
      where: 'Edinburgh',
      max_days_old: '14',
      sort_by: 'date',
      'content-type': 'application/json',
    })
  })

  it('the source’s country where the campaign names none', () => {
    const config = AdzunaConfig.parse({ country: 'de' })
    expect(adapter.firstRequest({ ...ask({ country: null }), config }).url).toContain('/jobs/de/search/1')
    expect(AdzunaConfig.safeParse({ country: 'CZ' }).success).toBe(false)
  })

  it('remote work by its word, in no place', () => {
    const url = new URL(adapter.firstRequest(ask({ remoteOnly: true, query: 'planner' })).url)
    expect(url.searchParams.get('what')).toBe('planner remote')
    expect(url.searchParams.has('where')).toBe(false)
  })

  it('with id and key in the query, and nowhere before', () => {
    const request = adapter.firstRequest(ask())
    const url = new URL(adapter.authorise?.(request, { app_id: 'id-1', app_key: 'k-123' }).url ?? '')
    expect(url.searchParams.get('app_id')).toBe('id-1')
    expect(url.searchParams.get('app_key')).toBe('k-123')
    expect(url.searchParams.get('where')).toBe('Edinburgh')
    expect(request.url).not.toMatch(/app_id|app_key/)
  })
})

describe('pages', () => {
  const full = JSON.stringify({
    results: Array.from({ length: 50 }, (_, at) => ({ id: at, title: `Planner ${at}` })),
  })
  const next = (page: number, what: string, body: string, wishes: Partial<SearchWishes> = {}) => {
    const request = adapter.firstRequest(ask(wishes))
    const url = new URL(adapter.authorise?.(request, { app_id: 'id-1', app_key: 'k-123' }).url ?? '')
    url.pathname = `/v1/api/jobs/gb/search/${page}`
    url.searchParams.set('what', what)
    const reading = adapter.read(answer(body, url.href), ask(wishes))
    if (!reading.ok) throw new Error(reading.error.message)
    const following = reading.next === undefined ? null : new URL(reading.next.url)
    expect(following?.href ?? '').not.toMatch(/app_id|app_key|k-123/)
    return [following?.pathname.split('/').at(-1), following?.searchParams.get('what'), reading.cut]
  }

  it('follow one another while they are full, then the next alternative', () => {
    expect(next(1, 'harbour planner', full)).toEqual(['2', 'harbour planner', undefined])
    expect(next(2, 'harbour planner', fixture)).toEqual(['1', 'berth planner', undefined])
    expect(next(1, 'berth planner', fixture)).toEqual([undefined, undefined, undefined])
  })

  it('end after four, and say so', () => {
    expect(next(4, 'harbour planner', full)).toEqual(['1', 'berth planner', true])
    expect(next(4, 'berth planner', full)).toEqual([undefined, undefined, true])
  })

  it('of remote searches are found again', () => {
    expect(next(1, 'harbour planner remote', fixture, { remoteOnly: true, locations: [] })).toEqual([
      '1',
      'berth planner remote',
      undefined,
    ])
  })
})

describe('reading results', () => {
  it('keeps every readable posting and names the others', () => {
    if (!results.ok) throw new Error(results.error.message)
    expect(results.items).toHaveLength(4)
    expect(results.unread).toMatchObject([
      { index: 4, reason: 'Missing or unusable: company.display_name.' },
      { index: 5, reason: 'Missing or unusable: title.' },
      { index: 6, reason: 'Missing or unusable: the whole posting.' },
    ])
  })

  it('reads title, company, place, addresses and date', () => {
    expect(posting(results, '01')).toMatchObject({
      title: 'Senior Harbour Planner',
      company: 'Tidemark Ports Ltd',
      location_text: 'Leith, Edinburgh',
      description: expect.stringMatching(/^We look for somebody .+…$/),
      url: 'https://www.adzuna.co.uk/jobs/details/4500000001',
      apply_url: expect.stringContaining('https://www.adzuna.co.uk/jobs/land/ad/4500000001?'),
      posted_at: '2026-10-28T04:14:28.000Z',
      industry: 'Logistics & Warehouse Jobs',
      board_country: 'GB',
    })
    expect(posting(results, '02')).toMatchObject({
      title: 'Harbour Planner & Pilot Liaison',
      company: 'EUROQUAY LTD',
    })
    expect(posting(results, '03').url).toBe('https://www.adzuna.co.uk/jobs/details/4500000003')
    expect(posting(results, '04')).toMatchObject({ location_text: 'UK' })
  })

  it('takes pay only where the posting states it', () => {
    expect(posting(results, '01').structured).toEqual({
      office_country: 'GB',
      job_type: 'full-time',
      salary_low: 41000,
      salary_high: 46500,
      compensation_currency: 'GBP',
      salary_period: 'year',
    })
    expect(posting(results, '02').structured).toEqual({ office_country: 'GB', job_type: 'contract' })
    expect(posting(results, '03').structured).toMatchObject({ job_type: 'part-time', salary_low: 24000 })
    expect(posting(results, '04').structured).toEqual({ office_country: 'GB' })
  })

  it('is not changed by links that are made anew', () => {
    const again = adapter.read(
      answer(fixture.replaceAll('se=Fixture', 'se=Other').replaceAll('v=0F', 'v=1A')),
      ask(),
    )
    if (!again.ok || !results.ok) throw new Error('not read')
    expect(again.items.map(item => item.mark)).toEqual(results.items.map(item => item.mark))
    expect(again.items[0]?.raw).not.toBe(results.items[0]?.raw)
  })
})

describe('answers that are no results', () => {
  it('a country that it does not cover is said plainly', () => {
    const reading = adapter.read(
      answer('{"exception":"UNSUPPORTED_COUNTRY"}', undefined, 400),
      ask({ country: 'CZ' }),
    )
    expect(reading).toMatchObject({
      ok: false,
      error: {
        code: 'not_found',
        retryable: false,
        message: expect.stringMatching(/^Adzuna has no jobs in Czechia\. It covers Austria, Australia, /),
      },
    })
  })

  it.each([
    [401, 'key_refused', false],
    [403, 'key_refused', false],
    [429, 'busy', true],
    [503, 'unavailable', true],
    [400, 'unexpected', false],
  ])('status %i is %s', (status, code, retryable) => {
    expect(adapter.read(answer('{"exception":"AUTH_FAIL"}', undefined, status), ask())).toMatchObject({
      ok: false,
      error: { code, retryable },
    })
  })

  it.each([
    ['<html>', 'not_json'],
    ['{"count":3}', 'changed'],
  ])('%j is %s', (body, code) => {
    expect(adapter.read(answer(body), ask())).toMatchObject({ ok: false, error: { code } })
  })
})

const recorded = new URL('../../../../shared/data/payloads/adzuna/search_2022.json', import.meta.url)

it.skipIf(!existsSync(recorded))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(recorded)), ask())
  if (!reading.ok) throw new Error(reading.error.message)
  expect(reading.unread).toEqual([])
  expect(reading.items).toHaveLength(10)
  for (const { posting: one } of reading.items) {
    expect(one.structured).not.toHaveProperty('salary_low')
    expect(one.company).not.toBe('')
    expect(one.url).toMatch(/^https:\/\/www\.adzuna\.co\.uk\/jobs\/details\/\d+$/)
  }
})
