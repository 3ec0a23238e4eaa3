import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createJobicy } from './jobicy.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'

const adapter = createJobicy()
const { url } = adapter.firstRequest(askFor())
const read = (body: string | Uint8Array, status = 200) => adapter.read(answerTo(url, body, status), askFor())
const page = pageOf(read(sourceFixture('jobicy/remote-jobs.json')))

it('asks for the newest hundred, once an hour at most', () => {
  expect(url).toBe('https://jobicy.com/api/v2/remote-jobs?count=100')
  expect(adapter.pace.restMinutes).toBe(60)
})

describe('reading the feed', () => {
  it('keeps every readable posting and names the others', () => {
    expect(page.items).toHaveLength(9)
    expect(page.unread.map(one => one.reason)).toEqual([
      'Missing or unusable: jobTitle.',
      'Missing or unusable: id.',
      'Missing or unusable: the whole posting.',
    ])
  })

  it('reads places, pay and level', () => {
    expect(page.posting('400101')).toMatchObject({
      title: 'Moth Data Engineer',
      company: 'Moth & Meridian',
      location_text: 'LATAM, Canada, USA',
      description: 'Moths\n\nWe count moths at night & publish by day.',
      industry: 'Software Engineering',
      structured: {
        remote_options: 'remote',
        job_type: 'full-time',
        seniority_level: 'senior',
        salary_low: 110000,
        salary_high: 140000,
        compensation_currency: 'USD',
        salary_period: 'year',
      },
      posted_at: '2026-10-30T20:54:07.000Z',
    })
    expect(page.posting('400102')).toMatchObject({
      title: 'Night Shift Observer & Writer',
      structured: {
        job_type: 'part-time',
        seniority_level: 'junior',
        salary_low: 25,
        salary_high: 32.5,
        salary_period: 'hour',
      },
    })
    expect(page.posting('400103').structured).toEqual({
      remote_options: 'remote',
      job_type: 'contract',
      seniority_level: 'mid',
      salary_low: 4000,
      compensation_currency: 'GBP',
      salary_period: 'month',
    })
    expect(page.posting('400104')).toMatchObject({
      industry: 'Science & Research, Management',
      structured: { job_type: 'full-time', seniority_level: 'director' },
    })
  })

  it('leaves out what is not clear', () => {
    expect(page.posting('400105').structured).toEqual({ job_type: 'full-time' })
    expect(page.posting('400107')).toMatchObject({
      description: 'We count moths…',
      structured: { remote_options: 'remote', job_type: 'full-time' },
      posted_at: null,
    })
    expect(page.posting('400108')).toMatchObject({ title: 'Bare Counter', company: '' })
    expect(page.posting('400109')).toMatchObject({
      company: '',
      location_text: '',
      url: null,
      industry: null,
    })
  })

  it('lets nothing dangerous through', () => {
    expect(page.posting('400106').description_html).not.toMatch(/script|onclick|img|onmouseover/)
    expect(page.posting('400106').posted_at).toBe('2026-07-21T10:30:00.000Z')
  })
})

it.each([
  [429, '{}', 'busy'],
  [200, '{"success":false,"error":"Too many"}', 'changed'],
])('status %i with %j is %s', (status, body, code) => {
  expect(read(body, status)).toMatchObject({ ok: false, error: { code } })
})

const real = new URL('../../../../shared/data/payloads/jobicy/remote-jobs.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const recorded = pageOf(read(readFileSync(real)))
  expect(recorded.unread).toEqual([])
  expect(recorded.posting('154087')).toMatchObject({ location_text: 'LATAM, Canada, USA' })
  expect(recorded.posting('154084')).toMatchObject({
    title: 'Staff Engineer, Full Stack (Trust, Safety & Risk)',
    structured: {
      salary_low: 200000,
      salary_high: 250000,
      compensation_currency: 'USD',
      salary_period: 'year',
    },
  })
})
