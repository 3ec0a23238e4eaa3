import { describe, expect, it } from 'vitest'
import type { ComparisonResult } from '../../../../main/contract/feedback.ts'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../../../main/contract/ranking.ts'
import { confidenceWords, differentWeights, leftWords } from './comparison-words.ts'

const times = (factor: number) =>
  Object.fromEntries(RANKING_FACTORS.map(name => [name, DEFAULT_WEIGHTS[name] * factor])) as RankingWeights

describe('weights', () => {
  it('differ by their proportions only; all at 0 are none to compare with', () => {
    expect(differentWeights(DEFAULT_WEIGHTS, times(2))).toBe(false)
    expect(differentWeights(DEFAULT_WEIGHTS, times(0))).toBe(false)
    expect(differentWeights(DEFAULT_WEIGHTS, { ...DEFAULT_WEIGHTS, skills: 30 })).toBe(true)
  })
})

describe('words of a result', () => {
  const result = (change: Partial<ComparisonResult>): ComparisonResult => ({
    winsA: 2,
    winsB: 9,
    ties: 1,
    leader: 'b',
    chance: 0.06,
    confidence: 'weak',
    sentence: '',
    ...change,
  })
  it.each([
    [{}, 'perhaps better'],
    [{ leader: 'a', confidence: 'strong' }, 'very likely worse'],
    [{ confidence: 'none' }, 'no difference seen'],
    [{ leader: null, confidence: 'none' }, 'no difference seen'],
  ] as const)('%j', (change, words) => {
    expect(confidenceWords(result(change))).toBe(words)
  })
})

describe('what is left', () => {
  it.each([
    [0, 40, /^Like or approve/],
    [12, 40, /^28 jobs are left\.$/],
    [39, 40, /^1 job is left\.$/],
    [40, 40, /^All jobs/],
  ])('after %i of %i', (decided, jobs, words) => {
    expect(leftWords(decided, jobs)).toMatch(words)
  })
})
