import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createArbeitnow } from './arbeitnow.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'

const adapter = createArbeitnow()
const address = (page: number) => `https://www.arbeitnow.com/api/job-board-api?page=${page}`
const read = (page: number, body: string | Uint8Array, days: number | null = null) =>
  adapter.read(answerTo(address(page), body), askFor({ dateWindowDays: days }))
const first = pageOf(read(1, sourceFixture('arbeitnow/page-1.json')))
const second = pageOf(read(2, sourceFixture('arbeitnow/page-2.json')))

describe('paging', () => {
  it('goes on while the answer names a next page', () => {
    expect(adapter.firstRequest(askFor()).url).toBe(address(1))
    expect(first.next).toBe(address(2))
    expect(second.next).toBeUndefined()
    expect(second.cut).toBe(false)
  })

  const day = (created_at: number) =>
    JSON.stringify({
      data: [{ slug: 'a', title: 'Bell Ringer', created_at }],
      links: { next: 'https://evil.example/?page=2' },
    })

  it('never follows an address of the answer', () => {
    expect(pageOf(read(3, day(1793355600))).next).toBe(address(4))
  })

  it('stops where all are older than the campaign wants', () => {
    const old = day(Date.parse('2026-10-20') / 1000)
    expect(pageOf(read(1, old, 7)).next).toBeUndefined()
    expect(pageOf(read(1, old, 20)).next).toBe(address(2))
    expect(pageOf(read(1, day(Date.parse('2026-09-20') / 1000))).next).toBeUndefined()
  })

  it('stops after ten pages and says that there is more', () => {
    expect(pageOf(read(10, day(1793355600)))).toMatchObject({ next: undefined, cut: true })
  })
})

describe('reading a page', () => {
  it('keeps every readable posting and names the others', () => {
    expect(first.items).toHaveLength(7)
    expect(first.unread).toEqual([])
    expect(second.items).toHaveLength(2)
    expect(second.unread.map(one => one.reason)).toEqual([
      'Missing or unusable: slug.',
      'Missing or unusable: title.',
      'Missing or unusable: the whole posting.',
    ])
  })

  it('reads HTML that was escaped', () => {
    expect(first.posting('uhrmacher-berlin-11')).toMatchObject({
      title: 'Uhrmacher (m/w/d)',
      company: 'Uhrwerk Nord',
      location_text: 'Berlin, Berlin',
      description:
        'Unsere Werkstatt\n\nWir reparieren Turmuhren. Und zwar gern & gut.\n\n- Feinmechanik\n- Ölkännchen',
      description_html: expect.stringContaining('<strong>Turmuhren</strong>'),
      structured: { job_type: 'full-time' },
      posted_at: '2026-10-30T10:20:00.000Z',
    })
    expect(second.posting('plain-22')).toMatchObject({
      description: 'Plain words, one bell & no tags.\n\nSecond paragraph.',
      description_html: null,
      posted_at: '2026-10-28T08:00:00.000Z',
    })
    expect(first.posting('lamp-15').description_html).not.toMatch(/script|onclick|img|onmouseover/)
  })

  it('takes remote as a fact and not remote as none', () => {
    expect(first.posting('turmuhr-entwickler-12').structured).toEqual({
      remote_options: 'remote',
      job_type: 'full-time',
    })
    expect(first.posting('hybrid-planner-14').structured).toEqual({})
    expect(first.posting('werkstudent-zeiger-13')).toMatchObject({
      title: 'Werkstudent Zeiger & Pendel',
      structured: { job_type: 'part-time' },
    })
  })

  it('takes a posting with an id and a title and nothing else of use', () => {
    expect(first.posting('bare-16')).toMatchObject({ title: 'Glockenprüfer', company: '', url: null })
    expect(first.posting('odd-17')).toMatchObject({ company: '', url: null, posted_at: null, structured: {} })
  })
})

it('an answer of another form is said to be one', () => {
  expect(read(1, '{"jobs":[]}')).toMatchObject({ ok: false, error: { code: 'changed' } })
})

const real = new URL('../../../../shared/data/payloads/arbeitnow/job-board-api.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const recorded = pageOf(read(1, readFileSync(real)))
  expect(recorded.unread).toEqual([])
  expect(recorded.posting('werkstudent-customer-success-berlin-berlin-72879')).toMatchObject({
    title: 'Werkstudent Customer Success (x/f/m)',
    company: 'Doctolib',
    description: expect.stringContaining(
      'Werkstudent:in im Bereich Customer Success für unseren Standort in Berlin.',
    ),
    posted_at: '2026-09-26T08:55:15.000Z',
  })
})
