import { expect, test } from 'vitest'
import type { FactorExplanation } from '../../../main/contract/ranking.ts'
import { explanationSentence, factorText } from './explanation-text.ts'

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
  expect(explanationSentence({ score: 48, known_share: 0.8, less_sure: false, factors })).toBe(
    'Fits by skills and title. Loses points by location. The posting does not state salary.',
  )
})

test('a job of which nothing could be compared says so', () => {
  expect(explanationSentence({ score: 0, known_share: 0, less_sure: true, factors: [] })).toBe(
    'Nothing could be compared yet.',
  )
})

test('one factor in words', () => {
  expect(factorText(factor('salary', 0.75, 16.67))).toBe('12.5 of 16.7')
  expect(factorText(factor('salary', null))).toBe('not stated')
})
