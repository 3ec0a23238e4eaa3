import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../contract/ranking.ts'
import { NO_WISH, UNKNOWN } from './factor.ts'
import { packShares, readShares, SHARES_LENGTH, scoreMany, scoreOf, weightingOf } from './shares.ts'
import { anyWeights } from './test-support.ts'

const known = fc.integer({ min: 0, max: 1000 })
const share = fc.oneof(known, fc.constantFrom(0, 1000, UNKNOWN, NO_WISH))
const shares = fc.array(share, { minLength: RANKING_FACTORS.length, maxLength: RANKING_FACTORS.length })
const position = fc.nat({ max: RANKING_FACTORS.length - 1 })
const withShare = (list: readonly number[], at: number, value: number) => list.with(at, value)
const score = (list: readonly number[], weights: RankingWeights) => scoreOf(packShares(list), weights).score

describe('the text of shares', () => {
  it('comes back as it was packed, in 18 characters', () => {
    fc.assert(
      fc.property(shares, list => {
        const text = packShares(list)
        expect(text).toMatch(/^[A-Za-z0-9_-]{18}$/)
        expect(text).toHaveLength(SHARES_LENGTH)
        expect(readShares(text)).toEqual(list)
      }),
    )
  })

  it('has a fixed form', () => {
    expect(packShares([0, 1, 63, 64, 500, 1000, UNKNOWN, NO_WISH, 999])).toBe('AAABA_BAH0PoPpPqPn')
  })

  it.each(['', 'AA', '__________________', 'é'.repeat(18)])('that cannot be read is unknown: %j', text => {
    expect(readShares(text).slice(1)).toEqual(Array(8).fill(UNKNOWN))
  })
})

describe('a score', () => {
  it('is within 0–100 and the sum of its points, each within its maximum', () => {
    fc.assert(
      fc.property(shares, anyWeights, (list, weights) => {
        const { points, maxima } = weightingOf(weights).points(list)
        const whole = Math.round(score(list, weights) * 100)
        expect(points.reduce((sum, value) => sum + value, 0)).toBe(whole)
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(whole).toBeLessThanOrEqual(10_000)
        points.forEach((value, factor) => {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(maxima[factor] ?? 0)
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same one by one and in bulk', () => {
    fc.assert(
      fc.property(fc.array(shares, { maxLength: 20 }), anyWeights, (jobs, weights) => {
        const texts = jobs.map(packShares)
        expect([...scoreMany(texts.join(''), weights)]).toEqual(
          texts.map(text => scoreOf(text, weights).score),
        )
      }),
    )
  })

  it('is what shares with their gaps filled come to', () => {
    fc.assert(
      fc.property(shares, anyWeights, (list, weights) => {
        const { filled, replaced } = weightingOf(weights)
        fc.pre(!replaced)
        const all = RANKING_FACTORS.reduce((sum, factor) => sum + weights[factor], 0)
        const gaps = filled(list)
        const weighed = RANKING_FACTORS.map((factor, at) => (weights[factor] / all) * (gaps[at] ?? 0))
        const sum = 100 * weighed.reduce((all, part) => all + part, 0)
        expect(Math.abs(sum - score(list, weights))).toBeLessThan(0.06)
        list.forEach((share, at) => {
          if (share <= 1000) expect(gaps[at]).toBe(share / 1000)
          expect(gaps[at]).toBeGreaterThanOrEqual(0)
          expect(gaps[at]).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it('never falls when a factor fits better', () => {
    fc.assert(
      fc.property(shares, position, known, known, anyWeights, (list, at, one, other, weights) => {
        const worse = score(withShare(list, at, Math.min(one, other)), weights)
        expect(score(withShare(list, at, Math.max(one, other)), weights)).toBeGreaterThanOrEqual(worse)
      }),
    )
  })

  // Maxima are whole hundredths, so that two ways of spreading may differ by one for each factor.
  const ROUNDING = 0.1

  it('never falls when a fact that does not fit at all becomes unknown', () => {
    fc.assert(
      fc.property(shares, position, anyWeights, (list, at, weights) => {
        const without = withShare(list, at, UNKNOWN)
        fc.pre(scoreOf(packShares(without), weights).known_share > 0)
        expect(score(without, weights)).toBeGreaterThanOrEqual(
          score(withShare(list, at, 0), weights) - ROUNDING,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('never falls when an unknown fact turns out to fit fully', () => {
    fc.assert(
      fc.property(shares, position, anyWeights, (list, at, weights) => {
        const before = score(withShare(list, at, UNKNOWN), weights)
        expect(score(withShare(list, at, 1000), weights)).toBeGreaterThanOrEqual(before - ROUNDING)
      }),
      { numRuns: 1000 },
    )
  })

  it('of jobs told alike goes by their shares alone, however much is told', () => {
    const full = packShares(Array(9).fill(800))
    expect(scoreOf(full, DEFAULT_WEIGHTS)).toEqual({ score: 80, less_sure: false, known_share: 1 })
    expect(scoreOf(packShares([800, 800, 800, 800, ...Array(5).fill(UNKNOWN)]), DEFAULT_WEIGHTS)).toEqual({
      score: 80,
      less_sure: false,
      known_share: 0.6,
    })
  })

  it('counts default weights where none can be used', () => {
    const list = packShares([0, 1000, 500, 250, UNKNOWN, NO_WISH, 1000, 0, 900])
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const weights = Object.fromEntries(RANKING_FACTORS.map(factor => [factor, weight])) as RankingWeights
      expect(scoreOf(list, weights)).toEqual(scoreOf(list, DEFAULT_WEIGHTS))
      expect(weightingOf(weights).replaced).toBe(true)
    }
  })
})
