import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createHackerNews } from './hackernews.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'

const adapter = createHackerNews()
const ask = askFor()
const first = adapter.firstRequest(ask).url
const read = (body: string | Uint8Array, status = 200, now = ask.now) =>
  adapter.read(answerTo(first, body, status), { ...ask, now })
const thread = pageOf(read(sourceFixture('hackernews/thread.json')))

describe('finding the threads', () => {
  it('looks for the account that opens them', () => {
    const { pathname, searchParams } = new URL(first)
    expect(pathname).toBe('/api/v1/search_by_date')
    expect(searchParams.get('tags')).toBe('story,author_whoishiring')
  })

  it('takes the newest about hiring, not those beside it', () => {
    const found = pageOf(read(sourceFixture('hackernews/threads.json')))
    expect(found).toMatchObject({
      items: [],
      unread: [],
      next: 'https://hn.algolia.com/api/v1/items/48000001',
    })
  })

  it('goes on to the thread before while the newest is young', () => {
    const before = new URL(thread.next ?? '').searchParams
    expect(before.get('numericFilters')).toBe('created_at_i<1793635200')
    expect(before.get('tags')).toBe('story,author_whoishiring')
    const later = read(sourceFixture('hackernews/thread.json'), 200, '2026-11-13T00:00:00.000Z')
    expect(pageOf(later).next).toBeUndefined()
    expect(pageOf(read(sourceFixture('hackernews/thread-before.json'))).next).toBeUndefined()
  })

  it('no thread is no posting; another form is an error', () => {
    expect(read('{"hits":[]}')).toEqual({ ok: true, items: [], unread: [] })
    expect(read('{"hits":[{"story":1}]}')).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(read('{"id":1}')).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(read('', 404)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

describe('reading a thread', () => {
  it('makes a posting of every opening, and none of other comments', () => {
    expect(thread.items.map(item => `${item.sourceKey} ${item.posting.title}`)).toEqual([
      '48000101 Senior Backend Engineer',
      '48000102:1 Data Engineer',
      '48000102:2 Product Designer',
      '48000102:3 SRE',
      '48000103:1 Candle Scientist',
      '48000103:2 Wick Engineer',
      '48000104 Staff Mason Engineer',
      '48000110 Frontend Engineer',
      '48000111 Backend Engineer',
    ])
    expect(thread.unread.map(one => one.reason)).toEqual([
      'Missing or unusable: id.',
      'Missing or unusable: the whole posting.',
    ])
  })

  it('reads company, place, remote and job type, with the whole comment as text', () => {
    expect(thread.posting('48000101')).toMatchObject({
      company: 'Barnacle & Byte',
      location_text: 'Lisbon, Portugal; Hybrid',
      description: expect.stringContaining(
        "| €70–90k | https://barnacle.example\n\nWe scrape hulls with robots. It's fun.\n\nstack:\n  - Rust\n  - Postgres",
      ),
      structured: { remote_options: 'hybrid', job_type: 'full-time' },
      url: 'https://news.ycombinator.com/item?id=48000101',
      posted_at: '2026-11-02T17:05:00.000Z',
    })
    expect(thread.posting('48000111').structured).toEqual({})
  })

  it('gives each role of a comment what stands next to it', () => {
    expect(thread.posting('48000103:1')).toMatchObject({
      company: 'Tallow Works',
      location_text: 'Ghent, Belgium; Onsite',
      description: expect.stringMatching(/^Salary: €4,500 a month\n\nTallow Works \| Multiple roles/),
      apply_url: 'https://tallow.example/jobs/1',
      structured: { remote_options: 'onsite' },
    })
    expect(thread.posting('48000103:2')).toMatchObject({
      location_text: 'Ghent, Belgium; Remote',
      apply_url: 'https://news.ycombinator.com/item?id=48000103',
      structured: { remote_options: 'remote' },
    })
  })

  it('a reply to a comment changes nothing about its openings, a changed text does', () => {
    const marks = (text: string) => pageOf(read(text)).items.map(item => item.mark)
    const text = sourceFixture('hackernews/thread.json')
    expect(new Set(marks(text)).size).toBe(thread.items.length)
    expect(marks(text.replace('Do you sponsor visas?', 'Where is that?'))).toEqual(marks(text))
    expect(marks(text.replace('people who like fog', 'sailors'))).not.toEqual(marks(text))
  })

  it('lets nothing dangerous through', () => {
    expect(thread.posting('48000110').description_html).not.toMatch(/script|onclick|javascript/)
    expect(thread.posting('48000110').posted_at).toBeNull()
  })

  it('is not held up by runs of line ends and open tags', () => {
    const text = (filler: string) =>
      `Quayside | Engineer | Bergen<p>We do${filler}<pre>\n- a\n</pre>\n- this\n2. that`
    const read1 = (filler: string) =>
      pageOf(read(JSON.stringify({ children: [{ id: 1, text: text(filler), created_at: null }] })))
    const started = performance.now()
    for (const run of ['\n', '\n\u00a0', ' ', '<pre>'].map(one => one.repeat(20_000)))
      expect(read1(run).items).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(read1('\n\n').posting('1').description).toMatch(/^- this\n2\. that$/m)
  })
})

const real = new URL('../../../../shared/data/payloads/hackernews/items_thread.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded thread', () => {
  const recorded = pageOf(read(readFileSync(real)))
  expect(recorded.unread).toEqual([])
  expect(recorded.items).toHaveLength(5)
  expect(recorded.posting('49522903')).toMatchObject({
    title: 'Senior Product Engineer',
    company: 'Modash.io',
    location_text: 'Remote (Europe)',
    structured: { remote_options: 'remote', job_type: 'full-time' },
  })
  expect(recorded.posting('49522929:2')).toMatchObject({
    title: 'Senior Frontend Engineer',
    location_text: 'Utrecht, The Netherlands; HYBRID',
  })
})
