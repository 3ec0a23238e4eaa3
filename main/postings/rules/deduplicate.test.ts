import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DuplicateCandidate, decideDuplicate, type PostingIdentity } from './deduplicate.ts'
import { canonicalUrl, openingKey } from './normalise.ts'

const posting = (own: Partial<PostingIdentity> = {}): PostingIdentity => ({
  source: 'board',
  source_key: '1',
  content_hash: 'a',
  opening_key: 'acme|driver|london',
  canonical_url: null,
  seniority_level: null,
  salary_year_low: null,
  salary_year_high: null,
  compensation_currency: null,
  ...own,
})
const stored = (job_id: string, own: Partial<PostingIdentity> = {}): DuplicateCandidate<string> => ({
  ...posting({ source: 'other', source_key: '9', ...own }),
  job_id,
})

describe('the same posting', () => {
  it('is recognised by its id at the source, changed or not', () => {
    const before = stored('j1', { source: 'board', source_key: '1' })
    expect(decideDuplicate(posting(), [before])).toMatchObject({ kind: 'same_posting', jobId: 'j1' })
    expect(decideDuplicate(posting({ content_hash: 'b' }), [before])).toMatchObject({
      kind: 'changed_posting',
      jobId: 'j1',
    })
  })

  it('keeps its job even when another job fits as well', () => {
    const others = [
      stored('j0'),
      stored('j2', { source: 'board', source_key: '1', opening_key: 'acme|rider|leeds' }),
    ]
    expect(decideDuplicate(posting(), others)).toMatchObject({ kind: 'same_posting', jobId: 'j2' })
  })

  it('is not assumed between sources, or without an id', () => {
    const other = stored('j1', { source_key: '1', opening_key: 'other|cook|leeds' })
    expect(decideDuplicate(posting(), [other])).toEqual({ kind: 'new_job', reasons: [] })
    const anonymous = stored('j1', { source: 'board', source_key: null, opening_key: 'other|cook|leeds' })
    expect(decideDuplicate(posting({ source_key: null }), [anonymous]).kind).toBe('new_job')
  })
})

describe('another posting of a known opening', () => {
  it('has the same company, title and place', () => {
    expect(decideDuplicate(posting(), [stored('j1')])).toEqual({
      kind: 'same_job',
      jobId: 'j1',
      reasons: ['same company, title and place'],
    })
  })

  it.each([
    ['place', 'acme|driver|'],
    ['title', 'acme||london'],
    ['company', '|driver|london'],
  ])('is never found without a %s', (_, opening_key) => {
    expect(decideDuplicate(posting({ opening_key }), [stored('j1', { opening_key })]).kind).toBe('new_job')
  })

  it.each<[string, Partial<PostingIdentity>, Partial<PostingIdentity>, boolean]>([
    ['another level', { seniority_level: 'senior' }, { seniority_level: 'junior' }, false],
    ['a level on one side', { seniority_level: 'senior' }, {}, true],
    ['another type', { job_type: 'full-time' }, { job_type: 'part-time' }, false],
    ['another way of working', { remote_options: 'remote' }, { remote_options: 'onsite' }, false],
    [
      'pay that does not meet',
      { salary_year_low: 10, salary_year_high: 20 },
      { salary_year_low: 21, salary_year_high: 30 },
      false,
    ],
    [
      'pay that meets',
      { salary_year_low: 10, salary_year_high: 20 },
      { salary_year_low: 20, salary_year_high: null },
      true,
    ],
    ['pay on one side', { salary_year_low: 10, salary_year_high: 20 }, {}, true],
    [
      'pay in two currencies',
      { salary_year_low: 10, compensation_currency: 'GBP' },
      { salary_year_low: 10, compensation_currency: 'USD' },
      false,
    ],
    [
      'half a year between',
      { posted_at: '2026-01-05T00:00:00Z' },
      { posted_at: '2026-11-05T00:00:00Z' },
      false,
    ],
    ['a month between', { posted_at: '2026-10-05T00:00:00Z' }, { posted_at: '2026-11-05T00:00:00Z' }, true],
    ['a date that is none', { posted_at: 'soon' }, { posted_at: '2026-11-05T00:00:00Z' }, true],
  ])('with %s', (_, a, b, joined) => {
    const decision = decideDuplicate(posting(a), [stored('j1', b)])
    expect(decision.kind).toBe(joined ? 'same_job' : 'new_job')
    expect(decision.reasons).toHaveLength(1)
  })

  it('one contradicting posting speaks against its whole job', () => {
    const job = [stored('j1'), stored('j1', { seniority_level: 'junior' })]
    expect(decideDuplicate(posting({ seniority_level: 'senior' }), job).kind).toBe('new_job')
    expect(decideDuplicate(posting({ seniority_level: 'senior' }), [...job, stored('j2')])).toMatchObject({
      jobId: 'j2',
    })
  })
})

describe('the address of a posting', () => {
  const url = 'https://jobs.example.com/12345'
  const at = (opening_key: string, canonical_url: string | null = url) =>
    stored('j1', { opening_key, canonical_url })

  it.each([
    ['a changed title', 'acme|senior driver|leeds', true],
    ['other spelling of the company', 'acme europe|driver intern|london', true],
    ['a title with nothing in common', 'acme|pastry cook|london', false],
  ])('with %s', (_, opening_key, joined) => {
    const decision = decideDuplicate(posting({ canonical_url: url }), [at(opening_key)])
    expect(decision.kind).toBe(joined ? 'same_job' : 'new_job')
  })

  it('says nothing when it is a page of many jobs', () => {
    const page = 'https://example.com/careers'
    expect(decideDuplicate(posting({ canonical_url: page }), [at('acme|van driver|leeds', page)]).kind).toBe(
      'new_job',
    )
  })
})

it('does not depend on the order of the candidates', () => {
  const candidate = fc.record({
    job_id: fc.constantFrom('j1', 'j2', 'j3'),
    source: fc.constantFrom('board', 'other'),
    source_key: fc.constantFrom('1', '2', null),
    content_hash: fc.constant('a'),
    opening_key: fc.constantFrom('acme|driver|london', 'acme|driver|', 'acme|cook|london'),
    canonical_url: fc.constantFrom(null, 'https://example.com/12345'),
    seniority_level: fc.constantFrom(null, 'junior' as const, 'senior' as const),
    salary_year_low: fc.constantFrom(null, 10, 30),
    salary_year_high: fc.constantFrom(null, 20, 40),
    compensation_currency: fc.constantFrom(null, 'GBP'),
  })
  fc.assert(
    fc.property(candidate, fc.array(candidate, { minLength: 1, maxLength: 5 }), (one, candidates) => {
      const decision = decideDuplicate(one, candidates)
      expect(decideDuplicate(one, candidates.toReversed())).toEqual(decision)
      if (decision.kind !== 'new_job')
        expect(candidates.map(({ job_id }) => job_id)).toContain(decision.jobId)
    }),
    { numRuns: 1000 },
  )
})

const PAIRS = new URL('../../../../shared/data/dedup/pairs_dev.jsonl', import.meta.url)

interface Listing {
  title: string
  company: string
  location: string | null
  url: string | null
  date_posted: string | null
}

describe.skipIf(!existsSync(PAIRS))('labelled pairs', () => {
  const identity = (listing: Listing, source: string): PostingIdentity =>
    posting({
      source,
      source_key: null,
      opening_key: openingKey({
        title: listing.title,
        company: listing.company,
        location_text: listing.location ?? '',
        city: null,
        country: null,
        remote: null,
      }),
      canonical_url: canonicalUrl(listing.url),
      posted_at: listing.date_posted,
    })

  it('are joined with precision of at least 0.995 and recall of at least 0.9', () => {
    const lines = readFileSync(PAIRS, 'utf8').trim().split('\n')
    const pairs = lines.map(
      line => JSON.parse(line) as { label: string; ambiguous: boolean; a: Listing; b: Listing },
    )
    const sure = pairs.filter(pair => !pair.ambiguous)
    const joined = sure.filter(
      ({ a, b }) =>
        decideDuplicate(identity(a, 'a'), [{ ...identity(b, 'b'), job_id: 1 }]).kind === 'same_job',
    )
    const right = joined.filter(pair => pair.label === 'same').length
    const same = sure.filter(pair => pair.label === 'same').length
    expect(right / joined.length).toBeGreaterThanOrEqual(0.995)
    expect(right / same).toBeGreaterThanOrEqual(0.9)
  })
})
