import { describe, expect, test } from 'vitest'
import { CompanyId, JobId } from '../../../../main/contract/ids.ts'
import type { FactView, JobView } from '../../../../main/contract/shapes.ts'
import { NO_TERMS } from '../../../../main/contract/terms.ts'
import { groupFacts } from './group-facts.ts'

const fact = (name: string, value: FactView['value'], more: Partial<FactView> = {}): FactView => ({
  name,
  value,
  origin: value === null ? null : 'pattern',
  confidence: value === null ? null : 0.9,
  quote: null,
  where: null,
  start: null,
  note: null,
  others: [],
  ...more,
})

const view = (more: Partial<JobView>, row: Partial<JobView['job']> = {}): JobView => ({
  job: {
    id: JobId.parse(1),
    title: 'Welder',
    company: 'Northwind',
    companyId: CompanyId.parse(1),
    location: 'Leeds',
    status: 'waiting',
    favourite: false,
    unread: false,
    closed: false,
    score: null,
    lessSure: false,
    campaignId: null,
    salary_low: null,
    salary_high: null,
    compensation_currency: null,
    salary_period: null,
    remote_options: null,
    job_type: null,
    seniority_level: null,
    postedAt: '2026-11-01T00:00:00.000Z',
    foundAt: '2026-11-01T00:00:00.000Z',
    ...row,
  },
  facts: [],
  salaryYearLow: null,
  salaryYearHigh: null,
  salaryWords: null,
  skills: [],
  skillsOrigin: null,
  language: null,
  terms: NO_TERMS,
  summary: null,
  ai: null,
  rankings: [],
  applyUrl: null,
  postings: [],
  notes: '',
  notesVersion: 0,
  appliedAt: null,
  appliedBefore: [],
  repostedAt: null,
  timeline: [],
  ...more,
})

const line = (of: JobView, key: string) => groupFacts(of).find(one => one.key === key)

describe('the lines of the facts', () => {
  test('say a salary in one sentence, with one proof for parts read in the same words', () => {
    const proof = { quote: '£450–500 per day', where: 'description', start: 12 }
    const salary = line(
      view(
        {
          facts: [fact('salary_low', 450, proof), fact('salary_high', 500, proof)],
          salaryYearLow: 117_000,
          salaryYearHigh: 130_000,
        },
        { salary_low: 450, salary_high: 500, compensation_currency: 'GBP', salary_period: 'day' },
      ),
      'salary',
    )
    expect(salary).toMatchObject({ text: '£450–500 a day', aside: 'about £117,000 to £130,000 a year' })
    expect(salary?.proofs.map(one => one.fact)).toEqual(['Salary from, salary to'])
  })

  test('show the same words once, also where they tell two things', () => {
    const leeds = { quote: 'Leeds', where: 'location', start: 0 }
    const place = line(
      view({
        facts: [
          fact('office_city', 'Leeds', { ...leeds, confidence: 0.95 }),
          fact('office_province', 'England', { ...leeds, confidence: 0.8, note: 'Leeds is in England.' }),
        ],
      }),
      'place',
    )
    expect(place?.proofs).toMatchObject([{ quote: 'Leeds', confidence: 0.8, note: 'Leeds is in England.' }])
  })

  test('fall back on the words of the pay', () => {
    expect(line(view({ salaryWords: 'competitive' }), 'salary')?.text).toBe('competitive')
  })

  test('are null where the posting is silent', () => {
    const silent = line(view({ facts: [fact('remote_options', null)] }), 'remote')
    expect(silent).toMatchObject({ text: null, proofs: [] })
  })

  test('name countries and closed words as people read them', () => {
    const facts = [fact('office_city', 'Leeds'), fact('office_country', 'GB'), fact('seniority_level', 'mid')]
    expect(line(view({ facts }), 'place')?.text).toBe('Leeds, United Kingdom')
    expect(line(view({ facts }), 'seniority')?.text).toBe('Mid-level')
  })

  test('keep a fact that has no group', () => {
    expect(line(view({ facts: [fact('years_of_experience', 5)] }), 'years_of_experience')).toMatchObject({
      label: 'Years of experience',
      text: '5',
    })
  })
})
