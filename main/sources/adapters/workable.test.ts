import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerOf, askFor, itemOf } from './test-support/boards.ts'
import { createWorkable, WorkableConfig } from './workable.ts'
import { workableAccount } from './workable-address.ts'

const adapter = createWorkable()
const ask = askFor(WorkableConfig.parse({ account: 'saltpan' }))
const folder = new URL('../../../tests/fixtures/sources/workable/', import.meta.url)
const HOST = 'https://apply.workable.com'
const LIST = `${HOST}/api/v3/accounts/saltpan/jobs`
const WIDGET = `${HOST}/api/v1/widget/accounts/saltpan?details=true`

const list = adapter.read(answerOf(LIST, readFileSync(new URL('jobs.json', folder))), ask)
const widget = adapter.read(answerOf(WIDGET, readFileSync(new URL('widget.json', folder))), ask)
const details: Record<string, unknown> = JSON.parse(readFileSync(new URL('details.json', folder), 'utf8'))

/** The posting with its detail. */
function complete(end: string) {
  const item = itemOf(list, end)
  const body = JSON.stringify(details[item.sourceKey])
  const read = adapter.readDetail?.(item, answerOf(item.detail?.url ?? '', body), ask)
  if (!read?.ok) throw new Error(read?.error.message)
  return read.item
}

describe('what the person enters', () => {
  it.each([
    'saltpan',
    'https://apply.workable.com/saltpan/',
    'apply.workable.com/saltpan/j/5A17BA0001/apply/',
    'https://saltpan.workable.com/jobs/123',
    'https://apply.workable.com/api/v1/widget/accounts/saltpan?details=true',
    'https://apply.workable.com/api/v3/accounts/saltpan/jobs',
    'https://www.workable.com/api/accounts/saltpan?details=true',
  ])('%s is the account saltpan', text => {
    expect(workableAccount(text)).toBe('saltpan')
  })

  it.each([
    '',
    'two words',
    'https://apply.workable.com/',
    'https://apply.workable.com/j/5A17BA0001',
    'https://jobs.workable.com/company/x/jobs-at-saltpan',
    'https://www.workable.com/pricing',
    'https://evil.example/apply.workable.com/saltpan',
    'https://notworkable.com/saltpan',
  ])('%j is no account', text => {
    expect(workableAccount(text)).toBeNull()
    expect(WorkableConfig.safeParse({ account: text }).error?.issues[0]?.message).toContain('paste')
  })
})

it('asks for the list with the token of the page before', () => {
  const first = adapter.firstRequest(ask)
  expect(first).toMatchObject({ url: LIST, method: 'POST' })
  expect(JSON.parse(first.body ?? '')).not.toHaveProperty('token')
  const page = adapter.read(
    answerOf(LIST, '{"total":9,"results":[{"shortcode":"A","title":"Cook"}],"nextPage":"WzE="}'),
    ask,
  )
  if (!page.ok) throw new Error(page.error.message)
  expect(page.next).toMatchObject({ url: LIST, method: 'POST' })
  expect(JSON.parse(page.next?.body ?? '')).toMatchObject({ token: 'WzE=' })
  expect(adapter.read(answerOf(LIST, '{"total":9,"results":[],"nextPage":"WzE="}'), ask)).not.toHaveProperty(
    'next',
  )
})

describe('reading the list', () => {
  it('keeps every open posting and names those that cannot be read', () => {
    if (!list.ok) throw new Error(list.error.message)
    expect(list.items.map(item => item.sourceKey.slice(-1))).toEqual(['1', '2', '3', '6'])
    expect(list.unread).toMatchObject([
      { index: 6, reason: 'Missing or unusable: shortcode.' },
      { index: 7, reason: 'Missing or unusable: title.' },
    ])
    expect(list.items[0]?.detail?.url).toBe(`${HOST}/api/v2/accounts/saltpan/jobs/5A17BA0001`)
  })

  it('reads places, dates and facts; places that the company hides are left out', () => {
    expect(itemOf(list, '1').posting).toMatchObject({
      title: 'Salt Chemist (Senior)',
      company: 'saltpan',
      location_text: 'Messolonghi, Aetolia-Acarnania, Greece; Aveiro, Portugal',
      url: 'https://apply.workable.com/saltpan/j/5A17BA0001/',
      posted_at: '2026-09-24T00:00:00.000Z',
    })
    expect(itemOf(list, '1').posting.structured).toEqual({
      office_city: 'Messolonghi',
      office_province: 'Aetolia-Acarnania',
      office_country: 'GR',
      remote_options: 'onsite',
      job_type: 'full-time',
    })
    expect(itemOf(list, '2').posting).toMatchObject({
      title: 'Copywriter & Storyteller',
      location_text: 'Poland',
      structured: { office_country: 'PL', remote_options: 'remote', job_type: 'contract' },
    })
    expect(itemOf(list, '3').posting.structured).toMatchObject({
      job_type: 'part-time',
      remote_options: 'hybrid',
    })
    expect(itemOf(list, '6').posting).toMatchObject({ location_text: '', structured: {}, posted_at: null })
  })

  it('completes a posting by its text', () => {
    const { posting, raw } = complete('1')
    expect(posting.description).toMatch(
      /^Saltpan harvests sea salt & magnesium\.\n\nRequirements\n\n- Titration[\s\S]*Benefits\n\n€38,000/,
    )
    expect(JSON.parse(raw)).toMatchObject({ list: { id: 8100001 }, detail: { shortcode: '5A17BA0001' } })
    expect(complete('2').posting.description_html).not.toMatch(/script|onclick/)
    expect(complete('6').posting).toMatchObject({ description: 'Fill bags.', structured: {} })
  })

  it('says which text could not be had', () => {
    const read = (body: string, status = 200) =>
      adapter.readDetail?.(itemOf(list, '3'), answerOf(HOST, body, status), ask)
    expect(read('{}', 404)).toMatchObject({
      error: { code: 'not_found', message: 'Workable no longer shows "Pan Keeper".' },
    })
    expect(read('{"job":{}}')).toMatchObject({ error: { code: 'changed' } })
  })
})

describe('the widget', () => {
  it('is asked where the list has another form, and never twice', () => {
    expect(adapter.read(answerOf(LIST, '{"error":"gone"}'), ask)).toEqual({
      ok: true,
      items: [],
      unread: [],
      next: { url: WIDGET, headers: { accept: 'application/json' } },
    })
    expect(adapter.read(answerOf(WIDGET, '{"error":"gone"}'), ask)).toMatchObject({
      ok: false,
      error: { code: 'changed' },
    })
    expect(adapter.read(answerOf(WIDGET, '{}', 404), ask)).toMatchObject({
      ok: false,
      error: { code: 'changed' },
    })
    expect(adapter.read(answerOf(WIDGET, '<html>'), ask)).toMatchObject({
      ok: false,
      error: { code: 'not_json' },
    })
  })

  it('brings the texts, and postings once for each place', () => {
    if (!widget.ok) throw new Error(widget.error.message)
    expect([widget.items.length, widget.unread.length]).toEqual([2, 1])
    const item = itemOf(widget, '1')
    expect(item).not.toHaveProperty('detail')
    expect(item.mark).toContain('Aveiro')
    expect(item.posting).toMatchObject({
      company: 'Saltpan Works',
      location_text: 'Messolonghi, Aetolia-Acarnania, Greece; Aveiro, Centro, Portugal',
      description: 'Saltpan harvests sea salt & magnesium.',
      url: 'https://apply.workable.com/j/5A17BA0001',
      industry: 'Food Production',
      structured: { office_country: 'GR', job_type: 'full-time' },
    })
    expect(itemOf(widget, '2')).toMatchObject({
      detail: { url: expect.stringContaining('/5A17BA0002') },
      posting: {
        posted_at: '2026-09-23T00:00:00.000Z',
        structured: {
          office_country: 'PL',
          remote_options: 'remote',
          job_type: 'contract',
          seniority_level: 'junior',
        },
      },
    })
  })
})

it.each([
  [404, 'not_found', 'Workable knows no company named "saltpan".'],
  [403, 'refused', 'Workable refuses to answer (status 403).'],
  [429, 'busy', 'Workable asks to slow down. It will be asked again later.'],
])('status %i is %s', (status, code, message) => {
  expect(adapter.read(answerOf(LIST, '{}', status), ask)).toMatchObject({ error: { code, message } })
})

it('an account without postings is an account', () => {
  expect(adapter.read(answerOf(LIST, '{"total":0,"results":[]}'), ask)).toEqual({
    ok: true,
    items: [],
    unread: [],
  })
})

const samples = '../../../../shared/data/payloads/workable/'
const realList = new URL(`${samples}v3_accounts_jobs.sample.json`, import.meta.url)
const realWidget = new URL(`${samples}widget_accounts.sample.json`, import.meta.url)

it.skipIf(!existsSync(realList))('reads a recorded list', () => {
  const reading = adapter.read(answerOf(LIST, readFileSync(realList)), ask)
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length]).toEqual([3, 0])
  expect(itemOf(reading, 'ACD32AC5E1').posting).toMatchObject({
    location_text: 'Metamorfosi, Attica, Greece',
    structured: { office_country: 'GR', remote_options: 'onsite', job_type: 'full-time' },
  })
})

it.skipIf(!existsSync(realWidget))('reads a recorded widget', () => {
  const reading = adapter.read(answerOf(WIDGET, readFileSync(realWidget)), ask)
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length]).toEqual([1, 0])
  expect(itemOf(reading, '869818CC50').posting).toMatchObject({
    company: 'ClimateWorks Foundation',
    location_text: 'United Kingdom',
    posted_at: '2026-07-07T00:00:00.000Z',
    structured: { office_country: 'GB', remote_options: 'remote' },
  })
})
