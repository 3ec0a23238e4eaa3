import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../../../main/contract/ranking.ts'
import { idleFactors, mostOf, percentsOf, sameWeights, sliderText, sumOf, sumWords } from './weights-math.ts'

const all = (points: number): RankingWeights =>
  Object.fromEntries(RANKING_FACTORS.map(factor => [factor, points])) as RankingWeights

describe('percent of the sum', () => {
  test('the defaults are their own percent', () => {
    expect(sumOf(DEFAULT_WEIGHTS)).toBe(100)
    expect(percentsOf(DEFAULT_WEIGHTS)).toEqual(DEFAULT_WEIGHTS)
  })

  test('nine equal weights have nine equal parts', () => {
    expect(percentsOf(all(7))).toEqual(all(11.1))
  })

  test('all at 0: there are no parts', () => {
    expect(percentsOf(all(0))).toBeNull()
  })

  const weight = fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10)
  const anyWeights = fc
    .tuple(...RANKING_FACTORS.map(() => weight))
    .map(points =>
      Object.fromEntries(RANKING_FACTORS.map((factor, index) => [factor, points[index]])),
    ) as fc.Arbitrary<RankingWeights>

  test('they follow the order of the weights, are equal for equal ones and lie within half a tenth of the exact part', () => {
    fc.assert(
      fc.property(anyWeights, weights => {
        const percents = percentsOf(weights)
        const sum = RANKING_FACTORS.reduce((total, factor) => total + weights[factor], 0)
        if (percents === null) return expect(sum).toBe(0)
        for (const factor of RANKING_FACTORS) {
          expect(Math.abs(percents[factor] - (weights[factor] / sum) * 100)).toBeLessThan(0.051)
          for (const other of RANKING_FACTORS) {
            if (weights[factor] > weights[other])
              expect(percents[factor]).toBeGreaterThanOrEqual(percents[other])
            if (weights[factor] === weights[other]) expect(percents[factor]).toBe(percents[other])
          }
        }
      }),
    )
  })
})

test('the sum of tenths shows no error of floating point', () => {
  expect(sumOf({ ...all(0), location: 0.1, salary: 0.2 })).toBe(0.3)
})

test('sliders reach further only when a weight needs it', () => {
  expect(mostOf(DEFAULT_WEIGHTS)).toBe(50)
  expect(mostOf({ ...DEFAULT_WEIGHTS, skills: 50 })).toBe(50)
  expect(mostOf({ ...DEFAULT_WEIGHTS, skills: 51 })).toBe(100)
})

test('the words of a sum', () => {
  expect(sumWords(100)).toBe('each counts as its part of the whole')
  expect(sumWords(110)).toBe('each counts as its part of 110')
  expect(sumWords(0)).toBe('all are 0, so the default weights count')
})

test('the words of a slider', () => {
  expect(sliderText(1, 2)).toBe('1 point, 2 % of the sum')
  expect(sliderText(12.5, 13)).toBe('12.5 points, 13 % of the sum')
  expect(sliderText(0, undefined)).toBe('0 points')
})

test('weights are the same when every factor has the same points', () => {
  expect(sameWeights(DEFAULT_WEIGHTS, { ...DEFAULT_WEIGHTS })).toBe(true)
  expect(sameWeights(DEFAULT_WEIGHTS, { ...DEFAULT_WEIGHTS, title: 16 })).toBe(false)
})

describe('factors without a wish', () => {
  test('an empty campaign compares nothing but the date', () => {
    expect([...idleFactors({})]).toEqual(RANKING_FACTORS.filter(factor => factor !== 'recency'))
  })

  test.each([
    ['location', { country: 'GB' }],
    ['location', { locations: ['Leeds'] }],
    ['salary', { salary_max: 90_000 }],
    ['skills', { skills: ['Rust'] }],
    ['title', { query: 'engineer' }],
    ['company_size', { company_sizes: ['1-10'] }],
    ['seniority', { seniority: ['senior'] }],
    ['remote', { remote_preference: ['remote'] }],
    ['employment_type', { employment_types: ['contract'] }],
  ] as const)('%s counts with %j', (factor, wishes) => {
    expect(idleFactors(wishes).has(factor)).toBe(false)
    expect(idleFactors(wishes).size).toBe(7)
  })
})
