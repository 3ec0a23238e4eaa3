import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedPosting } from '../../contract/imports.ts'
import { comparePostings, type PostingIdentity } from './compare-postings.ts'
import { canonicalUrl, openingKey } from './normalise.ts'
import { textMark } from './text-mark.ts'
import { titleParts } from './title-parts.ts'

/** About a hundred different words a number, so that texts of two numbers share nothing. */
const text = (number: number, words = 120): string =>
  Array.from({ length: words }, (_, at) => `w${(at * 7919 + number * 104729) % 99991}`).join(' ')

type Posting = Partial<
  Omit<PostingIdentity, 'text' | 'opening_key' | 'canonical_url'> &
    Pick<ImportedPosting, 'title' | 'company' | 'location_text' | 'description' | 'url'>
>

function identity({ title, company, location_text, description, url, ...own }: Posting): PostingIdentity {
  const key = openingKey({
    title: title ?? 'Crane Operator',
    company: company ?? 'Harbour Works Ltd',
    location_text: location_text ?? 'Leeds, UK',
    city: null,
    country: null,
    remote: null,
  })
  const [name = '', words = '', place = ''] = key.split('|')
  return {
    source: 'board',
    source_key: null,
    content_hash: '',
    opening_key: key,
    canonical_url: canonicalUrl(url ?? null),
    seniority_level: null,
    salary_year_low: null,
    salary_year_high: null,
    compensation_currency: null,
    text: description === undefined ? null : textMark(description, titleParts(words, name, place).core),
    ...own,
  }
}
const compare = (a: Posting, b: Posting) => comparePostings(identity(a), identity(b))
const verdict = (a: Posting, b: Posting) => compare(a, b).verdict
const SAME_TEXT = { description: text(1) }

describe('one opening', () => {
  it.each<[string, Posting, Posting]>([
    ['a legal form', { company: 'Harbour Works Ltd' }, { company: 'HARBOUR WORKS' }],
    ['abbreviations', { title: 'Sr. Crane Op. Mgr' }, { title: 'Senior Crane Op Manager' }],
    ['an internship by another word', { title: 'SWE Intern' }, { title: 'Software Engineer Internship' }],
    [
      'words in another order',
      { title: 'Crane Operator - Night Shift' },
      { title: 'Night Shift Crane Operator' },
    ],
    ['the city in the title', { title: 'Crane Operator - Leeds, UK' }, { title: 'Leeds Crane Operator' }],
    ['the company in the title', { title: 'Harbour Works Crane Operator' }, {}],
    ['the place written out', { location_text: 'NYC' }, { location_text: 'New York City, New York' }],
    [
      'several places in another order',
      { location_text: 'SF; NYC' },
      { location_text: 'New York, NY; San Francisco, CA' },
    ],
    [
      'pay that is rounded',
      { salary_year_low: 41_600, salary_year_high: 52_000 },
      { salary_year_low: 41_500, salary_year_high: 52_100 },
    ],
    [
      'a season that only one names, at the same time',
      { title: 'Deck Intern - Summer 2026', posted_at: '2026-01-05' },
      { title: 'Deck Intern', posted_at: '2026-01-20' },
    ],
  ])('with %s', (_, a, b) => {
    expect(compare(a, b)).toMatchObject({ verdict: 'same', reasons: ['same company, title and place'] })
  })

  it('says how much of the text is equal', () => {
    const edited = `${text(1)} apply soon and tell us why`
    expect(compare(SAME_TEXT, { description: text(1) }).reasons).toContain('the text is equal')
    expect(compare(SAME_TEXT, { description: edited }).reasons[1]).toMatch(/^9\d % of the text equal$/)
  })
})

describe('two openings, whatever the text says', () => {
  it.each<[string, string, Posting, Posting]>([
    ['another city', 'place', { location_text: 'Hull, UK' }, {}],
    [
      'another site in one city',
      'place',
      { location_text: '3 Dock Street, Leeds' },
      { location_text: '9 Mill Lane, Leeds' },
    ],
    ['remote against a city', 'place', { location_text: 'Remote' }, {}],
    [
      'another state of one name',
      'place',
      { location_text: 'Springfield, IL' },
      { location_text: 'Springfield, MO' },
    ],
    ['another level in the title', 'level', { title: 'Senior Crane Operator' }, {}],
    ['another number', 'level', { title: 'Crane Operator II' }, { title: 'Crane Operator III' }],
    ['another level in the facts', 'level', { seniority_level: 'senior' }, { seniority_level: 'junior' }],
    ['part-time on one side', 'employment', { title: 'Crane Operator (Part-time)' }, {}],
    ['another type in the facts', 'employment', { job_type: 'contract' }, { job_type: 'full-time' }],
    ['another season', 'season', { title: 'Deck Intern, Summer 2026' }, { title: 'Deck Intern, Fall 2026' }],
    ['another year', 'season', { title: 'Deck Graduate 2026' }, { title: 'Deck Graduate 2027' }],
    ['another length', 'length', { title: 'Deck Intern - 4 months' }, { title: 'Deck Intern - 8 months' }],
    [
      'other pay',
      'salary',
      { salary_year_low: 40_000, salary_year_high: 50_000 },
      { salary_year_low: 48_000, salary_year_high: 60_000 },
    ],
    ['the next year', 'six months', { posted_at: '2025-03-01' }, { posted_at: '2026-03-01' }],
  ])('with %s', (_, word, a, b) => {
    const compared = compare({ ...SAME_TEXT, ...a }, { ...SAME_TEXT, ...b })
    expect(compared.verdict).toBe('apart')
    expect(compared.reasons.join()).toContain(word)
  })

  it.each<[string, string, string]>([
    ['teams', 'Crane Operator, Containers', 'Crane Operator, Timber'],
    ['a team on one side', 'Crane Operator', 'Crane Operator, Timber'],
    ['tools that are named like a season', 'Java Developer', 'Java Spring Developer'],
    ['disciplines', 'Mechanical Designer', 'Electrical Designer'],
  ])('with other %s in the title', (_, a, b) => {
    expect(verdict({ ...SAME_TEXT, title: a }, { ...SAME_TEXT, title: b })).toBe('unsure')
  })

  it('when nearly nothing of the texts is equal', () => {
    expect(compare({ description: text(1) }, { description: text(2) })).toMatchObject({
      verdict: 'apart',
      reasons: ['the texts have little in common'],
    })
  })
})

describe('what the names leave open is settled by the text', () => {
  it.each<[string, Posting, Posting]>([
    ['a place within the other', { location_text: 'United Kingdom' }, {}],
    ['remote and its country', { location_text: 'Remote' }, { location_text: 'United States' }],
    ['no place', { location_text: '' }, {}],
    ['a company with another ending', { company: 'Harbour Works Recruitment' }, {}],
    [
      'another address at the same site',
      { url: 'https://jobs.example/op/10001' },
      { url: 'https://jobs.example/op/10002' },
    ],
    ['a season on one side without dates', { title: 'Deck Intern - Summer 2026' }, { title: 'Deck Intern' }],
    ['an abbreviation that no list knows', { title: 'Cran Operator' }, { title: 'Crane Operator' }],
  ])('%s', (_, a, b) => {
    expect(verdict(a, b)).toBe('unsure')
    expect(verdict({ ...a, ...SAME_TEXT }, { ...b, ...SAME_TEXT })).toBe('same')
    const short = { description: 'Join us and grow.' }
    expect(verdict({ ...a, ...short }, { ...b, ...short })).toBe('unsure')
  })

  it('or by the pay, where one names no place', () => {
    const pay = { salary_year_low: 41_000, salary_year_high: 47_000, compensation_currency: 'GBP' }
    expect(compare({ ...pay, location_text: '' }, pay)).toMatchObject({
      verdict: 'same',
      reasons: ['same company, title and pay'],
    })
  })

  it('also where a board cut the text', () => {
    const whole = { description: text(1, 400), location_text: 'United Kingdom' }
    expect(verdict(whole, { description: text(1, 400).slice(0, 900) })).toBe('same')
  })
})

describe('a new title for the same text', () => {
  const body = `${text(1)} as a crane operator you lift what comes`
  const named = (title: string, more: Posting = {}): Posting => ({ title, description: body, ...more })

  it('is the same opening when the text names the work', () => {
    expect(compare(named('Crane Operator'), named('Lifting Professional'))).toMatchObject({
      verdict: 'same',
      reasons: ['same company and place under a new title', 'the text is equal'],
    })
  })

  it.each<[string, Posting, Posting]>([
    [
      'in another place',
      named('Crane Operator'),
      named('Lifting Professional', { location_text: 'Hull, UK' }),
    ],
    ['at another level', named('Crane Operator'), named('Senior Lifting Professional')],
    [
      'when the text fits every opening of the company',
      { title: 'Cook', ...SAME_TEXT },
      { title: 'Porter', ...SAME_TEXT },
    ],
    [
      'when a word of the text differs',
      named('Crane Operator'),
      named('Lifting Professional', { description: `${body} by night in all weather for a while` }),
    ],
  ])('is not %s', (_, a, b) => {
    expect(verdict(a, b)).not.toBe('same')
  })
})

describe('the address', () => {
  it('joins what everything else keeps apart, but not two jobs under one id', () => {
    const url = 'https://boards.greenhouse.io/harbour/jobs/4455667'
    const tracked = 'https://job-boards.greenhouse.io/harbour/jobs/4455667?gh_src=abc&utm_source=x'
    expect(
      compare(
        { url, title: 'Crane Operator 2026' },
        { url: tracked, title: 'Senior Crane Operator', location_text: 'Hull' },
      ),
    ).toMatchObject({
      verdict: 'same',
      reasons: ['same address of the posting'],
    })
    expect(verdict({ url, title: 'Crane Operator' }, { url: tracked, title: 'Payroll Clerk' })).toBe('unsure')
  })
})

describe('an address of several postings', () => {
  // The comment of a thread, and the page of a company: both look like those of one posting.
  const comment = { url: 'https://news.example/item?id=48000102', company: 'Ardent', ...SAME_TEXT }
  const page = { url: 'https://ardent.example/careers-2024/open', company: 'Ardent' }
  const other = { ...page, source: 'other board' }

  it.each<[string, Posting, Posting]>([
    ['Senior Backend Engineer', { ...comment, source_key: '1' }, { ...comment, source_key: '2' }],
    ['Site Reliability Engineer', { ...comment, source_key: '1' }, { ...comment, source_key: '2' }],
    ['Backend Engineer Intern', { ...page, source_key: '1' }, { ...page, source_key: '2' }],
    ['Backend Developer', page, other],
  ])('does not join %s with Frontend Engineer', (title, a, b) => {
    expect(verdict({ ...a, title }, { ...b, title: 'Frontend Engineer' })).toBe('unsure')
  })

  it.each<[string, Posting]>([
    ['level', { title: 'Senior Crane Operator' }],
    ['place', { location_text: 'Hull, UK' }],
  ])('overrides no other %s between two postings of one source, but does between sources', (_, change) => {
    expect(verdict({ ...page, source_key: '1' }, { ...page, ...change, source_key: '2' })).toBe('apart')
    expect(verdict({ ...page, source_key: '1' }, { ...other, ...change, source_key: '2' })).toBe('same')
    const gathered = { ...page, source_key: '2', publisher: 'other board', ...change }
    expect(verdict({ ...page, source_key: '1', publisher: 'board' }, gathered)).toBe('same')
  })

  it('speaks for what the names leave open, like an equal text', () => {
    const named = { ...page, location_text: '' }
    expect(compare({ ...named, source_key: '1' }, { ...named, source_key: '2' })).toEqual({
      verdict: 'same',
      reasons: ['same company and title', 'the address is the same'],
      strength: 2,
    })
  })
})

it('an id in the address lets a board leave the team out of the title, unless something contradicts', () => {
  const url = 'https://boards.greenhouse.io/harbour/jobs/4455667'
  const long = { url, title: 'Crane Operator, Timber' }
  expect(verdict(long, { url })).toBe('same')
  expect(verdict({ ...long, job_type: 'temporary' }, { url, job_type: 'full-time' })).toBe('same')
  expect(verdict(long, { url, title: 'Senior Crane Operator' })).toBe('unsure')
  expect(verdict(long, { url, title: 'Crane Operator, Containers' })).toBe('unsure')
  expect(verdict({ ...long, source_key: '1' }, { url, source_key: '2' })).toBe('unsure')
  const page = { url: 'https://harbour.example/careers-2024/open' }
  expect(verdict({ ...long, ...page }, page)).toBe('unsure')
})

const anything: fc.Arbitrary<Posting> = fc.record(
  {
    title: fc.constantFrom(
      'Crane Operator',
      'Sr Crane Operator',
      'Crane Op',
      'Rigger',
      'Deck Intern 2026',
      '',
    ),
    company: fc.constantFrom('Harbour Works Ltd', 'Harbour Works Recruitment', 'Quay', ''),
    location_text: fc.constantFrom('Leeds, UK', 'UK', 'Remote', 'Leeds; Hull', 'Remote, UK', ''),
    description: fc.constantFrom(text(1), text(2), `${text(1)} and more`, text(1, 40), 'crane operator'),
    url: fc.constantFrom(
      null,
      'https://jobs.example/op/10001',
      'https://jobs.example/op/10002',
      'https://x.example/careers',
    ),
    salary_year_low: fc.constantFrom(null, 40_000, 60_000),
    salary_year_high: fc.constantFrom(null, 60_000, 70_000),
    seniority_level: fc.constantFrom(null, 'junior' as const, 'senior' as const),
    posted_at: fc.constantFrom(null, '2026-01-01', '2026-02-20', '2026-11-01'),
  },
  { requiredKeys: [] },
)

it('compares in either order alike, and nothing stated is never apart from itself', () => {
  fc.assert(
    fc.property(anything, anything, (a, b) => {
      expect(compare(a, b)).toEqual(compare(b, a))
      expect(verdict(a, a)).not.toBe('apart')
    }),
    { numRuns: 3000 },
  )
})
