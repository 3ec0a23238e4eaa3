import type { ComparisonResult } from '../../../../main/contract/feedback.ts'
import { RANKING_FACTORS, type RankingWeights } from '../../../../main/contract/ranking.ts'

/** True when two weightings count differently: only the proportions of weights do. */
export function differentWeights(one: RankingWeights, other: RankingWeights): boolean {
  const sumOf = (weights: RankingWeights) => RANKING_FACTORS.reduce((sum, factor) => sum + weights[factor], 0)
  const [first, second] = [sumOf(one), sumOf(other)]
  if (second === 0) return false
  return RANKING_FACTORS.some(
    factor => Math.round((one[factor] / first) * 100) !== Math.round((other[factor] / second) * 100),
  )
}

/** How a comparison ended, in a few words for a table. */
export function confidenceWords({ leader, confidence }: ComparisonResult): string {
  if (leader === null || confidence === 'none') return 'no difference seen'
  const better = leader === 'b' ? 'better' : 'worse'
  return { weak: `perhaps ${better}`, likely: `likely ${better}`, strong: `very likely ${better}` }[
    confidence
  ]
}

/** What is left to do, while a comparison runs. */
export function leftWords(decided: number, jobs: number): string {
  const left = jobs - decided
  if (left === 0) return 'All jobs are decided.'
  if (decided === 0) return 'Like or approve, dislike or reject each job.'
  return left === 1 ? '1 job is left.' : `${left} jobs are left.`
}
