import { describe, expect, it } from 'vitest'
import type { RankableJob, RankingFactor } from '../../contract/ranking.ts'
import { createRanker, type RankerOptions } from './rank.ts'
import { SHIPPED_RATES } from './rates.ts'
import { jobOf, NOW, wishesOf } from './test-support.ts'

const RATES = { date: '2026-11-20', source: 'test', per_eur: { EUR: 1, GBP: 0.8, USD: 1.2, JPY: 160 } }
type Wishes = Parameters<typeof wishesOf>[0]

function judge(
  factor: RankingFactor,
  wishes: Wishes,
  job: Partial<RankableJob>,
  help: Partial<RankerOptions> = {},
) {
  const explanation = createRanker(wishesOf(wishes), { now: NOW, rates: RATES, ...help })(jobOf(job))
  const found = explanation.factors.find(entry => entry.factor === factor)
  if (found === undefined) throw new Error(`no ${factor}`)
  return found
}

describe('title', () => {
  const share = (query: string, title: string) => judge('title', { query }, { title }).share ?? -1

  it.each([
    ['software engineer', 'Software Developer'],
    ['developer', 'Senior Programmer'],
    ['software engineer', 'SWE'],
    ['front end developer', 'Frontend Engineer'],
    ['frontend engineer', 'Front-End Developer'],
    ['backend developer', 'Back end software engineer'],
    ['lorry driver', 'HGV Driver'],
    ['hgv driver', 'LGV drivers'],
    ['nurse', 'Registered Nurse'],
    ['registered nurse', 'RN'],
    ['machine learning engineer', 'ML Engineer'],
    ['chef', 'Cook'],
    ['carer', 'Healthcare Assistant'],
    ['solicitor', 'Attorney'],
    ['cleaner', 'Housekeeper'],
    ['junior developer', 'Développeur'],
    ['project manager OR business analyst', 'Business Analyst'],
    ['sre', 'Site Reliability'],
    ['hr', 'Human Resources'],
    ['senior data scientist', 'Data Science Lead'],
  ])('%s is fulfilled by %s', (query, title) => {
    expect(share(query, title)).toBe(1)
  })

  it.each([
    ['driver', 'Data Analyst'],
    ['java developer', 'JavaScript Evangelist'],
    ['nurse', 'Nursery Gardener'],
    ['cook', 'Cookie Specialist'],
    ['art director', 'Cartographer'],
    ['project manager', 'Business Development Associate'],
  ])('%s has nothing in common with %s', (query, title) => {
    expect(share(query, title)).toBe(0)
  })

  it.each([
    ['backend software engineer', 'Backend Engineer', 'Frontend Engineer'],
    ['backend software engineer', 'Full Stack Developer', 'Mechanical Engineer'],
    ['data scientist', 'Data Analyst', 'Data Entry Clerk'],
    ['project manager', 'Project Coordinator', 'Account Manager'],
    ['warehouse operative', 'Warehouse Picker', 'Machine Operator'],
    ['python developer', 'Python Engineer', 'Java Engineer'],
  ])('for %s, %s is nearer than %s', (query, near, far) => {
    expect(share(query, near)).toBeGreaterThan(share(query, far))
  })

  it('leaves the level to its own factor', () => {
    expect(share('junior developer', 'Senior Developer')).toBe(1)
  })

  it('says what is missing', () => {
    expect(judge('title', { query: 'backend developer' }, { title: 'Developer' }).evidence).toBe(
      'you want “backend developer”: has developer, lacks backend',
    )
  })

  it('has no wish when the query is empty or only a level', () => {
    expect(judge('title', { query: ' ' }, { title: 'Cook' }).state).toBe('no_wish')
    expect(judge('title', { query: 'senior' }, { title: 'Cook' }).state).toBe('no_wish')
  })
})

describe('salary', () => {
  const wishes = { salary_min: 60_000, salary_max: 95_000, salary_currency: 'GBP' }
  const pay = (low: number | null, high: number | null, currency: string | null = 'GBP') =>
    judge('salary', wishes, { salary_year_low: low, salary_year_high: high, compensation_currency: currency })

  it.each([
    [60_000, 75_000, 1],
    [60_000, 60_000, 1],
    [95_000, 120_000, 1],
    [50_000, 70_000, 0.75],
    [40_000, 60_000, 0.5],
    [54_000, 54_000, 0.25],
    [20_000, 30_000, 0],
    [142_500, 150_000, 0.75],
    [190_000, 200_000, 0.5],
    [300_000, 400_000, 0.2],
  ])('%i to %i is worth %f', (low, high, share) => {
    expect(pay(low, high).share).toBeCloseTo(share, 3)
  })

  it('tells both ranges', () => {
    expect(pay(60_000, 75_000).evidence).toBe('£60,000–£75,000 a year overlaps your £60,000–£95,000')
  })

  it('converts and gives the date of the rates', () => {
    const job = pay(90_000, 120_000, 'USD')
    expect(job.share).toBe(1)
    expect(job.evidence).toContain('(about £60,000–£80,000, rates of 2026-11-20)')
  })

  it('takes one end alone and ends in the wrong order', () => {
    expect(pay(null, 70_000).share).toBe(1)
    expect(pay(75_000, 60_000).evidence).toBe('£60,000–£75,000 a year overlaps your £60,000–£95,000')
  })

  it.each([
    [null, null, 'GBP', 'not stated'],
    [0, -5, 'GBP', 'not stated'],
    [60_000, 70_000, null, 'the currency of the salary is not stated'],
    [60_000, 70_000, 'XAU', 'no exchange rate between XAU and GBP'],
    [60_000, 70_000, 'constructor', 'no exchange rate between constructor and GBP'],
  ])('%s to %s %s is unknown: %s', (low, high, currency, evidence) => {
    expect(pay(low, high, currency)).toMatchObject({
      state: 'unknown',
      share: null,
      points: 0,
      max: 0,
      evidence,
    })
  })

  it('has no wish without a range or without its currency', () => {
    const job = { salary_year_low: 1, salary_year_high: 2, compensation_currency: 'GBP' }
    expect(judge('salary', {}, job).state).toBe('no_wish')
    expect(judge('salary', { salary_min: 60_000 }, job).state).toBe('no_wish')
  })

  it('an open end is said as "or more" and never exceeded', () => {
    const open = { salary_min: 60_000, salary_currency: 'GBP' }
    const job = { salary_year_low: 500_000, salary_year_high: 600_000, compensation_currency: 'GBP' }
    expect(judge('salary', open, job)).toMatchObject({
      share: 1,
      evidence: '£500,000–£600,000 a year overlaps your £60,000 or more',
    })
  })
})

describe('location', () => {
  const london = { country: 'GB', locations: ['London'] }

  it.each([
    ['the city', london, { office_city: 'London', office_country: 'GB' }, 1],
    [
      'the city under another name',
      { country: 'DE', locations: ['Munich'] },
      { office_city: 'München', office_country: 'DE' },
      1,
    ],
    [
      'a namesake abroad',
      london,
      {
        office_city: 'London',
        office_province: 'Ontario',
        office_country: 'CA',
        location_text: 'London, Ontario',
      },
      0,
    ],
    [
      'a namesake in another state',
      { country: 'US', locations: ['Portland, OR'] },
      { office_city: 'Portland', office_province: 'ME', office_country: 'US' },
      0.3,
    ],
    [
      'the same state',
      { country: 'US', locations: ['Austin, TX'] },
      { office_city: 'Plano', office_province: 'Texas', office_country: 'US' },
      0.7,
    ],
    ['the same country', london, { office_city: 'Leeds', office_country: 'GB' }, 0.3],
    ['the country without a city', london, { office_country: 'GB' }, 0.7],
    ['another city, no country', london, { office_city: 'Leeds' }, 0.2],
    ['another country', london, { office_city: 'Lyon', office_country: 'FR' }, 0],
    [
      'one of several places',
      london,
      { office_city: 'Stockholm', office_country: 'SE', location_text: 'Stockholm; London' },
      1,
    ],
    [
      'a street named after the city',
      london,
      { office_city: 'Bristol', office_country: 'GB', location_text: 'London Road, Bristol' },
      0.3,
    ],
    ['the whole country', { country: 'GB' }, { office_city: 'Leeds', office_country: 'GB' }, 1],
    ['a country as a place', { locations: ['Germany'] }, { office_city: 'Ulm', office_country: 'DE' }, 1],
    [
      'a region as a place',
      { locations: ['California'] },
      { office_city: 'Fresno', office_province: 'CA', office_country: 'US' },
      1,
    ],
    [
      'the second wish',
      { country: 'GB', locations: ['London', 'Leeds'] },
      { office_city: 'Leeds', office_country: 'GB' },
      1,
    ],
    [
      'Birmingham in a campaign for the US',
      { country: 'US', locations: ['Birmingham'] },
      { office_city: 'Birmingham', office_province: 'AL', office_country: 'US' },
      1,
    ],
  ] as const)('%s', (_, wishes, job, share) => {
    expect(
      judge('location', { ...wishes, locations: [...('locations' in wishes ? wishes.locations : [])] }, job)
        .share,
    ).toBe(share)
  })

  it.each([
    ['without a country', '', null, 1],
    ['of the own country', '', 'GB', 1],
    ['of another country', 'New York, US', 'US', 0.1],
    ['open to Europe', 'Europe only', null, 1],
    ['open to Europe, office abroad', 'EMEA', 'US', 1],
    ['open to the Americas', 'LATAM, Canada, USA', 'US', 0.1],
    ['open to a list of countries', 'USA, United Kingdom', 'US', 1],
    ['in hours of America', 'Remote, PT/ET hours preferred', null, 0.1],
    ['in hours of Europe', 'Remote (CET working hours)', null, 1],
  ])('remote %s', (_, location_text, office_country, share) => {
    const job = { remote_options: 'remote', location_text, office_country } as const
    expect(judge('location', { ...london, remote_preference: ['remote'] }, job).share).toBe(share)
  })

  it('remote does not help somebody who wants to be on site', () => {
    const job = { remote_options: 'remote', office_city: 'Leeds', office_country: 'GB' } as const
    expect(judge('location', { ...london, remote_preference: ['onsite'] }, job).share).toBe(0.3)
  })

  it('"Remote" as a place is a wish for remote work', () => {
    const onsite = ['onsite'] as const
    const wishes = { locations: ['Remote'], remote_preference: [...onsite] }
    expect(judge('location', wishes, { remote_options: 'remote' }).share).toBe(1)
    expect(judge('location', wishes, { office_city: 'Leeds' }).state).toBe('unknown')
  })

  it('is unknown when the posting names no place, and no wish without one', () => {
    expect(judge('location', london, { posted_at: NOW })).toMatchObject({
      state: 'unknown',
      evidence: expect.stringMatching(/^not stated/),
    })
    expect(judge('location', {}, { office_city: 'Leeds' }).state).toBe('no_wish')
  })

  it('finds a wanted city in the text when no facts were read', () => {
    expect(judge('location', london, { location_text: 'Paris or London' }).share).toBe(1)
    expect(judge('location', london, { location_text: 'Londonderry' }).state).toBe('unknown')
  })

  it('nearness counts where coordinates are known', () => {
    const at: Record<string, { lat: number; lon: number }> = {
      london: { lat: 51.507, lon: -0.128 },
      croydon: { lat: 51.372, lon: -0.1 },
      reading: { lat: 51.455, lon: -0.978 },
    }
    const locate = (city: string | null) => at[(city ?? '').toLowerCase()] ?? null
    const near = judge('location', london, { office_city: 'Croydon', office_country: 'GB' }, { locate })
    const far = judge('location', london, { office_city: 'Reading', office_country: 'GB' }, { locate })
    expect(near.evidence).toBe('Croydon is about 15 km from London')
    expect(near.share).toBeGreaterThan(far.share ?? 1)
    expect(far.share).toBeGreaterThan(0.4)
  })

  it('asks the given resolver first', () => {
    const resolvePlace = () => ({ city: 'Paris', province: 'Texas', country: 'US' })
    const job = { office_city: 'Paris', office_province: 'TX', office_country: 'US' }
    expect(judge('location', { locations: ['my ranch'] }, job, { resolvePlace }).share).toBe(1)
  })
})

describe('skills', () => {
  const wishes = { skills: ['Python', 'SQL', 'AWS', 'Docker'] }
  const skill = (name: string, required = true) => ({ name, required })
  const share = (...skills: { name: string; required: boolean }[]) =>
    judge('skills', wishes, { skills }).share

  it.each([
    [[skill('Python')], 10 / 13],
    [[skill('python'), skill('Go')], 5 / 11],
    [[skill('Go')], 0],
    [[skill('Python'), skill('Go', false)], 4 / 7],
    [[skill('Python', false), skill('Go')], 5 / 17],
    [[skill('Python'), skill('PYTHON', false)], 10 / 13],
    [['Python', 'SQL', 'AWS', 'a', 'b', 'c', 'd', 'e'].map(name => skill(name)), 15 / 22],
    [['Python', 'SQL', 'AWS', 'Docker'].map(name => skill(name)), 1],
  ])('%j is worth %f', (skills, expected) => {
    expect(share(...skills)).toBeCloseTo(expected, 3)
  })

  it('one spelling or another, but never part of a name', () => {
    expect(judge('skills', { skills: ['node.js'] }, { skills: [skill('NodeJS')] }).share).toBe(1)
    expect(judge('skills', { skills: ['C'] }, { skills: [skill('C++')] }).share).toBe(0)
    expect(judge('skills', { skills: ['Java'] }, { skills: [skill('JavaScript')] }).share).toBe(0)
  })

  it('says what is asked', () => {
    expect(
      judge('skills', wishes, { skills: [skill('SQL'), skill('Kafka'), skill('Python')] }).evidence,
    ).toBe('asks 2 of your 4 skills: Python and SQL; also requires Kafka')
  })

  it('is unknown without skills', () => {
    expect(judge('skills', wishes, {}).state).toBe('unknown')
    expect(judge('skills', {}, { skills: [skill('SQL')] }).state).toBe('no_wish')
  })
})

describe('the closed lists', () => {
  it.each([
    ['mid', null, 1, 'asks mid-level, you want mid-level or senior'],
    ['lead', null, 0.4, 'asks lead, you want mid-level or senior'],
    ['principal', null, 0.1, 'asks principal, you want mid-level or senior'],
    ['executive', null, 0, 'asks executive, you want mid-level or senior'],
    ['senior', 6, 1, 'asks senior with 6+ years, you want mid-level or senior'],
    [null, 6, 0.8, 'asks 6+ years, usually senior, you want mid-level or senior'],
    ['junior', null, 0.5, 'asks junior, you want mid-level or senior'],
    [null, 20, 0.26, 'asks 20+ years, usually principal, you want mid-level or senior'],
    [null, 0, 0.5, 'asks 0+ years, usually junior, you want mid-level or senior'],
  ] as const)('seniority %s with %s years', (seniority_level, years_low, share, evidence) => {
    const found = judge('seniority', { seniority: ['senior', 'mid'] }, { seniority_level, years_low })
    expect(found).toMatchObject({ state: 'known', share, evidence })
  })

  it.each([
    ['remote', ['remote'], 1],
    ['hybrid', ['remote'], 0.4],
    ['onsite', ['remote'], 0],
    ['remote', ['hybrid'], 0.6],
    ['hybrid', ['onsite', 'remote'], 0.6],
    ['remote', ['onsite'], 0],
  ] as const)('%s for somebody who wants %j', (remote_options, wished, share) => {
    expect(judge('remote', { remote_preference: [...wished] }, { remote_options }).share).toBe(share)
  })

  it.each([
    ['full-time', ['full-time'], 1],
    ['temporary', ['contract'], 0.6],
    ['part-time', ['full-time'], 0],
  ] as const)('%s for somebody who wants %j', (job_type, wished, share) => {
    expect(judge('employment_type', { employment_types: [...wished] }, { job_type }).share).toBe(share)
  })

  it.each([
    ['51-200', 1],
    ['11-50', 0.5],
    ['201-500', 0.5],
    ['1-10', 0.2],
    ['10001+', 0],
  ] as const)('a company of %s people for somebody who wants 51–200', (company_size, share) => {
    expect(judge('company_size', { company_sizes: ['51-200'] }, { company_size }).share).toBe(share)
  })
})

describe('recency', () => {
  it.each([
    ['2026-11-21T08:00:00.000Z', 1, 'new when ranked'],
    ['2026-11-20T07:00:00.000Z', 0.952, '1 day old when ranked'],
    ['2026-11-07T08:00:00.000Z', 0.5, '14 days old when ranked'],
    ['2026-10-24T08:00:00.000Z', 0.25, '28 days old when ranked'],
    ['2027-03-01T00:00:00.000Z', 1, 'dated in the future, counted as new'],
    ['2025-11-21T08:00:00.000Z', 0, '12 months old when ranked'],
  ])('%s is worth %f', (posted_at, share, evidence) => {
    const found = judge('recency', {}, { posted_at })
    expect(found.evidence).toBe(evidence)
    expect(found.share).toBeCloseTo(share, 3)
  })

  it('a date that is none is unknown', () => {
    expect(judge('recency', {}, { posted_at: 'soon' }).state).toBe('unknown')
  })
})

it('ships a rate for every common currency', () => {
  expect(Object.keys(SHIPPED_RATES.per_eur).length).toBeGreaterThanOrEqual(40)
  expect(
    Object.entries(SHIPPED_RATES.per_eur).filter(([code, rate]) => !/^[A-Z]{3}$/.test(code) || !(rate > 0)),
  ).toEqual([])
})
