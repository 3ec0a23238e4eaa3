import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'
import { createWeWorkRemotely } from './weworkremotely.ts'

const adapter = createWeWorkRemotely()
const { url } = adapter.firstRequest(askFor())
const read = (body: string | Uint8Array, status = 200) => adapter.read(answerTo(url, body, status), askFor())
const page = pageOf(read(sourceFixture('weworkremotely/remote-jobs.rss')))

describe('reading the feed', () => {
  it('keeps every readable posting as it was written and names the others', () => {
    expect(url).toBe('https://weworkremotely.com/remote-jobs.rss')
    expect(page.items).toHaveLength(7)
    expect(page.items.every(item => item.mediaType === 'application/rss+xml')).toBe(true)
    expect(page.items[0]?.raw).toMatch(/^<item>\n {6}<title>Icebound Books: Senior[\s\S]*<\/item>$/)
    expect(page.unread).toMatchObject([
      { index: 7, reason: 'Missing or unusable: title.', mediaType: 'application/rss+xml' },
      { index: 8, reason: 'Missing or unusable: guid.' },
      { index: 9, reason: 'It holds a document type, which has no place in a posting.' },
    ])
  })

  it('parts company and role', () => {
    expect(page.posting('icebound-books-senior-binder')).toMatchObject({
      title: 'Senior Binding Engineer',
      company: 'Icebound Books',
      location_text: 'Europe Only',
      description: 'Headquarters: Tromsø, Norway\n\nWe bind books about snow & ice.',
      structured: { remote_options: 'remote', job_type: 'full-time' },
      url: 'https://weworkremotely.com/remote-jobs/icebound-books-senior-binder',
      posted_at: '2026-10-30T07:30:48.000Z',
      closed_at: '2026-11-29T07:30:48.000Z',
    })
    expect(page.posting('icebound-books-editor')).toMatchObject({
      title: 'Editor: Maps & Charts',
      company: 'Icebound Books',
    })
    expect(page.posting('no-colon')).toMatchObject({ title: 'Snow Archivist', company: '', posted_at: null })
  })

  it('leaves the remote type to a text that speaks of an office', () => {
    expect(page.posting('icebound-books-editor').structured).toEqual({ job_type: 'contract' })
  })

  it('expands no entity of the feed, and opens no file', () => {
    expect(page.posting('entities')).toMatchObject({
      title: 'Writer’s Assistant &boom;&file;',
      company: 'Gull & Daughters',
      location_text: 'USA Only',
    })
  })

  it('reads CDATA with tags in it, and the first of two elements', () => {
    expect(page.posting('icebound-books-printer')).toMatchObject({
      title: 'Printer',
      description: expect.stringMatching(/^Paper & ink, and the words/),
      url: 'https://weworkremotely.com/remote-jobs/icebound-books-printer',
    })
    expect(page.posting('plain-number-7')).toMatchObject({ location_text: 'Europe Only', url: null })
  })

  it('lets nothing dangerous through', () => {
    expect(page.posting('hostile').description_html).not.toMatch(/script|onclick|img|onmouseover/)
  })

  it('keeps what came of a feed that was cut off', () => {
    const cut = pageOf(read(sourceFixture('weworkremotely/remote-jobs.rss').slice(0, 1500)))
    expect(cut.items).toHaveLength(1)
    expect(cut.unread).toMatchObject([{ index: 1, reason: 'The feed ends in the middle of this posting.' }])
  })

  it('reads a great many escaped tags', () => {
    const text = '&lt;p&gt;Snow&lt;/p&gt;'.repeat(5000)
    const feed = `<rss><channel><item><title>A: B</title><guid>g</guid><description>${text}</description></item></channel></rss>`
    expect(pageOf(read(feed)).posting('g').description).toMatch(/^Snow\n\nSnow/)
  })
})

it.each([
  [404, '', 'not_found'],
  [503, '', 'unavailable'],
  [200, '<!doctype html><html>One moment</html>', 'not_json'],
  [200, '', 'changed'],
  [200, '{"jobs":[]}', 'changed'],
  [200, '<rss><channel><record><guid>1</guid></record></channel></rss>', 'changed'],
])('status %i with %j is %s', (status, body, code) => {
  expect(read(body, status)).toMatchObject({ ok: false, error: { code } })
})

it('a feed without items has no postings', () => {
  expect(read('<?xml version="1.0"?><rss><channel><title>Jobs</title></channel></rss>')).toEqual({
    ok: true,
    items: [],
    unread: [],
  })
})

const real = (file: string) =>
  new URL(`../../../../shared/data/payloads/weworkremotely/${file}`, import.meta.url)
const sample = real('remote-programming-jobs.sample.rss')
const older = real('remote-programming-jobs-2021.rss')

it.skipIf(!existsSync(sample) || !existsSync(older))('reads recorded feeds', () => {
  const recorded = pageOf(read(readFileSync(sample)))
  expect(recorded.unread).toEqual([])
  expect(recorded.posting('fin-solutions-architect-spanish-speaking')).toMatchObject({
    title: 'Solutions Architect -Spanish Speaking',
    company: 'Fin',
    location_text: 'Anywhere in the World',
    structured: {},
    posted_at: '2026-09-11T07:30:48.000Z',
  })
  const before = pageOf(read(readFileSync(older)))
  expect(before.unread).toEqual([])
  expect(before.items).toHaveLength(4)
  expect(before.posting('10up-senior-ui-engineer')).toMatchObject({
    company: '10up',
    title: 'Senior UI Engineer',
  })
})
