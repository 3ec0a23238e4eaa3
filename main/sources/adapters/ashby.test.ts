import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ask, SourceReading, SourceResponse } from './adapter.ts'
import { AshbyConfig, ashbyBoard, createAshby } from './ashby.ts'

const adapter = createAshby()
const ask = (config: unknown = { board: 'Northwick Ice' }): Ask<AshbyConfig> => ({
  config: AshbyConfig.parse(config),
  wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null },
  now: '2026-11-01T00:00:00.000Z',
})
const fixture = new URL('../../../tests/fixtures/sources/ashby/board.json', import.meta.url)

const answer = (body: string | Uint8Array, status = 200): SourceResponse => ({
  status,
  url: 'https://api.ashbyhq.com/posting-api/job-board/Northwick%20Ice?includeCompensation=true',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})
const board = adapter.read(answer(readFileSync(fixture)), ask())

function posting(reading: SourceReading, end: string) {
  const item = reading.ok ? reading.items.find(one => one.sourceKey.endsWith(end)) : undefined
  if (item === undefined) throw new Error(`no posting ${end}`)
  return item.posting
}

describe('what the person enters', () => {
  it.each([
    'Northwick Ice',
    ' Northwick Ice ',
    'https://jobs.ashbyhq.com/Northwick%20Ice',
    'jobs.ashbyhq.com/Northwick%20Ice/a51b0001/application?utm_source=x',
    'https://jobs.ashbyhq.com/Northwick%20Ice/embed?version=2',
    'https://api.ashbyhq.com/posting-api/job-board/Northwick%20Ice?includeCompensation=true',
  ])('%s is the board Northwick Ice', text => {
    expect(ashbyBoard(text)).toBe('Northwick Ice')
  })

  it.each([
    '',
    'jobs.ashbyhq.com',
    'https://jobs.ashbyhq.com/',
    'https://api.ashbyhq.com/jobPosting.list',
    'https://ashbyhq.com/northwick',
    'https://evil.example/?x=jobs.ashbyhq.com/northwick',
    'https://jobs.ashbyhq.com/%2e%2e%2fx',
  ])('%j is no board', text => {
    expect(ashbyBoard(text)).toBeNull()
    expect(AshbyConfig.safeParse({ board: text }).error?.issues[0]?.message).toContain('paste an address')
  })

  it('is recognised in addresses of its own hosts only', () => {
    const recognised = (address: string) => adapter.recognise?.(new URL(address))
    expect(recognised('https://jobs.ashbyhq.com/northwick/1/application')).toEqual({ board: 'northwick' })
    expect(recognised('https://northwick.example/careers?ashby_jid=1')).toBeNull()
  })
})

it('asks for the whole board with pay', () => {
  expect(adapter.firstRequest(ask()).url).toBe(
    'https://api.ashbyhq.com/posting-api/job-board/Northwick%20Ice?includeCompensation=true',
  )
})

describe('reading a board', () => {
  it('keeps every listed posting and names those that cannot be read', () => {
    if (!board.ok) throw new Error(board.error.message)
    expect(board.items.map(item => item.sourceKey.slice(-1))).toEqual(['1', '2', '3', '4', '6'])
    expect(board.unread).toMatchObject([
      { index: 6, reason: 'Missing or unusable: title.' },
      { index: 7, reason: 'Missing or unusable: id.' },
      { index: 8, reason: 'Missing or unusable: the whole posting.' },
    ])
    expect(board.next).toBeUndefined()
  })

  it('reads text, places, addresses and dates', () => {
    expect(posting(board, '1')).toMatchObject({
      title: 'Staff Glaciologist, Data Platform',
      company: 'Northwick Ice',
      location_text: 'Tromsø; Reykjavík; Remote (EU)',
      posted_at: '2026-09-30T22:15:00.000Z',
      url: 'https://jobs.ashbyhq.com/Northwick%20Ice/a51b0001-0000-4000-8000-000000000001',
      description: expect.stringContaining('You will\n\n- Run radar surveys & model melt\n- Write Python'),
    })
    expect(posting(board, '2')).toMatchObject({
      location_text: 'Calgary or Denver; Denver',
      posted_at: '2026-10-04T15:00:00.000Z',
    })
    expect(posting(board, '3')).toMatchObject({ posted_at: null, description_html: null, url: null })
    expect(posting(board, '4').location_text).toBe('Zurich, CH')
    expect(posting(board, '6').closed_at).toBe('2026-12-01T00:00:00.000Z')
  })

  it('reads facts where the board states them', () => {
    expect(posting(board, '1').structured).toEqual({
      salary_low: 850000,
      salary_high: 990000,
      compensation_currency: 'NOK',
      salary_period: 'year',
      office_city: 'Tromsø',
      office_province: 'Troms',
      office_country: 'NO',
      remote_options: 'hybrid',
      job_type: 'full-time',
    })
    expect(posting(board, '1').description).toMatch(/^Northwick measures ice/)
    expect(posting(board, '3').structured).toEqual({ remote_options: 'remote', job_type: 'contract' })
    expect(posting(board, '4').structured).toEqual({
      office_city: 'Zurich',
      office_country: 'CH',
      job_type: 'full-time',
    })
    expect(posting(board, '6').structured).toEqual({ job_type: 'internship' })
  })

  it('puts several ranges and odd pay in front of the text', () => {
    expect(posting(board, '2')).toMatchObject({
      structured: { salary_low: 31, salary_high: 38, compensation_currency: 'CAD', salary_period: 'hour' },
      description: expect.stringMatching(
        /^Zone A: 34 - 38 CAD per hour\nZone B: 31 - 35.5 CAD per hour\n\nCarry drills/,
      ),
    })
    expect(posting(board, '3').description).toMatch(/^Salary: 4,000 - 5,000 EUR \(2 week\)\n\nModel sea ice/)
    expect(posting(board, '4').description).toMatch(/^Compensation: CHF 120K base • CHF 240K OTE\n\nSell/)
  })

  it('lets nothing dangerous through', () => {
    const { title, description_html } = posting(board, '6')
    expect(title).toBe('Snow & Avalanche Analyst')
    expect(description_html).not.toMatch(/iframe|style|javascript/)
  })
})

describe('answers that are no board', () => {
  it('names the board that is not there', () => {
    expect(adapter.read(answer('Not Found', 404), ask())).toMatchObject({
      ok: false,
      error: { code: 'not_found', message: 'Ashby has no public board named "Northwick Ice".' },
    })
  })

  it.each([
    ['<html>maintenance</html>', 'not_json'],
    ['{"jobPostings":[]}', 'changed'],
    ['[]', 'changed'],
  ])('%j is %s', (body, code) => {
    expect(adapter.read(answer(body), ask())).toMatchObject({ ok: false, error: { code } })
  })

  it('an empty board is a board', () => {
    expect(adapter.read(answer('{"apiVersion":"1","jobs":[]}'), ask())).toEqual({
      ok: true,
      items: [],
      unread: [],
    })
  })
})

const real = new URL('../../../../shared/data/payloads/ashby/job-board.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(real)), ask({ board: 'linear' }))
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length]).toEqual([2, 0])
  expect(posting(reading, '055dbb1ff')).toMatchObject({
    title: 'Senior / Staff Fullstack Engineer',
    location_text: 'Europe',
    posted_at: '2021-04-27T20:13:45.000Z',
    structured: { remote_options: 'remote', job_type: 'full-time' },
  })
  expect(posting(reading, 'ef9dcb32').structured).toMatchObject({ office_country: 'US' })
})
