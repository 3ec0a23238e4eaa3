import fc from 'fast-check'
import {
  type CampaignWishes,
  DEFAULT_WEIGHTS,
  type EligibilityRules,
  NO_RULES,
  RANKING_FACTORS,
  type RankableJob,
  type RankingWeights,
} from '../../contract/ranking.ts'
import { COMPANY_SIZES, JOB_TYPES, REMOTE_OPTIONS, SENIORITY_LEVELS } from '../../contract/values.ts'

/** The moment that the tests rank at. */
export const NOW = '2026-11-21T08:00:00.000Z'

/** A campaign without any preference, with the given ones on top. */
export function wishesOf(own: Partial<CampaignWishes> = {}): CampaignWishes {
  return {
    query: '',
    country: null,
    locations: [],
    remote_preference: [],
    seniority: [],
    employment_types: [],
    company_sizes: [],
    skills: [],
    salary_min: null,
    salary_max: null,
    salary_currency: null,
    weights: DEFAULT_WEIGHTS,
    rules: NO_RULES,
    ...own,
  }
}

/** A job of which nothing is known, with the given facts on top. */
export function jobOf(own: Partial<RankableJob> = {}): RankableJob {
  return {
    title: '',
    company: '',
    salary_year_low: null,
    salary_year_high: null,
    compensation_currency: null,
    office_city: null,
    office_province: null,
    office_country: null,
    location_text: '',
    remote_options: null,
    job_type: null,
    seniority_level: null,
    company_size: null,
    skills: [],
    years_low: null,
    posted_at: null,
    visa_sponsorship: null,
    languages_asked: [],
    found_words: [],
    ...own,
  }
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 })
/** Yearly amounts, also 0. */
export const amount = fc.integer({ min: 0, max: 400_000 })
const currency = fc.constantFrom('GBP', 'USD', 'EUR', 'JPY', 'XAU')
const city = fc.constantFrom('London', 'Leeds', 'New York', 'Paris', 'Berlin')
const country = fc.constantFrom('GB', 'US', 'FR', 'DE')
const word = fc.constantFrom(
  'Senior',
  'Backend',
  'Software',
  'Engineer',
  'Data',
  'Scientist',
  'HGV',
  'Driver',
  'Nurse',
  'OR',
)
const words = fc.array(word, { maxLength: 5 }).map(list => list.join(' '))
/** Names of skills. */
export const skillName: fc.Arbitrary<string> = fc.constantFrom(
  'Python',
  'SQL',
  'Go',
  'Excel',
  'Git',
  'Forklift',
)

/** Jobs with any facts, also strange ones. */
export const anyJob: fc.Arbitrary<RankableJob> = fc.record({
  title: fc.oneof(words, fc.string()),
  company: fc.constant('Acme'),
  salary_year_low: maybe(amount),
  salary_year_high: maybe(amount),
  compensation_currency: maybe(currency),
  office_city: maybe(city),
  office_province: maybe(fc.constantFrom('England', 'NY', 'Texas')),
  office_country: maybe(country),
  location_text: fc.constantFrom('', 'Remote', 'London; Paris', 'Europe', 'Anywhere'),
  remote_options: maybe(fc.constantFrom(...REMOTE_OPTIONS)),
  job_type: maybe(fc.constantFrom(...JOB_TYPES)),
  seniority_level: maybe(fc.constantFrom(...SENIORITY_LEVELS)),
  company_size: maybe(fc.constantFrom(...COMPANY_SIZES)),
  skills: fc.array(fc.record({ name: skillName, required: fc.boolean() }), { maxLength: 8 }),
  years_low: maybe(fc.integer({ min: 0, max: 20 })),
  posted_at: maybe(
    fc
      .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map(date => date.toISOString()),
  ),
  visa_sponsorship: maybe(fc.constantFrom('offered', 'not_offered')),
  languages_asked: fc.subarray(['en', 'de', 'fr']),
  found_words: fc.subarray(['night', 'unpaid work', 'visa']),
})

/** Weights from 0 to 100. */
export const anyWeights = fc
  .tuple(
    ...RANKING_FACTORS.map(() =>
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
      ),
    ),
  )
  .map(
    values =>
      Object.fromEntries(RANKING_FACTORS.map((factor, index) => [factor, values[index]])) as RankingWeights,
  )

/** Must-haves and exclusions of all kinds. */
export const anyRules: fc.Arbitrary<EligibilityRules> = fc.record({
  exclude_companies: fc.subarray(['Acme', 'Initech']),
  exclude_words: fc.subarray(['night', 'unpaid work']),
  require_words: fc.subarray(['visa', '++']),
  exclude_seniority: fc.subarray([...SENIORITY_LEVELS], { maxLength: 2 }),
  remote_only: fc.boolean(),
  needs_sponsorship: fc.boolean(),
  minimum_salary: maybe(amount),
  languages: fc.subarray(['en', 'de']),
})

/** Campaigns with any wishes. */
export const anyWishes: fc.Arbitrary<CampaignWishes> = fc.record({
  query: fc.oneof(words, fc.string()),
  country: maybe(country),
  locations: fc.array(fc.oneof(city, fc.constantFrom('Remote', 'Germany', 'Texas')), { maxLength: 3 }),
  remote_preference: fc.subarray([...REMOTE_OPTIONS]),
  seniority: fc.subarray([...SENIORITY_LEVELS]),
  employment_types: fc.subarray([...JOB_TYPES]),
  company_sizes: fc.subarray([...COMPANY_SIZES]),
  skills: fc.array(skillName, { maxLength: 6 }),
  salary_min: maybe(amount),
  salary_max: maybe(amount),
  salary_currency: maybe(currency),
  weights: anyWeights,
  rules: anyRules,
})
