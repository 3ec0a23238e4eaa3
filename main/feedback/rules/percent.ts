import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../contract/ranking.ts'
import { largestRemainders } from '../../ranking/rules/points.ts'

/** Weights as nine parts of 1 in the order of the factors; negative ones count as 0, and all 0 as the defaults. */
export function weightParts(weights: RankingWeights): number[] {
  const usable = RANKING_FACTORS.map(factor => {
    const weight = weights[factor]
    return Number.isFinite(weight) ? Math.max(weight, 0) : 0
  })
  const sum = usable.reduce((all, weight) => all + weight, 0)
  return sum > 0 ? usable.map(weight => weight / sum) : weightParts(DEFAULT_WEIGHTS)
}

/** Nine parts of 1 as weights in whole percent that add up to 100. */
export function fromParts(parts: readonly number[]): RankingWeights {
  const percent = largestRemainders(
    parts.map(part => part * 100),
    100,
  )
  return Object.fromEntries(
    RANKING_FACTORS.map((factor, index) => [factor, percent[index] ?? 0]),
  ) as RankingWeights
}

/** Weights in whole percent that add up to 100. */
export const wholePercent = (weights: RankingWeights): RankingWeights => fromParts(weightParts(weights))
