import {
  DEFAULT_WEIGHTS,
  type Explanation,
  RANKING_FACTORS,
  type RankingFactor,
  type RankingWeights,
} from '../../../../main/contract/ranking.ts'

/** An explanation for tests with the default weights: the given shares are known, all others are not stated. */
export function explanationOf(
  shares: Partial<Record<RankingFactor, number>>,
  weights: RankingWeights = DEFAULT_WEIGHTS,
): Explanation {
  const all = RANKING_FACTORS.reduce((sum, factor) => sum + weights[factor], 0)
  const known = RANKING_FACTORS.filter(factor => shares[factor] !== undefined)
  const weight = known.reduce((sum, factor) => sum + weights[factor], 0)
  const factors = RANKING_FACTORS.map(factor => {
    const share = shares[factor] ?? null
    const max = share === null || weight === 0 ? 0 : (weights[factor] / weight) * 100
    return {
      factor,
      state: share === null ? ('unknown' as const) : ('known' as const),
      points: max * (share ?? 0),
      max,
      share,
      evidence: 'not stated',
    }
  })
  return {
    score: factors.reduce((sum, one) => sum + one.points, 0),
    known_share: weight / all,
    less_sure: weight / all < 0.5,
    factors,
    notes: [],
    ineligible: [],
  }
}
