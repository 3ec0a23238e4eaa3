import fc from 'fast-check'
import { RANKING_FACTORS, type RankingFactor, type RankingWeights } from '../../contract/ranking.ts'
import { NO_WISH, UNKNOWN } from '../../ranking/rules/factor.ts'
import { packShares, scoreOf } from '../../ranking/rules/shares.ts'
import type { Decision } from './decision.ts'

/** Numbers 0–1 that come the same way every time. */
export function steady(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A seed for each whole number, far from those of its neighbours: series of near seeds would resemble each other. */
export function scattered(number: number): number {
  let bits = Math.imul(number + 1, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Packed shares of a job that meets every factor halfway, but for the given ones (thousandths). */
export function sharesWith(given: Partial<Record<RankingFactor, number>>): string {
  return packShares(RANKING_FACTORS.map(factor => given[factor] ?? 500))
}

/** A decision with what the test is about; the time follows the id. */
export function decision(change: Partial<Decision> = {}): Decision {
  const jobId = change.jobId ?? 1
  return {
    jobId,
    at: new Date(Date.UTC(2026, 0, 1, 0, jobId)).toISOString(),
    verdict: 'up',
    strength: 1,
    shares: sharesWith({}),
    reasons: [],
    ...change,
  }
}

/**
 * Decisions of somebody who likes the better half of jobs by weights of their own and errs near the middle; a third of
 * the shares is unknown.
 */
export function decisionsOf(taste: RankingWeights, count: number, seed = 7): Decision[] {
  const random = steady(seed)
  return Array.from({ length: count }, (_, index) => {
    const shares = packShares(
      RANKING_FACTORS.map(() => (random() < 0.33 ? UNKNOWN : Math.floor(random() * 11) * 100)),
    )
    const chance = 1 / (1 + Math.exp((50 - scoreOf(shares, taste).score) / 4))
    return decision({ jobId: index + 1, shares, verdict: random() < chance ? 'up' : 'down' })
  })
}

/** Decisions that follow no taste at all; a third of the shares is unknown. */
export function randomDecisions(count: number, seed: number): Decision[] {
  const random = steady(seed)
  return Array.from({ length: count }, (_, index) => {
    const shares = packShares(
      RANKING_FACTORS.map(() => (random() < 0.33 ? UNKNOWN : Math.floor(random() * 11) * 100)),
    )
    return decision({ jobId: index + 1, shares, verdict: random() < 0.5 ? 'up' : 'down' })
  })
}

export const anyShares = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(UNKNOWN, NO_WISH)), {
    minLength: RANKING_FACTORS.length,
    maxLength: RANKING_FACTORS.length,
  })
  .map(packShares)

export const anyWeights: fc.Arbitrary<RankingWeights> = fc.record(
  Object.fromEntries(RANKING_FACTORS.map(factor => [factor, fc.integer({ min: 0, max: 100 })])) as Record<
    RankingFactor,
    fc.Arbitrary<number>
  >,
)

export const anyDecisions = fc.uniqueArray(
  fc.record({
    jobId: fc.integer({ min: 1, max: 500 }),
    verdict: fc.constantFrom('up' as const, 'down' as const),
    strength: fc.constantFrom(1, 0.5),
    shares: anyShares,
    at: fc
      .integer({ min: 0, max: 5_000 })
      .map(minute => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()),
    reasons: fc.constant([]),
  }),
  { selector: one => one.jobId, maxLength: 60 },
)
