import { expect, test } from 'vitest'
import { EligibilityRules } from '../../../../main/contract/ranking.ts'
import { hasRules, ruleLines } from './rules-words.ts'

const lines = (rules: Partial<EligibilityRules>) => ruleLines(EligibilityRules.parse(rules), 'GBP')

test('no rules, no words', () => {
  expect(lines({})).toEqual({ must: null, mustNot: null })
  expect(hasRules(EligibilityRules.parse({}))).toBe(false)
})

test('every must-have in words', () => {
  expect(
    lines({
      remote_only: true,
      minimum_salary: 60_000,
      require_words: ['Rust', 'embedded systems'],
      languages: ['en', 'de'],
      needs_sponsorship: true,
    }).must,
  ).toBe(
    'remote; at least £60,000 a year; the words “Rust” and “embedded systems”; ' +
      'no language but English and German; no refusal to sponsor a visa',
  )
})

test('every exclusion in words', () => {
  expect(
    lines({
      exclude_companies: ['Harbour & Sons'],
      exclude_words: ['commission only', 'casino', 'unpaid'],
      exclude_seniority: ['intern', 'junior'],
    }).mustNot,
  ).toBe(
    'a job of Harbour & Sons; the words “commission only”, “casino” or “unpaid”; the level Intern or Junior',
  )
})

test('long lists are counted from the fifth entry on', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  expect(lines({ exclude_companies: names }).mustNot).toBe('a job of A, B, C, D or 2 more')
  expect(lines({ exclude_companies: names.slice(0, 5) }).mustNot).toBe('a job of A, B, C, D or E')
})

test('one rule is enough to hide something', () => {
  expect(hasRules(EligibilityRules.parse({ minimum_salary: 1 }))).toBe(true)
  expect(hasRules(EligibilityRules.parse({ exclude_seniority: ['lead'] }))).toBe(true)
})
