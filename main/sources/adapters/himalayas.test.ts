import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SearchWishes } from './adapter.ts'
import { createHimalayas } from './himalayas.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'

const adapter = createHimalayas()
const FEED = 'https://himalayas.app/jobs/api?limit=20#1'
const read = (body: unknown, url = FEED, wishes: Partial<SearchWishes> = {}) =>
  adapter.read(answerTo(url, typeof body === 'string' ? body : JSON.stringify(body)), askFor(wishes))
const page = pageOf(read(sourceFixture('himalayas/feed.json')))

const recent = [{ title: 'Glazier', guid: 'https://himalayas.app/companies/a/jobs/b', pubDate: 1793350800 }]
const old = [{ title: 'Glazier', guid: 'https://himalayas.app/companies/a/jobs/b', pubDate: 1780000000 }]

describe('without a query', () => {
  it('reads the feed from cursor to cursor', () => {
    expect(adapter.firstRequest(askFor()).url).toBe(FEED)
    const next = pageOf(read({ jobs: recent, nextCursor: 'MjA=|7' })).next
    expect(next).toBe('https://himalayas.app/jobs/api?limit=20&cursor=MjA%3D%7C7#2')
    expect(pageOf(read({ jobs: recent, nextCursor: 'MjA=|7' }, next)).next).toBeUndefined()
    expect(pageOf(read({ jobs: recent, nextCursor: 'other' }, next)).next).toMatch(/cursor=other#3$/)
    expect(page.next).toBeUndefined()
  })

  it('stops at the end, at the date window and after the most pages', () => {
    expect(pageOf(read({ jobs: [], nextCursor: 'x' })).next).toBeUndefined()
    expect(pageOf(read({ jobs: old, nextCursor: 'x' }))).toMatchObject({ next: undefined, cut: false })
    expect(pageOf(read({ jobs: recent, nextCursor: 'x' }, FEED, { dateWindowDays: 3 })).next).toBeUndefined()
    expect(
      pageOf(read({ jobs: recent, nextCursor: 'x' }, 'https://himalayas.app/jobs/api?cursor=w#25')),
    ).toMatchObject({
      next: undefined,
      cut: true,
    })
  })
})

describe('with a query', () => {
  const wishes = { query: '"glass engineer" OR glazier' }
  const search = (words: string, number: number) =>
    `https://himalayas.app/jobs/api/search?q=${words}&sort=recent&page=${number}`

  it('searches each alternative, newest first', () => {
    expect(adapter.firstRequest(askFor(wishes)).url).toBe(search('glass+engineer', 1))
    const more = { jobs: recent, totalCount: 41 }
    expect(pageOf(read(more, search('glass+engineer', 1), wishes)).next).toBe(search('glass+engineer', 2))
    expect(pageOf(read(more, search('glass+engineer', 3), wishes)).next).toBe(search('glazier', 1))
    expect(pageOf(read({ jobs: [], totalCount: 0 }, search('glass+engineer', 1), wishes)).next).toBe(
      search('glazier', 1),
    )
    expect(pageOf(read({ jobs: old, totalCount: 99 }, search('glazier', 1), wishes)).next).toBeUndefined()
  })

  it('says that there is more after ten pages', () => {
    expect(pageOf(read({ jobs: recent, totalCount: 900 }, search('glazier', 10), wishes))).toMatchObject({
      next: undefined,
      cut: true,
    })
  })
})

describe('reading a page', () => {
  it('keeps every readable posting and names the others', () => {
    expect(page.items.map(item => item.sourceKey)).toEqual(
      [
        'furnace-engineer',
        'sand-buyer',
        'glass-lead',
        'apprentice',
        'helper',
        'ms-dates',
        'hybrid',
        'bare-glazier',
        'odd',
      ].map(slug => `saltglass/${slug}`),
    )
    expect(page.unread.map(one => one.reason)).toEqual([
      'Missing or unusable: title.',
      'Missing or unusable: guid.',
      'Missing or unusable: the whole posting.',
    ])
  })

  it('reads pay with its period', () => {
    expect(page.posting('saltglass/furnace-engineer')).toMatchObject({
      title: 'Furnace Engineer',
      company: 'Saltglass',
      location_text: 'Portugal',
      description: 'About Saltglass\n\nGlass out of sea salt & sand.',
      structured: {
        remote_options: 'remote',
        job_type: 'full-time',
        seniority_level: 'senior',
        salary_low: 70000,
        salary_high: 88000,
        compensation_currency: 'EUR',
        salary_period: 'year',
      },
      url: 'https://himalayas.app/companies/saltglass/jobs/furnace-engineer',
      posted_at: '2026-10-30T09:00:00.000Z',
      closed_at: '2026-12-29T09:00:00.000Z',
    })
    expect(page.posting('saltglass/sand-buyer')).toMatchObject({
      location_text: 'United States; Canada; Mexico',
      structured: { job_type: 'contract', seniority_level: 'junior', salary_low: 30, salary_period: 'hour' },
    })
    expect(page.posting('saltglass/apprentice')).toMatchObject({
      location_text: 'Portugal; Spain',
      structured: {
        job_type: 'internship',
        salary_low: 1200,
        compensation_currency: 'EUR',
        salary_period: 'month',
      },
    })
  })

  it('leaves out what is not clear', () => {
    expect(page.posting('saltglass/glass-lead')).toMatchObject({ location_text: 'Worldwide' })
    expect(page.posting('saltglass/glass-lead').structured).not.toHaveProperty('seniority_level')
    expect(page.posting('saltglass/helper').structured).toEqual({ remote_options: 'remote', salary_low: 900 })
    expect(page.posting('saltglass/hybrid').structured).not.toHaveProperty('remote_options')
    expect(page.posting('saltglass/odd')).toMatchObject({ company: '', location_text: '', posted_at: null })
  })

  it('reads milliseconds and lets nothing dangerous through', () => {
    expect(page.posting('saltglass/ms-dates')).toMatchObject({
      title: 'Archivist & Cataloguer',
      posted_at: '2026-10-30T09:00:00.000Z',
      closed_at: null,
    })
    expect(page.posting('saltglass/ms-dates').description_html).not.toMatch(/script|onclick|img|onmouseover/)
  })
})

it('an answer of another form is said to be one', () => {
  expect(read({ data: [] })).toMatchObject({ ok: false, error: { code: 'changed' } })
})

const real = new URL('../../../../shared/data/payloads/himalayas/jobs.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const recorded = pageOf(read(readFileSync(real, 'utf8'), FEED, { dateWindowDays: 90 }))
  expect(recorded.unread).toEqual([])
  expect(recorded.next).toMatch(/&cursor=MjAyNi0wOS0yN/)
  expect(recorded.posting('micro1/gmail-google-calendar-ai-assistant-evaluator')).toMatchObject({
    title: 'Gmail & Google Calendar AI Assistant Evaluator',
    location_text: 'United States',
    structured: { salary_low: 15, salary_high: 30, salary_period: 'hour', job_type: 'contract' },
  })
})
