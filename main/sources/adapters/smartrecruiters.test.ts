import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSmartRecruiters, SmartRecruitersConfig, smartRecruitersCompany } from './smartrecruiters.ts'
import { answerOf, askFor, itemOf } from './test-support/boards.ts'

const adapter = createSmartRecruiters()
const ask = askFor(SmartRecruitersConfig.parse({ company: 'BrambleAndSons' }))
const folder = new URL('../../../tests/fixtures/sources/smartrecruiters/', import.meta.url)
const POSTINGS = 'https://api.smartrecruiters.com/v1/companies/BrambleAndSons/postings'

const answer = (body: string | Uint8Array, status = 200, offset = 0) =>
  answerOf(`${POSTINGS}?limit=100&offset=${offset}`, body, status)
const page = adapter.read(answer(readFileSync(new URL('postings.json', folder))), ask)
const details: Record<string, unknown> = JSON.parse(readFileSync(new URL('details.json', folder), 'utf8'))

/** The posting with its detail. */
function complete(end: string) {
  const item = itemOf(page, end)
  const body = JSON.stringify(details[item.sourceKey])
  const read = adapter.readDetail?.(item, answerOf(item.detail?.url ?? '', body), ask)
  if (!read?.ok) throw new Error(read?.error.message)
  return read.item
}

describe('what the person enters', () => {
  it.each([
    'BrambleAndSons',
    'https://careers.smartrecruiters.com/BrambleAndSons',
    'careers.smartrecruiters.com/BrambleAndSons/it?search=x',
    'https://jobs.smartrecruiters.com/BrambleAndSons/743999100000001-jam-taster',
    'https://jobs.smartrecruiters.com/ni/BrambleAndSons/5d0c2f4e-jam-taster',
    'https://jobs.smartrecruiters.com/oneclick-ui/company/BrambleAndSons/publication/5d0c2f4e',
    'https://api.smartrecruiters.com/v1/companies/BrambleAndSons/postings?limit=10',
  ])('%s is the company BrambleAndSons', text => {
    expect(smartRecruitersCompany(text)).toBe('BrambleAndSons')
  })

  it.each([
    '',
    'two words',
    'https://jobs.smartrecruiters.com/',
    'https://jobs.smartrecruiters.com/my-applications/x',
    'https://www.smartrecruiters.com/pricing',
    'https://evil.example/careers.smartrecruiters.com/Bramble',
  ])('%j is no company', text => {
    expect(smartRecruitersCompany(text)).toBeNull()
    expect(SmartRecruitersConfig.safeParse({ company: text }).error?.issues[0]?.message).toContain('paste')
  })
})

it('asks page by page until the total is reached', () => {
  expect(adapter.firstRequest(ask).url).toBe(`${POSTINGS}?limit=100&offset=0`)
  const some = (offset: number, ids: string[]) =>
    adapter.read(
      answer(JSON.stringify({ totalFound: 5, content: ids.map(id => ({ id, name: 'Cook' })) }), 200, offset),
      ask,
    )
  expect(some(0, ['a', 'b', 'c'])).toMatchObject({ next: { url: `${POSTINGS}?limit=100&offset=3` } })
  expect(some(3, ['d', 'e'])).not.toHaveProperty('next')
  expect(some(3, [])).not.toHaveProperty('next')
})

describe('reading a list', () => {
  it('keeps every open posting and names those that cannot be read', () => {
    if (!page.ok) throw new Error(page.error.message)
    expect(page.items.map(item => item.sourceKey.slice(-1))).toEqual(['1', '2', '3', '5', '6'])
    expect(page.unread).toMatchObject([
      { index: 6, reason: 'Missing or unusable: name.' },
      { index: 7, reason: 'Missing or unusable: id.' },
    ])
    expect(page.items[0]?.detail?.url).toBe(`${POSTINGS}/743999100000001`)
  })

  it('reads places, dates and facts', () => {
    expect(itemOf(page, '1').posting).toMatchObject({
      title: 'Responsable développement sécurité & réseau (H/F)',
      company: 'Bramble & Sons',
      location_text: 'Lyon, ARA, France',
      posted_at: '2026-09-21T07:30:15.000Z',
      industry: 'Food Production',
      url: 'https://jobs.smartrecruiters.com/BrambleAndSons/743999100000001',
    })
    expect(itemOf(page, '1').posting.structured).toEqual({
      office_city: 'Lyon',
      office_country: 'FR',
      remote_options: 'hybrid',
      job_type: 'full-time',
    })
    expect(itemOf(page, '2').posting.structured).toEqual({
      office_city: 'Hereford',
      office_province: 'Herefordshire',
      office_country: 'GB',
      remote_options: 'onsite',
      job_type: 'part-time',
      seniority_level: 'junior',
    })
    expect(itemOf(page, '3').posting).toMatchObject({
      company: 'BrambleAndSons',
      posted_at: null,
      structured: { office_country: 'US', remote_options: 'remote', seniority_level: 'intern' },
    })
    expect(itemOf(page, '5').posting).toMatchObject({ location_text: '', structured: {}, industry: null })
    expect(itemOf(page, '6').posting).toMatchObject({
      location_text: 'Bad Homburg, de',
      structured: { job_type: 'temporary', office_country: 'DE' },
    })
  })
})

describe('completing a posting', () => {
  it('puts the sections together in the order of the page', () => {
    const { posting, raw } = complete('1')
    expect(posting.description).toMatch(
      /^Description de l'entreprise\n\nBramble & Sons fait[\s\S]*chaudrons[\s\S]*- Pare-feu[\s\S]*Cinq ans[\s\S]*55\s000 € par an\.$/,
    )
    expect(posting.url).toBe(
      'https://jobs.smartrecruiters.com/BrambleAndSons/743999100000001-responsable-developpement',
    )
    expect(posting.apply_url).toContain('?oga=true')
    expect(JSON.parse(raw)).toMatchObject({
      list: { refNumber: 'BR-001' },
      detail: { id: '743999100000001' },
    })
  })

  it('lets nothing dangerous through, and reads plain text too', () => {
    expect(complete('2').posting.description_html).not.toMatch(/<script|onmouseover/)
    expect(complete('3').posting.description).toBe('Count growth.\nReport growth.')
  })

  it('says which text could not be had', () => {
    const item = itemOf(page, '5')
    const read = (body: string, status: number) =>
      adapter.readDetail?.(item, answerOf('https://x.example', body, status), ask)
    expect(read('{}', 404)).toMatchObject({
      error: { code: 'not_found', message: 'SmartRecruiters no longer shows "Bottling Lead".' },
    })
    expect(read('{"jobAd":7}', 200)).toMatchObject({ error: { code: 'changed' } })
  })
})

it.each([
  ['{}', 404, 'not_found'],
  ['{"postings":[]}', 200, 'changed'],
  ['<html>', 200, 'not_json'],
])('%s with status %i is %s', (body, status, code) => {
  expect(adapter.read(answer(body, status), ask)).toMatchObject({ ok: false, error: { code } })
})

it('a company without postings is a company', () => {
  expect(adapter.read(answer('{"totalFound":0,"content":[]}'), ask)).toEqual({
    ok: true,
    items: [],
    unread: [],
  })
})

const real = new URL(
  '../../../../shared/data/payloads/smartrecruiters/postings_list.sample.json',
  import.meta.url,
)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const reading = adapter.read(answer(readFileSync(real)), ask)
  if (!reading.ok) throw new Error(reading.error.message)
  expect([reading.items.length, reading.unread.length]).toEqual([2, 0])
  expect(reading.next?.url).toContain('offset=2')
  expect(itemOf(reading, '12444').posting).toMatchObject({
    company: 'Ubisoft',
    location_text: 'Montreal, QC, Canada',
    structured: {
      office_city: 'Montreal',
      office_country: 'CA',
      job_type: 'full-time',
      remote_options: 'onsite',
    },
  })
  expect(itemOf(reading, '72065').posting.structured).toMatchObject({ job_type: 'internship' })
})
