import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ask, SourceReading, SourceResponse } from './adapter.ts'
import { boardToken, createGreenhouse, GreenhouseConfig } from './greenhouse.ts'

const adapter = createGreenhouse()
const ask = (config: GreenhouseConfig = { board: 'tidemark' }): Ask<GreenhouseConfig> => ({
  config,
  wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null },
  now: '2026-11-01T00:00:00.000Z',
})
const fixture = new URL('../../../tests/fixtures/greenhouse/board.json', import.meta.url)

const answer = (body: string | Uint8Array, status = 200): SourceResponse => ({
  status,
  url: 'https://boards-api.greenhouse.io/v1/boards/tidemark/jobs?content=true',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})
const board = adapter.read(answer(readFileSync(fixture)), ask())

function posting(reading: SourceReading, id: number) {
  const item = reading.ok ? reading.items.find(one => one.sourceKey === String(id)) : undefined
  if (item === undefined) throw new Error(`no posting ${id}`)
  return item.posting
}

describe('what the person enters', () => {
  it.each([
    'tidemark',
    ' Tidemark ',
    'https://boards.greenhouse.io/tidemark',
    'boards.greenhouse.io/tidemark/jobs/7100101?gh_src=x',
    'https://job-boards.greenhouse.io/tidemark',
    'https://job-boards.eu.greenhouse.io/tidemark/jobs/1',
    'https://boards-api.greenhouse.io/v1/boards/tidemark/jobs?content=true',
    'https://api.greenhouse.io/v1/boards/tidemark',
    'https://boards.greenhouse.io/embed/job_board?for=tidemark&b=https%3A%2F%2Ftidemark.example',
    'https://boards.greenhouse.io/embed/job_app?token=1&for=Tidemark',
  ])('%s is the board tidemark', text => {
    expect(boardToken(text)).toBe('tidemark')
  })

  it.each([
    '',
    'two words',
    'https://boards.greenhouse.io/',
    'https://boards.greenhouse.io/embed/job_board',
    'https://evil.example/?for=tidemark',
    'https://notgreenhouse.io/tidemark',
    '../x',
    'a/../b',
  ])('%j is no board', text => {
    expect(boardToken(text)).toBeNull()
  })

  it('is checked with a sentence that helps', () => {
    expect(GreenhouseConfig.parse({ board: 'boards.greenhouse.io/tidemark' })).toEqual({ board: 'tidemark' })
    const refused = GreenhouseConfig.safeParse({ board: 'https://tidemark.example/careers' })
    expect(refused.error?.issues[0]?.message).toContain('paste an address such as')
  })
})

it('asks for the whole board with its texts', () => {
  expect(adapter.firstRequest(ask()).url).toBe(
    'https://boards-api.greenhouse.io/v1/boards/tidemark/jobs?content=true',
  )
  expect(createGreenhouse('http://127.0.0.1:9').firstRequest(ask()).url).toMatch(
    /^http:\/\/127\.0\.0\.1:9\/v1\/boards\/tidemark\//,
  )
})

describe('reading a board', () => {
  it('keeps every readable posting and names the others', () => {
    if (!board.ok) throw new Error(board.error.message)
    expect(board.items).toHaveLength(13)
    expect(board.unread).toMatchObject([
      { index: 13, reason: 'Missing or unusable: title.' },
      { index: 14, reason: 'Missing or unusable: id.' },
      { index: 15, reason: 'Missing or unusable: the whole posting.' },
    ])
    expect(board.unread.every(one => one.raw !== '')).toBe(true)
    expect(board.next).toBeUndefined()
    expect(JSON.parse(board.items[0]?.raw ?? '')).toMatchObject({ id: 7100101, requisition_id: 'TM-101' })
  })

  it('reads text, place, addresses and dates', () => {
    const first = posting(board, 7100101)
    expect(first).toMatchObject({
      title: 'Senior Backend Engineer',
      company: 'Tidemark',
      location_text: 'Hybrid - London',
      url: 'https://job-boards.greenhouse.io/tidemark/jobs/7100101',
      posted_at: '2026-09-14T12:00:00.000Z',
      structured: {},
    })
    expect(first.description).toContain(
      'What you’ll do\n\n- Design berth allocation services in Go and PostgreSQL\n- Own R&D for our tide models',
    )
    expect(first.description).toContain('Salary: £78,000 – £92,000 a year')
    expect(first.description_html).toContain('<li>Own R&amp;D for our tide models</li>')
    expect(posting(board, 7100102).title).toBe('Product Designer')
    expect(posting(board, 7100106).closed_at).toBe('2026-12-16T04:59:00.000Z')
    expect(posting(board, 7100109).description).toContain('Base | SEK 620,000\nOTE | SEK 1,050,000')
    expect(posting(board, 7100111).posted_at).toBeNull()
  })

  it('reads pay ranges out of cents', () => {
    expect(posting(board, 7100102)).toMatchObject({
      structured: {
        salary_low: 95000,
        salary_high: 118000,
        compensation_currency: 'CAD',
        salary_period: 'year',
      },
      description: expect.stringMatching(/^Annual base salary range: 95,000 - 118,000 CAD\n\n/),
    })
    expect(posting(board, 7100105).structured).toEqual({
      salary_low: 24.5,
      salary_high: 29,
      compensation_currency: 'USD',
      salary_period: 'hour',
    })
    expect(posting(board, 7100111).structured).toEqual({
      salary_low: 165000,
      salary_high: 230000,
      compensation_currency: 'USD',
    })
  })

  it('takes offices where a posting has no place, and the board where it has no company', () => {
    expect(posting(board, 7100108).location_text).toBe('Rotterdam, Netherlands; Hamburg, Germany')
    expect(posting(board, 7100113)).toMatchObject({ company: 'tidemark', description: '', structured: {} })
    expect(
      posting(
        adapter.read(answer(readFileSync(fixture)), ask({ board: 'tidemark', company: 'Tidemark Ltd' })),
        7100113,
      ).company,
    ).toBe('Tidemark Ltd')
    expect(posting(board, 7100112)).toMatchObject({
      title: 'Ferry Timetable Planner',
      location_text: '',
      url: null,
    })
  })

  it('lets nothing dangerous through', () => {
    const html = posting(board, 7100110).description_html ?? ''
    expect(html).toContain('<a>Apply</a> or <a href="https://tidemark.example/apply"')
    expect(html).not.toMatch(/script|onclick|img/)
    expect(posting(board, 7100110).title).toBe('Office & Facilities Coordinator')
  })
})

describe('answers that are no board', () => {
  it.each([
    [404, 'not_found', false],
    [403, 'refused', false],
    [429, 'busy', true],
    [503, 'unavailable', true],
    [418, 'unexpected', false],
  ])('status %i is %s', (status, code, retryable) => {
    expect(adapter.read(answer('{}', status), ask())).toMatchObject({
      ok: false,
      error: { code, retryable },
    })
  })

  it.each([
    ['<html>maintenance</html>', 'not_json'],
    ['', 'not_json'],
    ['[]', 'changed'],
    ['{"jobs":7}', 'changed'],
    ['null', 'changed'],
  ])('%j is %s', (body, code) => {
    expect(adapter.read(answer(body), ask())).toMatchObject({ ok: false, error: { code } })
  })

  it('an empty board is a board', () => {
    expect(adapter.read(answer('{"jobs":[],"meta":{"total":0}}'), ask())).toEqual({
      ok: true,
      items: [],
      unread: [],
    })
  })
})

const real = new URL('../../../../shared/data/payloads/greenhouse/jobs_list.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(real)), ask())
  expect(posting(reading, 6136160004)).toMatchObject({
    title: 'Account Executive, Commercial',
    company: 'Vercel',
    location_text: 'Hybrid - London',
    posted_at: '2026-08-06T16:50:10.000Z',
  })
})
