import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRecruitee, RecruiteeConfig, recruiteeHost } from './recruitee.ts'
import { answerOf, askFor, itemOf } from './test-support/boards.ts'

const adapter = createRecruitee()
const ask = askFor(RecruiteeConfig.parse({ site: 'hazelbrug' }))
const fixture = new URL('../../../tests/fixtures/sources/recruitee/offers.json', import.meta.url)

const answer = (body: string | Uint8Array, status = 200) =>
  answerOf('https://hazelbrug.recruitee.com/api/offers/', body, status)
const site = adapter.read(answer(readFileSync(fixture)), ask)
const posting = (end: string) => itemOf(site, end).posting

describe('what the person enters', () => {
  it.each([
    'hazelbrug',
    'Hazelbrug.recruitee.com',
    'https://hazelbrug.recruitee.com/',
    'https://hazelbrug.recruitee.com/o/bridge-inspector/c/new?source=x',
    'https://hazelbrug.recruitee.com/api/offers/',
  ])('%s is the site of hazelbrug', text => {
    expect(recruiteeHost(text)).toBe('hazelbrug.recruitee.com')
  })

  it('may be a domain of the company', () => {
    expect(recruiteeHost('https://jobs.hazelbrug.example/o/bridge-inspector')).toBe('jobs.hazelbrug.example')
    const config = RecruiteeConfig.parse({ site: 'jobs.hazelbrug.example' })
    expect(adapter.firstRequest(askFor(config)).url).toBe('https://jobs.hazelbrug.example/api/offers/')
    expect(adapter.name(config)).toBe('jobs.hazelbrug.example')
  })

  it.each([
    '',
    'two words',
    'https://www.recruitee.com/pricing',
    'https://app.recruitee.com',
    'recruitee.com',
    'http://127.0.0.1/o/x',
    'http://[::1]/',
    'http://2130706433/',
    'https://a..b/',
  ])('%j is no site', text => {
    expect(recruiteeHost(text)).toBeNull()
    expect(RecruiteeConfig.safeParse({ site: text }).error?.issues[0]?.message).toContain('paste the address')
  })

  it('is recognised by host or by a path that only its sites have', () => {
    const recognised = (address: string) => adapter.recognise?.(new URL(address))
    expect(recognised('https://hazelbrug.recruitee.com/l/nl')).toEqual({ site: 'hazelbrug.recruitee.com' })
    expect(recognised('https://jobs.hazelbrug.example/o/bridge-inspector/c/new')).toEqual({
      site: 'jobs.hazelbrug.example',
    })
    expect(recognised('https://jobs.hazelbrug.example/api/offers/')).toEqual({
      site: 'jobs.hazelbrug.example',
    })
    expect(recognised('https://hazelbrug.example/jobs')).toBeNull()
    expect(recognised('http://localhost/api/offers')).toBeNull()
  })
})

describe('reading offers', () => {
  it('keeps every open offer and names those that cannot be read', () => {
    if (!site.ok) throw new Error(site.error.message)
    expect(site.items.map(item => item.sourceKey.slice(-1))).toEqual(['1', '2', '3', '4', '6'])
    expect(site.unread).toMatchObject([
      { index: 6, reason: 'Missing or unusable: title.' },
      { index: 7, reason: 'Missing or unusable: id.' },
      { index: 8, reason: 'Missing or unusable: the whole posting.' },
    ])
    expect(site.next).toBeUndefined()
  })

  it('reads text, places, addresses and dates', () => {
    expect(posting('1')).toMatchObject({
      title: 'Bridge Inspector & Diver',
      company: 'Hazelbrug',
      location_text: 'Delft, Zuid-Holland, Netherlands; Ghent, Belgium; Anywhere dry',
      description: expect.stringMatching(
        /^We look after small bridges\.[\s\S]*You\n\n- Dive to 12\sm\n- Read/,
      ),
      url: 'https://hazelbrug.recruitee.com/o/bridge-inspector',
      apply_url: 'https://hazelbrug.recruitee.com/o/bridge-inspector/c/new',
      posted_at: '2026-09-03T10:45:00.000Z',
      closed_at: '2026-11-30T00:00:00.000Z',
    })
    expect(posting('2')).toMatchObject({
      company: 'hazelbrug',
      location_text: 'Remote',
      posted_at: '2026-10-05T09:00:00.000Z',
    })
  })

  it('reads facts where the offer states them', () => {
    expect(posting('1').structured).toEqual({
      salary_low: 3400,
      salary_high: 4150.5,
      compensation_currency: 'EUR',
      salary_period: 'month',
      office_city: 'Delft',
      office_province: 'Zuid-Holland',
      office_country: 'NL',
      remote_options: 'hybrid',
      job_type: 'full-time',
      seniority_level: 'mid',
    })
    expect(posting('2').structured).toEqual({
      salary_high: 65,
      compensation_currency: 'EUR',
      salary_period: 'hour',
      remote_options: 'remote',
      job_type: 'contract',
    })
    // All three ways of working are offered, and a pay of 0 is none.
    expect(posting('3').structured).toEqual({
      office_city: 'Delft',
      office_country: 'NL',
      job_type: 'internship',
    })
    expect(posting('4').structured).toEqual({ remote_options: 'onsite', job_type: 'temporary' })
    expect(posting('4').description).toMatch(/^Salary: 1,100 - 1,200 EUR \(biweekly\)\n\nWatch the water\./)
    expect(posting('6')).toMatchObject({ title: 'Odd shapes', structured: {}, description: '' })
  })

  it('lets nothing dangerous through', () => {
    expect(posting('3').description_html).not.toMatch(/javascript|style|img|onerror/)
    expect(posting('3').url).toBeNull()
  })
})

it.each([
  ['{"error":"not found"}', 404, 'not_found'],
  ['{"jobs":[]}', 200, 'changed'],
  ['<!doctype html>', 200, 'not_json'],
])('%s with status %i is %s', (body, status, code) => {
  expect(adapter.read(answer(body, status), ask)).toMatchObject({ ok: false, error: { code } })
})

it('a site without offers is a site', () => {
  expect(adapter.read(answer('{"offers":[]}'), ask)).toEqual({ ok: true, items: [], unread: [] })
})

const real = new URL('../../../../shared/data/payloads/recruitee/offers.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(real)), ask)
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length]).toEqual([2, 0])
  expect(itemOf(reading, '2751915').posting).toMatchObject({
    company: 'Channable',
    location_text: 'Utrecht, Netherlands',
    posted_at: '2026-09-18T13:27:28.000Z',
    structured: {
      salary_low: 3750,
      salary_high: 5250,
      compensation_currency: 'EUR',
      salary_period: 'month',
      office_country: 'NL',
      remote_options: 'hybrid',
      job_type: 'full-time',
      seniority_level: 'mid',
    },
  })
})
