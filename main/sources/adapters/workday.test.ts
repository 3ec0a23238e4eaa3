import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerOf, askFor, itemOf } from './test-support/boards.ts'
import { createWorkday, postedDay, WorkdayConfig } from './workday.ts'
import { workdayAddress } from './workday-address.ts'

const adapter = createWorkday()
const ask = askFor(
  WorkdayConfig.parse({ address: 'https://orrery.wd3.myworkdayjobs.com/Careers', company: 'Orrery' }),
)
const folder = new URL('../../../tests/fixtures/sources/workday/', import.meta.url)
const CALLS = 'https://orrery.wd3.myworkdayjobs.com/wday/cxs/orrery/Careers'

const answer = (body: string | Uint8Array, status = 200, progress = '') =>
  answerOf(`${CALLS}/jobs${progress}`, body, status)
const list = adapter.read(answer(readFileSync(new URL('jobs.json', folder))), ask)
const details: Record<string, unknown> = JSON.parse(readFileSync(new URL('details.json', folder), 'utf8'))

/** The posting with its detail. */
function complete(end: string) {
  const item = itemOf(list, end)
  const url = item.detail?.url ?? ''
  const read = adapter.readDetail?.(item, answerOf(url, JSON.stringify(details[url.replace(CALLS, '')])), ask)
  if (!read?.ok) throw new Error(read?.error.message)
  return read.item
}

describe('what the person enters', () => {
  it.each([
    'https://orrery.wd3.myworkdayjobs.com/Careers',
    'orrery.wd3.myworkdayjobs.com/Careers/',
    'https://orrery.wd3.myworkdayjobs.com/en-US/Careers',
    'https://orrery.wd3.myworkdayjobs.com/fr/Careers/jobs?q=x',
    'https://orrery.wd3.myworkdayjobs.com/en-US/Careers/job/Brno/Lens-Grinder_JR300001/apply',
    'https://orrery.wd3.myworkdayjobs.com/Careers/details/Lens-Grinder_JR300001?source=x',
    'https://orrery.wd3.myworkdayjobs.com/wday/cxs/orrery/Careers/jobs',
  ])('%s is the site Careers', text => {
    expect(workdayAddress(text)).toBe('https://orrery.wd3.myworkdayjobs.com/Careers')
  })

  it.each([
    'https://wd5.myworkdaysite.com/recruiting/orrery/Careers',
    'https://wd5.myworkdaysite.com/en-US/recruiting/orrery/Careers/job/Brno/X_JR1',
    'https://wd5.myworkdaysite.com/wday/cxs/orrery/Careers/jobs',
  ])('%s stands on a shared host', text => {
    expect(workdayAddress(text)).toBe('https://wd5.myworkdaysite.com/recruiting/orrery/Careers')
    const config = WorkdayConfig.parse({ address: text })
    expect(adapter.firstRequest(askFor(config)).url).toBe(
      'https://wd5.myworkdaysite.com/wday/cxs/orrery/Careers/jobs',
    )
    expect(adapter.name(config)).toBe('orrery (Careers)')
  })

  it.each([
    '',
    'orrery',
    'https://orrery.wd3.myworkdayjobs.com/',
    'https://orrery.wd3.myworkdayjobs.com/en-US',
    'https://www.myworkdayjobs.com/Careers',
    'https://wd5.myworkdaysite.com/orrery',
    'https://www.workday.com/en-us/company/careers',
    'https://evil.example/orrery.wd3.myworkdayjobs.com/Careers',
    'https://orrery.wd3.myworkdayjobs.com.evil.example/Careers',
  ])('%j is no site', text => {
    expect(workdayAddress(text)).toBeNull()
    expect(WorkdayConfig.safeParse({ address: text }).error?.issues[0]?.message).toContain('Paste an address')
  })
})

describe('asking page by page', () => {
  const page = (total: number, count: number, progress = '') =>
    adapter.read(
      answer(
        JSON.stringify({
          total,
          jobPostings: Array.from({ length: count }, (_, at) => ({
            title: 'Cook',
            externalPath: `/job/Brno/Cook_J${at}`,
          })),
        }),
        200,
        progress,
      ),
      ask,
    )

  it('begins at the first posting', () => {
    const first = adapter.firstRequest(ask)
    expect(first).toMatchObject({ url: `${CALLS}/jobs`, method: 'POST' })
    expect(JSON.parse(first.body ?? '')).toMatchObject({ offset: 0, limit: 20 })
  })

  it('remembers the total, which later pages leave out', () => {
    const first = page(45, 20)
    if (!first.ok) throw new Error(first.error.message)
    expect(first.next?.url).toBe(`${CALLS}/jobs#20/45`)
    expect(JSON.parse(first.next?.body ?? '')).toMatchObject({ offset: 20 })
    expect(page(0, 20, '#20/45')).toMatchObject({ next: { url: `${CALLS}/jobs#40/45` } })
    expect(page(0, 5, '#40/45')).not.toHaveProperty('next')
    expect(page(0, 0, '#20/45')).not.toHaveProperty('next')
  })

  it('says that there may be more than Workday lists', () => {
    expect(page(2000, 20)).toMatchObject({ cut: true })
    expect(page(0, 20, '#1980/2000')).toMatchObject({ cut: true })
    expect(page(0, 20, '#1980/2000')).not.toHaveProperty('next')
    expect(page(45, 20)).not.toHaveProperty('cut')
  })
})

describe('reading the list', () => {
  it('keeps every posting and names those that cannot be read', () => {
    if (!list.ok) throw new Error(list.error.message)
    expect(list.items.map(item => item.sourceKey)).toEqual([
      'JR300001',
      'JR300002-1',
      'JR300003',
      '/job/La-Palma/Dome-Painter',
      'R-77',
    ])
    expect(list.unread.map(one => one.reason)).toEqual([
      'Missing or unusable: title, externalPath.',
      'Missing or unusable: externalPath.',
      'Missing or unusable: externalPath.',
    ])
  })

  it('reads places and days', () => {
    const seen = (end: string) => {
      const { location_text, posted_at } = itemOf(list, end).posting
      return [location_text, posted_at]
    }
    expect(seen('JR300001')).toEqual(['Czechia - Brno', '2026-11-01T00:00:00.000Z'])
    expect(seen('JR300002-1')).toEqual(['Chile Antofagasta', '2026-10-28T00:00:00.000Z'])
    expect(seen('JR300003')).toEqual(['Remote', null])
    expect(seen('Dome-Painter')).toEqual(['La Palma', '2026-10-31T00:00:00.000Z'])
    expect(seen('R-77')).toEqual(['Pie de Montaña', null])
    expect(itemOf(list, 'JR300001').posting).toMatchObject({
      title: 'Lens Grinder & Polisher',
      company: 'Orrery',
      url: 'https://orrery.wd3.myworkdayjobs.com/Careers/job/Czechia---Brno/Lens-Grinder---Polisher_JR300001',
    })
  })

  it('counts a posting as unchanged although its words for the day change', () => {
    const item = itemOf(list, 'JR300001')
    const later = item.raw.replace('Posted Today', 'Posted 5 Days Ago')
    const again = adapter.read(answer(`{"total":1,"jobPostings":[${later}]}`), ask)
    expect(itemOf(again, 'JR300001').mark).toBe(item.mark)
    expect(itemOf(again, 'JR300001').raw).not.toBe(item.raw)
  })
})

it.each([
  ['Posted Today', '2026-11-01T00:00:00.000Z'],
  ['Posted Yesterday', '2026-10-31T00:00:00.000Z'],
  ['Posted 1 Day Ago', '2026-10-31T00:00:00.000Z'],
  ['posted 12 days ago', '2026-10-20T00:00:00.000Z'],
  ['Posted 30+ Days Ago', null],
  ['Soon', null],
  ['', null],
  [null, null],
])('%j is %s', (words, day) => {
  expect(postedDay(words, '2026-11-01T23:59:00.000Z')).toBe(day)
})

describe('completing a posting', () => {
  it('reads text, places, dates and facts', () => {
    const { posting, raw } = complete('JR300001')
    expect(posting).toMatchObject({
      location_text: 'Czechia - Brno',
      description: 'Orrery makes telescopes.\n\n- Grind & polish\n\nCZK 42,000 - 50,000 per month.',
      posted_at: '2026-10-31T00:00:00.000Z',
      closed_at: '2026-12-24T00:00:00.000Z',
      structured: { office_country: 'CZ', job_type: 'full-time' },
    })
    expect(JSON.parse(raw)).toMatchObject({
      list: { bulletFields: ['JR300001'] },
      detail: { hiringOrganization: { name: 'CZ01 Orrery s.r.o.' } },
    })
    expect(complete('JR300003').posting).toMatchObject({
      posted_at: '2026-08-02T00:00:00.000Z',
      structured: { office_country: 'US', remote_options: 'remote', job_type: 'part-time' },
    })
    expect(complete('R-77').posting.location_text).toBe('Pie de Montaña')
  })

  it('lets nothing dangerous through', () => {
    const { posting } = complete('JR300002-1')
    expect(posting).toMatchObject({
      location_text: 'Antofagasta, Chile; Garching, Germany; Remote - Chile',
      description: 'Where is it tomorrow?',
      structured: { office_country: 'CL', remote_options: 'hybrid' },
    })
    expect(posting.url).toContain('https://orrery.wd3.myworkdayjobs.com/Careers/job/')
    expect(posting.description_html).not.toContain('script')
  })

  it('says which text could not be had', () => {
    const read = (body: string, status = 200) =>
      adapter.readDetail?.(itemOf(list, 'JR300003'), answerOf(CALLS, body, status), ask)
    expect(read('{}', 404)).toMatchObject({
      error: { code: 'not_found', message: 'Workday no longer shows "Night Assistant".' },
    })
    expect(read('{"jobPostingInfo":{}}')).toMatchObject({ error: { code: 'changed' } })
  })
})

it.each([
  ['{"errorCode":"HTTP_404"}', 404, 'not_found'],
  ['{"jobs":[]}', 200, 'changed'],
  ['<html>', 200, 'not_json'],
])('%s with status %i is %s', (body, status, code) => {
  expect(adapter.read(answer(body, status), ask)).toMatchObject({ ok: false, error: { code } })
})

it('a site without postings is a site', () => {
  expect(adapter.read(answer('{"total":0,"jobPostings":[]}'), ask)).toEqual({
    ok: true,
    items: [],
    unread: [],
  })
})

const real = new URL('../../../../shared/data/payloads/workday/cxs_jobs.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(real)), ask)
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length, reading.cut]).toEqual([2, 0, true])
  expect(itemOf(reading, 'JR2026094').posting).toMatchObject({
    title: 'Senior System Engineer, Solution Engineering',
    location_text: 'Poland Remote',
    posted_at: '2026-10-28T00:00:00.000Z',
  })
})
