import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ask, SourceReading, SourceResponse } from './adapter.ts'
import { createLever, LeverConfig } from './lever.ts'

const adapter = createLever()
const ask = (config: unknown = { site: 'quillfeather' }): Ask<LeverConfig> => ({
  config: LeverConfig.parse(config),
  wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null },
  now: '2026-11-01T00:00:00.000Z',
})
const fixture = new URL('../../../tests/fixtures/sources/lever/postings.json', import.meta.url)

const answer = (body: string | Uint8Array, status = 200, skip = 0): SourceResponse => ({
  status,
  url: `https://api.lever.co/v0/postings/quillfeather?mode=json&skip=${skip}&limit=100`,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})
const site = adapter.read(answer(readFileSync(fixture)), ask())

function posting(reading: SourceReading, end: string) {
  const item = reading.ok ? reading.items.find(one => one.sourceKey.endsWith(end)) : undefined
  if (item === undefined) throw new Error(`no posting ${end}`)
  return item.posting
}

describe('what the person enters', () => {
  it.each([
    ['quillfeather', 'global'],
    [' quillfeather ', 'global'],
    ['https://jobs.lever.co/quillfeather', 'global'],
    ['jobs.lever.co/quillfeather/0f3a6c1e-1111-4a01-9c01-000000000001/apply?lever-source=x', 'global'],
    ['https://jobs.eu.lever.co/quillfeather/', 'eu'],
    ['https://api.lever.co/v0/postings/quillfeather?mode=json', 'global'],
    ['https://api.eu.lever.co/v0/postings/quillfeather/0f3a6c1e', 'eu'],
    ['HTTPS://JOBS.EU.LEVER.CO/quillfeather', 'eu'],
  ])('%s is the site quillfeather (%s)', (text, region) => {
    expect(LeverConfig.parse({ site: text })).toMatchObject({ site: 'quillfeather', region })
  })

  it.each([
    '',
    'two words',
    'jobs.lever.co',
    'https://jobs.lever.co/',
    'https://api.lever.co/v0/opportunities/x',
    'https://evil.example/jobs.lever.co/quillfeather',
    'https://notlever.co/quillfeather',
    '../x',
  ])('%j is no site', text => {
    const refused = LeverConfig.safeParse({ site: text })
    expect(refused.error?.issues[0]).toMatchObject({
      path: ['site'],
      message: expect.stringContaining('paste an address such as'),
    })
  })

  it('stays what it is when it is read again', () => {
    const config = LeverConfig.parse({ site: 'https://jobs.eu.lever.co/Quill', region: '', company: ' ' })
    expect(config).toMatchObject({ site: 'Quill', region: 'eu' })
    expect(LeverConfig.parse(config)).toEqual(config)
    expect(adapter.name(config)).toBe('Quill (Europe)')
  })

  it('is recognised in a pasted address of its own hosts only', () => {
    const recognised = (address: string) => adapter.recognise?.(new URL(address))
    expect(recognised('https://jobs.eu.lever.co/quillfeather/1')).toEqual({
      site: 'quillfeather',
      region: 'eu',
    })
    expect(recognised('https://quillfeather.example/careers')).toBeNull()
  })
})

it('asks the host of the region, page by page', () => {
  expect(adapter.firstRequest(ask()).url).toBe(
    'https://api.lever.co/v0/postings/quillfeather?mode=json&skip=0&limit=100',
  )
  expect(adapter.firstRequest(ask({ site: 'quillfeather', region: 'eu' })).url).toMatch(
    /^https:\/\/api\.eu\.lever\.co\/v0\//,
  )
  expect(createLever('http://127.0.0.1:9/lever').firstRequest(ask()).url).toMatch(
    /^http:\/\/127\.0\.0\.1:9\/lever\/api\.lever\.co\/v0\//,
  )
  const full = JSON.stringify(Array.from({ length: 100 }, (_, at) => ({ id: `p${at}`, text: 'Editor' })))
  expect(adapter.read(answer(full, 200, 100), ask())).toMatchObject({
    ok: true,
    next: { url: expect.stringContaining('skip=200&limit=100') },
  })
})

describe('reading a site', () => {
  it('keeps every readable posting and names the others', () => {
    if (!site.ok) throw new Error(site.error.message)
    expect(site.items).toHaveLength(6)
    expect(site.unread).toMatchObject([
      { index: 6, reason: 'Missing or unusable: text.' },
      { index: 7, reason: 'Missing or unusable: id.' },
      { index: 8, reason: 'Missing or unusable: the whole posting.' },
    ])
    expect(site.next).toBeUndefined()
    expect(JSON.parse(site.items[0]?.raw ?? '')).toMatchObject({ country: 'GB', workplaceType: 'hybrid' })
  })

  it('reads the whole text once, in the order of the page', () => {
    const { description, description_html } = posting(site, '1')
    expect(description.match(/Quillfeather makes tools/g)).toHaveLength(1)
    expect(description).toMatch(
      /^Quillfeather makes[\s\S]*line breaking & hyphenation[\s\S]*What you'll do\n\n- Write Rust[\s\S]*R&D days[\s\S]*We read every/,
    )
    expect(description_html).toContain('<li>Argue kindly about ligatures</li>')
    expect(posting(site, '2').description).toContain('Four to six hours a week < ten pages an hour.')
    expect(posting(site, '3').description).toContain('- Patience')
  })

  it('reads places, dates, addresses and facts', () => {
    expect(posting(site, '1')).toMatchObject({
      title: 'Senior Typesetting Engineer',
      company: 'quillfeather',
      location_text: 'Edinburgh; Lisbon',
      url: 'https://jobs.lever.co/quillfeather/0f3a6c1e-1111-4a01-9c01-000000000001',
      apply_url: 'https://jobs.lever.co/quillfeather/0f3a6c1e-1111-4a01-9c01-000000000001/apply',
      posted_at: '2026-09-01T10:00:00.000Z',
    })
    expect(posting(site, '1').structured).toEqual({
      salary_low: 68000,
      salary_high: 81000,
      compensation_currency: 'GBP',
      salary_period: 'year',
      office_country: 'GB',
      remote_options: 'hybrid',
      job_type: 'full-time',
    })
    expect(posting(site, '2').structured).toEqual({
      salary_low: 21.5,
      salary_high: 26,
      compensation_currency: 'EUR',
      salary_period: 'hour',
      office_country: 'PT',
      remote_options: 'remote',
      job_type: 'contract',
    })
    expect(posting(site, '4').structured).toEqual({ remote_options: 'onsite', job_type: 'full-time' })
    expect(posting(site, '5').structured).toMatchObject({ job_type: 'internship', remote_options: 'onsite' })
    expect(posting(site, '6')).toMatchObject({ title: 'Minimal', description: '', structured: {}, url: null })
  })

  it('puts pay that fits no field in front of the text', () => {
    expect(posting(site, '3')).toMatchObject({ structured: {}, posted_at: null })
    expect(posting(site, '3').description).toMatch(
      /^Salary: 640 - 700 EUR \(bi-week-salary\)\n\nLearn to fold/,
    )
    expect(posting(site, '2').description).toMatch(/^Paid by the hour, invoiced monthly\.\n\n/)
    expect(posting(site, '4').description).toMatch(/^Competitive, with a share in the press\.\n\n/)
  })

  it('takes the name that the person gave', () => {
    const named = adapter.read(answer(readFileSync(fixture)), ask({ site: 'q', company: 'Quillfeather Ltd' }))
    expect(posting(named, '1').company).toBe('Quillfeather Ltd')
  })

  it('lets nothing dangerous through', () => {
    const { title, description_html, url, apply_url } = posting(site, '4')
    expect(title).toBe('Support Lead & Community Host')
    expect(description_html).toContain('<a>More</a> or <a href="https://quillfeather.example/more"')
    expect(description_html).not.toMatch(/script|onclick|onerror|img/)
    expect([url, apply_url]).toEqual([null, null])
  })
})

describe('answers that are no site', () => {
  it.each([
    [404, 'not_found', 'Lever knows no company named "quillfeather".'],
    [403, 'refused', 'Lever refuses to answer (status 403).'],
    [429, 'busy', 'Lever asks to slow down. It will be asked again later.'],
    [503, 'unavailable', 'Lever has a problem (status 503).'],
  ])('status %i is %s', (status, code, message) => {
    expect(adapter.read(answer('{"ok":false}', status), ask())).toMatchObject({
      ok: false,
      error: { code, message },
    })
  })

  it.each([
    ['<html>maintenance</html>', 'not_json'],
    ['[{"id":1,', 'not_json'],
    ['{"postings":[]}', 'changed'],
    ['null', 'changed'],
  ])('%j is %s', (body, code) => {
    expect(adapter.read(answer(body), ask())).toMatchObject({ ok: false, error: { code } })
  })

  it('an empty site is a site', () => {
    expect(adapter.read(answer('[]'), ask())).toEqual({ ok: true, items: [], unread: [] })
  })
})

const real = new URL('../../../../shared/data/payloads/lever/postings_list.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(real)), ask({ site: 'spotify' }))
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length]).toEqual([2, 0])
  expect(posting(reading, 'c8274bc8')).toMatchObject({
    location_text: 'Ho Chi Minh',
    structured: { office_country: 'VN', remote_options: 'hybrid' },
  })
  const { description, location_text, structured } = posting(reading, '9882bf1')
  expect(location_text).toBe('London; Stockholm')
  expect(structured).toEqual({ office_country: 'GB', remote_options: 'hybrid', job_type: 'full-time' })
  expect(description).toContain("Where You'll Be\n\n- This role is based in London or Stockholm.")
})
