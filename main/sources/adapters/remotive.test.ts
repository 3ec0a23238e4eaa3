import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRemotive } from './remotive.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'

const adapter = createRemotive()
const { url } = adapter.firstRequest(askFor())
const read = (body: string | Uint8Array, status = 200) => adapter.read(answerTo(url, body, status), askFor())
const page = pageOf(read(sourceFixture('remotive/remote-jobs.json')))

it('asks for the whole feed, four times a day at most', () => {
  expect(url).toBe('https://remotive.com/api/remote-jobs')
  expect(adapter.pace.restMinutes).toBe(360)
})

describe('reading the feed', () => {
  it('keeps every readable posting and names the others', () => {
    expect(page.items).toHaveLength(10)
    expect(page.unread).toMatchObject([
      { index: 10, reason: 'Missing or unusable: title.' },
      { index: 11, reason: 'Missing or unusable: id.' },
      { index: 12, reason: 'Missing or unusable: the whole posting.' },
    ])
    expect(page.next).toBeUndefined()
  })

  it('puts pay in words in front of the text', () => {
    expect(page.posting('3100101')).toEqual(
      expect.objectContaining({
        title: 'Senior Map Engineer',
        company: 'Lantern Row',
        location_text: 'USA, Canada, Mexico',
        description: 'Salary: $95k - $120k\n\nWe map lighthouses for people at sea.\n\n- Python\n- PostGIS',
        structured: { remote_options: 'remote', job_type: 'full-time' },
        url: 'https://remotive.com/remote-jobs/software-dev/job-3100101',
        posted_at: '2026-10-30T09:15:00.000Z',
      }),
    )
    expect(page.posting('3100103').description).toMatch(/^Salary: Competitive\n/)
  })

  it('reads job types, and nothing out of "other"', () => {
    expect(page.posting('3100102')).toMatchObject({
      title: 'Lamp Restorer & Archivist',
      location_text: 'Europe',
      structured: { job_type: 'contract' },
    })
    expect(page.posting('3100103').structured).toMatchObject({ job_type: 'contract' })
    expect(page.posting('3100104')).toMatchObject({
      company: 'Gull & Daughters',
      structured: { job_type: 'part-time' },
    })
    expect(page.posting('3100105')).toMatchObject({ structured: { job_type: 'internship' }, posted_at: null })
    expect(page.posting('3100106')).toMatchObject({ description: '', location_text: '' })
    expect(page.posting('3100106').structured).toEqual({ remote_options: 'remote' })
  })

  it('leaves the remote type to the text where that speaks of an office', () => {
    expect(page.posting('3100108').structured).toEqual({ job_type: 'full-time' })
  })

  it('takes a posting with an id and a title and nothing else of use', () => {
    expect(page.posting('3100109')).toMatchObject({ title: 'Bare Minimum Analyst', company: '', url: null })
    expect(page.posting('3100110')).toMatchObject({ title: 'Fog Signal Tester', url: null })
  })

  it('lets nothing dangerous through', () => {
    expect(page.posting('3100107').description_html).not.toMatch(/script|onclick|img|onmouseover/)
  })
})

it.each([
  [404, '{}', 'not_found'],
  [429, '{}', 'busy'],
  [503, '{}', 'unavailable'],
  [200, '<html>maintenance</html>', 'not_json'],
  [200, '{"jobs":7}', 'changed'],
])('status %i with %j is %s', (status, body, code) => {
  expect(read(body, status)).toMatchObject({ ok: false, error: { code } })
})

const real = new URL('../../../../shared/data/payloads/remotive/remote-jobs.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const recorded = pageOf(read(readFileSync(real)))
  expect(recorded.unread).toEqual([])
  expect(recorded.posting('2091141')).toMatchObject({
    title: 'Frontend Web Application Developer',
    company: 'KoboToolbox',
    description: expect.stringMatching(/^Salary: \$90k - \$105k\n\nLocation: Remote\n/),
    posted_at: '2026-09-18T16:43:22.000Z',
  })
})
