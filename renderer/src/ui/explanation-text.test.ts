import { expect, test } from 'vitest'
import type { FactorExplanation } from '../../../main/contract/ranking.ts'
import { evidenceText, explanationSentence, factorText, sureSentence } from './explanation-text.ts'

const factor = (name: FactorExplanation['factor'], share: number | null, max = 10): FactorExplanation => ({
  factor: name,
  state: share === null ? 'unknown' : 'known',
  points: share === null ? 0 : share * max,
  max: share === null ? 0 : max,
  share,
  evidence: '',
})

test('says what carries the score, what costs it and what is silent', () => {
  const factors = [
    factor('title', 1, 20),
    factor('skills', 0.9, 30),
    factor('location', 0.1),
    factor('salary', null),
  ]
  expect(
    explanationSentence({
      score: 48,
      known_share: 0.8,
      less_sure: false,
      factors,
      notes: [],
      ineligible: [],
    }),
  ).toBe('Fits by skills and title. Loses points by location. The posting does not state salary.')
})

test('a job of which nothing could be compared says so', () => {
  expect(
    explanationSentence({
      score: 0,
      known_share: 0,
      less_sure: true,
      factors: [],
      notes: [],
      ineligible: [],
    }),
  ).toBe('Nothing could be compared yet.')
})

test('one factor in words', () => {
  expect(factorText(factor('salary', 0.75, 16.67))).toBe('12.5 of 16.7')
  expect(factorText(factor('salary', null))).toBe('not stated')
})

test.each([
  ['known', 'asks for 3 years', 'Asks for 3 years.'],
  ['known', '', ''],
  ['unknown', 'not stated', 'Its weight is spread over the others.'],
  [
    'unknown',
    'the currency is not stated',
    'The currency is not stated. Its weight is spread over the others.',
  ],
  ['no_wish', 'any level is fine', 'Any level is fine. Its weight is spread over the others.'],
] as const)('evidence of a factor that is %s: %s', (state, evidence, sentence) => {
  expect(evidenceText({ state, evidence })).toBe(sentence)
})

test.each([
  [1, false, 'Sure: everything that you have a wish for is stated.'],
  [0.85, false, 'Sure: 85% of the weight could be compared.'],
  [0.4, true, 'Less sure: only 40% of the weight could be compared.'],
  [0, true, 'Less sure: nothing that you have a wish for is stated.'],
])('how sure with %f of the weight', (known_share, less_sure, sentence) => {
  expect(sureSentence({ known_share, less_sure })).toBe(sentence)
})
