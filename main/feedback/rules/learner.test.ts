import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../contract/ranking.ts'
import { readShares } from '../../ranking/rules/shares.ts'
import { learnWeights, ontoSimplex } from './learner.ts'
import { countOrdered, heldOutEffect } from './ordering.ts'
import { wholePercent } from './percent.ts'
import { anyDecisions, anyWeights, decision, decisionsOf, sharesWith, steady } from './test-support.ts'

const sumOf = (weights: RankingWeights) => RANKING_FACTORS.reduce((sum, factor) => sum + weights[factor], 0)

describe('whole percent', () => {
  it('adds up to 100 and is the same again', () => {
    fc.assert(
      fc.property(anyWeights, weights => {
        const percent = wholePercent(weights)
        expect(sumOf(percent)).toBe(100)
        expect(wholePercent(percent)).toEqual(percent)
      }),
    )
  })

  it('takes the default weights where all are 0, and counts what is negative or no number as 0', () => {
    const none = Object.fromEntries(RANKING_FACTORS.map(factor => [factor, 0])) as RankingWeights
    expect(wholePercent(none)).toEqual(DEFAULT_WEIGHTS)
    expect(wholePercent({ ...none, salary: -4, skills: Number.NaN, title: 2 }).title).toBe(100)
  })
})

describe('learning weights', () => {
  it('gives whole weights from 0 that add up to 100, for any decisions and weights', () => {
    fc.assert(
      fc.property(anyDecisions, anyWeights, (decisions, present) => {
        const weights = learnWeights(decisions, present)
        expect(sumOf(weights)).toBe(100)
        for (const factor of RANKING_FACTORS) {
          expect(weights[factor]).toBeGreaterThanOrEqual(0)
          expect(Number.isInteger(weights[factor])).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order of the decisions', () => {
    fc.assert(
      fc.property(
        anyDecisions.chain(list =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([decisions, shuffled]) => {
          expect(learnWeights(shuffled, DEFAULT_WEIGHTS)).toEqual(learnWeights(decisions, DEFAULT_WEIGHTS))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps the present weights when there is nothing to compare', () => {
    const likedOnly = Array.from({ length: 30 }, (_, index) => decision({ jobId: index + 1 }))
    const alike = likedOnly.map((one, index) => ({
      ...one,
      verdict: index % 2 ? ('up' as const) : ('down' as const),
    }))
    for (const decisions of [[], likedOnly, alike])
      expect(learnWeights(decisions, DEFAULT_WEIGHTS)).toEqual(DEFAULT_WEIGHTS)
  })

  it('raises the one factor that sets liked and disliked jobs apart, the more the more decisions say so', () => {
    const saying = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        decision({
          jobId: index + 1,
          verdict: index % 2 ? 'up' : 'down',
          shares: sharesWith({ salary: index % 2 ? 900 : 200, title: index % 2 ? 300 : 700 }),
        }),
      )
    const few = learnWeights(saying(10), DEFAULT_WEIGHTS)
    const many = learnWeights(saying(60), DEFAULT_WEIGHTS)
    expect(few.salary).toBeGreaterThan(DEFAULT_WEIGHTS.salary)
    expect(many.salary).toBeGreaterThan(few.salary)
    expect(many.title).toBeLessThan(few.title)
  })

  it('lets a weak sign move weights less than a thumb does', () => {
    const saying = (strength: number) =>
      Array.from({ length: 20 }, (_, index) =>
        decision({
          jobId: index + 1,
          strength,
          verdict: index % 2 ? 'up' : 'down',
          shares: sharesWith({ skills: index % 2 ? 800 : 300 }),
        }),
      )
    const thumbs = learnWeights(saying(1), DEFAULT_WEIGHTS).skills
    const moves = learnWeights(saying(0.5), DEFAULT_WEIGHTS).skills
    expect(moves).toBeGreaterThan(DEFAULT_WEIGHTS.skills)
    expect(thumbs).toBeGreaterThan(moves)
  })

  it('leaves a factor alone that the postings do not state or the campaign does not wish', () => {
    const silent = decisionsOf({ ...DEFAULT_WEIGHTS, skills: 60 }, 80).map(one => ({
      ...one,
      // The fifth factor, company size, unknown; the seventh, remote, without a wish.
      shares: `${one.shares.slice(0, 8)}Pp${one.shares.slice(10, 12)}Pq${one.shares.slice(14)}`,
    }))
    expect(readShares(silent[0]?.shares ?? '').slice(4, 7)).toEqual([1001, expect.any(Number), 1002])
    const weights = learnWeights(silent, DEFAULT_WEIGHTS)
    expect(weights.company_size).toBe(DEFAULT_WEIGHTS.company_size)
    expect(weights.remote).toBe(DEFAULT_WEIGHTS.remote)
    expect(weights.skills).toBeGreaterThan(DEFAULT_WEIGHTS.skills)
  })

  it.each(['skills', 'salary', 'remote'] as const)(
    'finds a taste for %s and orders jobs that it never saw better by it',
    factor => {
      const taste = wholePercent({ ...DEFAULT_WEIGHTS, [factor]: 60 })
      const weights = learnWeights(decisionsOf(taste, 150), DEFAULT_WEIGHTS)
      expect(weights[factor]).toBeGreaterThan(DEFAULT_WEIGHTS[factor] + 5)
      const fresh = decisionsOf(taste, 300, 99)
      const before = countOrdered(fresh, DEFAULT_WEIGHTS)
      expect(countOrdered(fresh, weights).rightly).toBeGreaterThan(before.rightly + 0.03 * before.pairs)
    },
  )
})

describe('the nearest point of a simplex', () => {
  it('has no negative part, adds up, and is no farther than any other such point', () => {
    const points = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(points, fc.double({ min: 0.05, max: 1, noNaN: true }), fc.nat(), (point, sum, seed) => {
        const nearest = ontoSimplex(point, sum)
        expect(nearest.reduce((all, part) => all + part, 0)).toBeCloseTo(sum, 9)
        expect(Math.min(...nearest)).toBeGreaterThanOrEqual(0)
        const random = steady(seed)
        const draws = point.map(() => random())
        const all = draws.reduce((total, draw) => total + draw, 0) || 1
        const other = draws.map(draw => (draw / all) * sum)
        const far = (to: readonly number[]) =>
          Math.hypot(...to.map((part, index) => part - (point[index] ?? 0)))
        expect(far(nearest)).toBeLessThanOrEqual(far(other) + 1e-9)
      }),
    )
  })
})

describe('the effect on the last decisions', () => {
  it('is counted on the last 50 at most, by weights learned from the earlier ones only', () => {
    const taste = wholePercent({ ...DEFAULT_WEIGHTS, skills: 60 })
    const decisions = decisionsOf(taste, 120)
    const effect = heldOutEffect(decisions, DEFAULT_WEIGHTS)
    const last = decisions.slice(-50)
    const learned = learnWeights(decisions.slice(0, -50), DEFAULT_WEIGHTS)
    expect(effect).toEqual({
      decisions: 50,
      learnedFrom: 70,
      pairs: countOrdered(last, learned).pairs,
      before: countOrdered(last, DEFAULT_WEIGHTS).rightly,
      after: countOrdered(last, learned).rightly,
    })
    expect(effect.after).toBeGreaterThan(effect.before)
    // What the last decisions say changes what is counted, never what was learned.
    const turned = [
      ...decisions.slice(0, -50),
      ...last.map(one => ({ ...one, verdict: one.verdict === 'up' ? ('down' as const) : ('up' as const) })),
    ]
    expect(heldOutEffect(turned, DEFAULT_WEIGHTS).after).toBeLessThan(effect.pairs / 2)
  })

  it('is counted on the later half while there are fewer than 100', () => {
    const effect = heldOutEffect(decisionsOf(DEFAULT_WEIGHTS, 31), DEFAULT_WEIGHTS)
    expect([effect.decisions, effect.learnedFrom]).toEqual([15, 16])
  })
})
