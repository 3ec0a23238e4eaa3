import { describe, expect, it } from 'vitest'
import { type EligibilityRules, NO_RULES, type RankableJob } from '../../contract/ranking.ts'
import { createEligibility, findWords, reasonsOf } from './eligibility.ts'
import { jobOf } from './test-support.ts'

const RATES = { date: '2026-11-20', source: 'test', per_eur: { EUR: 1, GBP: 0.8, USD: 1.2 } }

function examine(
  rules: Partial<EligibilityRules>,
  job: Partial<RankableJob>,
  currency: string | null = 'GBP',
) {
  const all = { ...NO_RULES, ...rules }
  const mask = createEligibility(all, { rates: RATES, currency })(jobOf(job))
  return { mask, reasons: reasonsOf(all, jobOf(job), mask, currency).map(({ reason }) => reason) }
}

describe('a job is out', () => {
  it.each<[string, number, Partial<EligibilityRules>, Partial<RankableJob>, string]>([
    [
      'company',
      1,
      { exclude_companies: ['acme ltd'] },
      { company: 'ACME Limited' },
      'you exclude the company ACME Limited',
    ],
    [
      'excluded word',
      2,
      { exclude_words: ['night shift', 'unpaid'] },
      { found_words: ['night shift'] },
      'it holds “night shift”, which you exclude',
    ],
    [
      'missing words',
      4,
      { require_words: ['visa', 'pension'] },
      { found_words: ['visa'] },
      'it does not hold “pension”, which you require',
    ],
    [
      'level',
      8,
      { exclude_seniority: ['lead'] },
      { seniority_level: 'lead' },
      'it asks lead, a level that you exclude',
    ],
    ['hybrid', 16, { remote_only: true }, { remote_options: 'hybrid' }, 'it is hybrid, you want remote only'],
    [
      'visa',
      32,
      { needs_sponsorship: true },
      { visa_sponsorship: 'not_offered' },
      'it sponsors no visa, which you need',
    ],
    [
      'pay',
      64,
      { minimum_salary: 50_000 },
      { salary_year_low: 40_000, salary_year_high: 60_000, compensation_currency: 'EUR' },
      'it pays at most €60,000 a year, less than your minimum of £50,000',
    ],
    [
      'language',
      128,
      { languages: ['en'] },
      { languages_asked: ['en', 'de'] },
      'it requires German, which you do not speak',
    ],
  ])('%s', (_, bit, rules, job, reason) => {
    expect(examine(rules, job)).toEqual({ mask: bit, reasons: [reason] })
  })

  it('for several reasons at once, in their order', () => {
    const found = examine(
      { remote_only: true, exclude_seniority: ['senior'] },
      { remote_options: 'onsite', seniority_level: 'senior' },
    )
    expect(found.mask).toBe(8 + 16)
    expect(found.reasons).toHaveLength(2)
  })
})

describe('a job is not out', () => {
  const ALL: EligibilityRules = {
    exclude_companies: ['Initech', ' '],
    exclude_words: ['night'],
    require_words: ['++'],
    exclude_seniority: ['lead', 'junior'],
    remote_only: true,
    needs_sponsorship: true,
    minimum_salary: 50_000,
    languages: ['en'],
  }

  it('for what it does not say', () => {
    expect(examine(ALL, {}).mask).toBe(0)
  })

  it.each<[string, Partial<RankableJob>]>([
    [
      'that pays enough at its upper end',
      { salary_year_low: 30_000, salary_year_high: 50_000, compensation_currency: 'GBP' },
    ],
    ['with pay in a currency without a rate', { salary_year_low: 1, compensation_currency: 'XAU' }],
    ['with pay without a currency', { salary_year_low: 1 }],
    ['that offers a visa', { visa_sponsorship: 'offered' }],
    ['that asks a language which is spoken', { languages_asked: ['en'] }],
    ['of a company that is named alike', { company: 'Initech Foods' }],
  ])('%s', (_, job) => {
    expect(examine(ALL, job).mask).toBe(0)
  })

  it('for a minimum that has no currency', () => {
    const pay = { salary_year_low: 1, compensation_currency: 'GBP' }
    expect(examine({ minimum_salary: 50_000 }, pay, null).mask).toBe(0)
  })
})

it('has a sentence for each reason although the job has changed since', () => {
  const reasons = reasonsOf(NO_RULES, jobOf({ company: 'Acme' }), 255, null)
  expect(reasons).toHaveLength(8)
  expect(reasons.every(({ reason }) => reason.length > 10)).toBe(true)
})

describe('words', () => {
  it.each<[string, string, boolean]>([
    ['night', 'Night shift', true],
    ['night', 'Overnight shift', false],
    ['night shift', 'on the night-shift.', true],
    ['night shift', 'night and day shift', false],
    ['cafe', 'Café Zürich', true],
    ['Zürich', 'zurich office', true],
    ['c++', 'C, C# and Go', false],
    ['C++', 'C, C++ and Go', true],
    ['C++', 'Objective-C++/C', true],
    ['C++', 'c++17', true],
    ['C++', 'Borland C++Builder', false],
    ['C+', 'C++', false],
    ['"C++",', 'C++.', true],
    ['C', 'C++', true],
    ['c#', 'C#, F#', true],
    ['c#', 'Key of C, #1', false],
    ['C# developer', 'C#\u00a0 Developer wanted', true],
    ['C# developer', 'C developer', false],
    ['.NET', 'Our .Net team', true],
    ['.NET', 'net salary', false],
    ['.NET', 'write to jobs@sisal.net', false],
    ['node.js', 'Node JS', true],
    ['ΟΔΟΣ', 'η οδος', true],
    ['άνδρας', 'ανδρας', false],
    ['мой', 'мои', false],
    ['ёж', 'еж', false],
    ['мои\u0306', 'мои', true],
    ['µs', 'μs', true],
    ['ſalt', 'salt', true],
    ['İstanbul', 'Istanbul', true],
    ['Việt Nam', 'viet nam', true],
    ['Straße', 'strasse', false],
    ['++', 'C++', false],
    ['on-call', 'On call every week', true],
    ['наряд', 'Работа по наряду', false],
    ['работа', 'РАБОТА по наряду', true],
  ])('%j in %j: %s', (word, text, found) => {
    expect(findWords([word], text)).toEqual(found ? [word] : [])
  })

  it('of a phrase do not begin in one text and go on in the next', () => {
    expect(findWords(['night shift'], 'night', 'shift')).toEqual([])
    expect(findWords(['day shift', 'Night'], 'night', 'day shift')).toEqual(['day shift', 'Night'])
  })
})
