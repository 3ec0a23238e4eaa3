import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ask, SearchWishes, SourceReading, SourceResponse } from './adapter.ts'
import type { NoConfig } from './board.ts'
import { createUsaJobs } from './usajobs.ts'

const adapter = createUsaJobs()
const WISHES: SearchWishes = {
  query: 'harbor planning OR lock keeper',
  country: 'US',
  locations: ['Norfolk, Virginia', 'Savannah, Georgia'],
  remoteOnly: false,
  dateWindowDays: 14,
}
const ask = (wishes: Partial<SearchWishes> = {}): Ask<NoConfig> => ({
  config: {},
  wishes: { ...WISHES, ...wishes },
  now: '2026-11-01T00:00:00.000Z',
})
const fixture = readFileSync(
  new URL('../../../tests/fixtures/sources/usajobs/search.json', import.meta.url),
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
const found = adapter.read(answer(fixture), ask())

function posting(reading: SourceReading, end: string) {
  const item = reading.ok ? reading.items.find(one => one.sourceKey.endsWith(end)) : undefined
  if (item === undefined) throw new Error(`no posting ${end}`)
  return item.posting
}

const parameters = (wishes: Partial<SearchWishes>) =>
  Object.fromEntries(new URL(adapter.firstRequest(ask(wishes)).url).searchParams)

describe('what is asked', () => {
  it('the first alternative in all places', () => {
    expect(adapter.firstRequest(ask()).url).toMatch(/^https:\/\/data\.usajobs\.gov\/api\/search\?/)
    expect(parameters({})).toEqual({
      Keyword: 'harbor planning',
      LocationName: 'Norfolk, Virginia;Savannah, Georgia',
      DatePosted: '14',
      ResultsPerPage: '250',
      Page: '1',
      Fields: 'Full',
    })
  })

  it('remote jobs, a longer window, another country', () => {
    expect(parameters({ remoteOnly: true })).toMatchObject({ RemoteIndicator: 'True' })
    expect(parameters({ remoteOnly: true })).not.toHaveProperty('LocationName')
    expect(parameters({ dateWindowDays: 365 }).DatePosted).toBe('60')
    expect(parameters({ country: 'DE', locations: [] }).LocationName).toBe('Germany')
    expect(parameters({ locations: [] })).not.toHaveProperty('LocationName')
  })

  it('with e-mail address and key in headers, and nowhere else', () => {
    const request = adapter.firstRequest(ask())
    const authorised = adapter.authorise?.(request, { email: 'ada@example.org', authorization_key: 'k-123' })
    expect(authorised?.headers).toMatchObject({
      'user-agent': 'ada@example.org',
      'authorization-key': 'k-123',
    })
    expect(authorised?.url).toBe(request.url)
    expect(JSON.stringify(request)).not.toMatch(/k-123|ada@/)
  })
})

describe('pages', () => {
  const next = (page: number, keyword: string, all: number) => {
    const url = new URL(adapter.firstRequest(ask()).url)
    url.searchParams.set('Page', String(page))
    url.searchParams.set('Keyword', keyword)
    const body = JSON.parse(fixture)
    const { SearchResult: result } = body
    result.SearchResultCountAll = all
    const onPage = Math.max(0, Math.min(250, all - (page - 1) * 250))
    result.SearchResultItems = Array.from({ length: onPage }, () => result.SearchResultItems[0])
    const reading = adapter.read(answer(JSON.stringify(body), url.href), ask())
    if (!reading.ok) throw new Error(reading.error.message)
    const following = reading.next === undefined ? null : new URL(reading.next.url).searchParams
    return [following?.get('Page'), following?.get('Keyword'), reading.cut]
  }

  it('follow one another to the last, then the next alternative', () => {
    expect(next(1, 'harbor planning', 600)).toEqual(['2', 'harbor planning', undefined])
    expect(next(3, 'harbor planning', 600)).toEqual(['1', 'lock keeper', undefined])
    expect(next(1, 'lock keeper', 9)).toEqual([undefined, undefined, undefined])
  })

  it('end after eight, and say so', () => {
    expect(next(8, 'lock keeper', 9000)).toEqual([undefined, undefined, true])
  })
})

describe('reading announcements', () => {
  it('keeps every readable one and names the others', () => {
    if (!found.ok) throw new Error(found.error.message)
    expect(found.items).toHaveLength(7)
    expect(found.unread).toMatchObject([
      { index: 7, reason: 'Missing or unusable: MatchedObjectDescriptor.PositionTitle.' },
      { index: 8, reason: 'Missing or unusable: MatchedObjectId.' },
    ])
  })

  it('reads text, place, addresses and dates', () => {
    expect(posting(found, '01')).toMatchObject({
      id: '820000001',
      title: 'Harbor Planning Specialist',
      company: 'Harbor Administration',
      location_text: 'Norfolk, Virginia',
      url: 'https://www.usajobs.gov/job/820000001',
      apply_url: 'https://www.usajobs.gov/job/820000001?PostingChannelID=RESTAPI',
      posted_at: '2026-10-20T00:00:00.000Z',
      closed_at: '2026-11-20T23:59:59.000Z',
      description:
        'Telework eligible: no\n\nSummary: You will plan the arrivals of every vessel – large and small – in the harbor.\n\nDuties\n\n- Plan berths with pilots & tug masters\n- Keep the tide tables right\n\nRequirements: You must be a U.S. Citizen.\n\nQualifications: One year of specialized experience at the next lower grade, such as planning berths.',
      structured: {
        office_city: 'Norfolk',
        office_province: 'Virginia',
        office_country: 'US',
        salary_low: 84012,
        salary_high: 109213,
        compensation_currency: 'USD',
        salary_period: 'year',
        job_type: 'full-time',
      },
    })
  })

  it('reads the parts that are HTML as HTML', () => {
    const { description, description_html, structured, location_text } = posting(found, '03')
    expect(description).toContain(
      'Who may apply: United States Citizens\nTelework eligible: yes\nSecurity clearance: Secret',
    )
    expect(description).toContain('Summary: Model tides.\n\nDuties\n\n- Build models\n- Explain them')
    expect(description_html).toContain('<h3>Summary</h3><p>Model <b>tides</b>.</p>')
    expect(structured).toMatchObject({ remote_options: 'remote', office_country: 'US' })
    expect(structured).not.toHaveProperty('office_city')
    expect(location_text).toBe('Anywhere in the U.S. (remote job)')
  })

  it('reads several places', () => {
    expect(posting(found, '02').location_text).toBe('Norfolk, Virginia; Savannah, Georgia')
    expect(posting(found, '02').structured).not.toHaveProperty('office_city')
    expect(posting(found, '07').location_text).toMatch(/^Harbor 1, Maine; .+ and 4 more places$/)
    expect(posting(found, '06').structured).toEqual({ office_country: 'US', job_type: 'full-time' })
  })

  it('reads pay by its codes and by the older words', () => {
    expect(posting(found, '02').structured).toMatchObject({
      salary_low: 31.5,
      salary_high: 36.8,
      salary_period: 'hour',
    })
    expect(posting(found, '04').structured).toMatchObject({
      salary_low: 150000,
      salary_high: 240000,
      salary_period: 'year',
    })
    expect(posting(found, '07').structured).toMatchObject({ salary_low: 90000, salary_high: 118000 })
    expect(posting(found, '05').structured).not.toHaveProperty('salary_low')
    expect(posting(found, '06').description).toMatch(/^Salary: \$1,810 - \$2,204 every two weeks\n/)
  })

  it('reads the type of work', () => {
    expect(posting(found, '02').structured?.job_type).toBe('temporary')
    expect(posting(found, '04').structured?.job_type).toBe('part-time')
    expect(posting(found, '05').structured?.job_type).toBe('internship')
  })

  it('is not changed by the rank in a search', () => {
    const again = adapter.read(
      answer(fixture.replaceAll('"RelevanceScore": 2.3', '"RelevanceScore": 7.1')),
      ask(),
    )
    if (!again.ok || !found.ok) throw new Error('not read')
    expect(again.items[0]?.raw).not.toBe(found.items[0]?.raw)
    expect(again.items.map(item => item.mark)).toEqual(found.items.map(item => item.mark))
  })
})

describe('answers that are no announcements', () => {
  it.each([
    [401, 'key_refused', false],
    [403, 'key_refused', false],
    [429, 'busy', true],
    [500, 'unavailable', true],
  ])('status %i is %s', (status, code, retryable) => {
    expect(adapter.read(answer('Unauthorized', undefined, status), ask())).toMatchObject({
      ok: false,
      error: { code, retryable },
    })
  })

  it.each([
    ['<html>', 'not_json'],
    ['{"SearchResult":{}}', 'changed'],
    ['[]', 'changed'],
  ])('%j is %s', (body, code) => {
    expect(adapter.read(answer(body), ask())).toMatchObject({ ok: false, error: { code } })
  })
})

const recorded = new URL(
  '../../../../shared/data/payloads/usajobs/matched_object_descriptor_2016.sample.json',
  import.meta.url,
)

it.skipIf(!existsSync(recorded))('reads a recorded announcement', () => {
  const { MatchedObjectDescriptor } = JSON.parse(readFileSync(recorded, 'utf8'))
  const body = { SearchResult: { SearchResultCountAll: 1, SearchResultItems: [{ MatchedObjectDescriptor }] } }
  const reading = adapter.read(answer(JSON.stringify(body)), ask({ query: 'physician' }))
  if (!reading.ok) throw new Error(reading.error.message)
  expect(reading.unread).toEqual([])
  expect(reading.items).toMatchObject([
    {
      sourceKey: '333412700',
      posting: {
        title: 'Staff Physician (MICU Hospitalist)',
        company: 'Veterans Affairs, Veterans Health Administration',
        location_text: 'Philadelphia, Pennsylvania',
        url: 'https://www.usajobs.gov/GetJob/ViewDetails/333412700',
        posted_at: '2016-07-14T00:00:00.000Z',
        closed_at: '2017-07-13T00:00:00.000Z',
        structured: {
          office_city: 'Philadelphia',
          office_province: 'Pennsylvania',
          office_country: 'US',
          salary_low: 150000,
          salary_high: 240000,
          compensation_currency: 'USD',
          salary_period: 'year',
          job_type: 'full-time',
        },
      },
    },
  ])
})
