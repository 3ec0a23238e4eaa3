import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerGlassdoor, GLASSDOOR_KEY } from '../../../tests/support/replay/glassdoor.ts'
import { glassdoorRequest, readGlassdoor } from './glassdoor.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What is found when the search is asked as it is. */
function find(name: string, domain: string | null = null, key: string = GLASSDOOR_KEY) {
  const { url, headers } = glassdoorRequest({ name, domain }, key)
  const answer = answerGlassdoor({ method: 'GET', url: new URL(url), headers, body: '' })
  if (answer === null) throw new Error(`not answered: ${url}`)
  return readGlassdoor({ status: answer.status ?? 200, body: bytes(String(answer.body)) }, { name, domain })
}

it('asks by name, with the key in a header', () => {
  const { url, headers } = glassdoorRequest({ name: 'Tide & Mark', domain: null }, 'k-123')
  expect(url).toBe(
    'https://api.openwebninja.com/realtime-glassdoor-data/company-search?query=Tide+%26+Mark&limit=10&domain=www.glassdoor.com',
  )
  expect(headers['x-api-key']).toBe('k-123')
})

describe('what is found', () => {
  it('are the facts of the company', () => {
    expect(find('Tidemark GmbH')).toEqual({
      ok: true,
      found: {
        website: 'https://www.tidemark.example',
        industry: 'Shipping & Ports',
        size_range: '201-500',
        headquarters: 'Rotterdam, Netherlands',
        founded: 1987,
        rating: 3.9,
        review_count: 214,
        ratings: {
          'culture and values': 4,
          'work-life balance': 4.1,
          'pay and benefits': 3.6,
          'career opportunities': 3.2,
          'senior management': 3.4,
        },
        url: 'https://www.glassdoor.com/Overview/Working-at-Tidemark-EI_IE700001.htm',
      },
    })
  })

  it('leaves open what nobody knows', () => {
    expect(find('Seawall')).toEqual({
      ok: true,
      found: {
        website: 'https://seawall.example',
        industry: null,
        size_range: null,
        headquarters: null,
        founded: null,
        rating: null,
        review_count: 0,
        ratings: null,
        url: null,
      },
    })
  })

  it('is chosen by the site where names are alike', () => {
    expect(find('Quaywork', 'quaywork.example')).toMatchObject({ found: { industry: 'Logistics' } })
    expect(find('Quaywork')).toEqual({ ok: true, found: null })
  })

  it('is nothing when none is like it', () => {
    expect(find('Lockgate')).toEqual({ ok: true, found: null })
  })
})

describe('what is no find', () => {
  it('a refused key', () => {
    expect(find('Tidemark', null, 'wrong')).toMatchObject({ ok: false, reason: 'key' })
  })

  it.each([
    [429, '{}', 'busy'],
    [500, '{}', 'failed'],
    [400, '{"status":"ERROR"}', 'failed'],
    [200, '<html>', 'failed'],
    [200, '{"status":"OK"}', 'failed'],
    [200, '{"data":[{"label":"x"}]}', 'failed'],
  ])('status %i with %j', (status, body, reason) => {
    const reading = readGlassdoor({ status, body: bytes(body) }, { name: 'Tidemark', domain: null })
    expect(reading).toMatchObject({ ok: false, reason, message: expect.stringMatching(/^[A-Z].*\.$/) })
  })
})

const recorded = new URL(
  '../../../../shared/data/payloads/glassdoor_openwebninja/company-search.response.json',
  import.meta.url,
)

it.skipIf(!existsSync(recorded))('reads a recorded answer', () => {
  const body = readFileSync(recorded)
  expect(readGlassdoor({ status: 200, body }, { name: 'flighthub.com', domain: null })).toMatchObject({
    ok: true,
    found: {
      website: 'https://www.flighthub.com',
      industry: 'Internet & Web Services',
      size_range: '51-200',
      headquarters: 'Montreal, Canada',
      founded: 2012,
      rating: 3,
      review_count: 245,
    },
  })
  expect(readGlassdoor({ status: 200, body }, { name: 'Hub International', domain: null })).toEqual({
    ok: true,
    found: null,
  })
})
