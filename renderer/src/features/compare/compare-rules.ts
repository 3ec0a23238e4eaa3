import {
  type Explanation,
  type FactorExplanation,
  RANKING_FACTORS,
  type RankingFactor,
} from '../../../../main/contract/ranking.ts'

/** What one factor makes of the difference between two jobs. */
export interface FactorDifference {
  factor: RankingFactor
  first: FactorExplanation
  second: FactorExplanation
  /** Points, one decimal: above 0 the first job stands higher by this factor. All of them add up to the difference. */
  difference: number
  /** Points that the factor can bring on the scale that both share, two decimals; 0: neither states it. */
  max: number
}

const absent = (factor: RankingFactor): FactorExplanation => ({
  factor,
  state: 'unknown',
  points: 0,
  max: 0,
  share: null,
  evidence: '',
})

/**
 * The difference of two scores, factor by factor. Both jobs are measured with one scale: the weight of every factor
 * that at least one of them states. Spreading the weight of an unstated factor over the others is the same as counting
 * that factor with the job's own average, so neither score changes and the differences add up.
 */
export function factorDifferences(first: Explanation, second: Explanation): FactorDifference[] {
  const pairs = RANKING_FACTORS.map(factor => ({
    factor,
    one: first.factors.find(found => found.factor === factor) ?? absent(factor),
    other: second.factors.find(found => found.factor === factor) ?? absent(factor),
  }))
  const weights = pairs.map(({ one, other }) => {
    // A maximum is the part of the known weight; with the known part, both give the part of the whole.
    const said = [
      ...(one.state === 'known' ? [one.max * first.known_share] : []),
      ...(other.state === 'known' ? [other.max * second.known_share] : []),
    ]
    return said.length === 0 ? 0 : said.reduce((sum, weight) => sum + weight, 0) / said.length
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const shareOf = (found: FactorExplanation, all: Explanation) => found.share ?? all.score / 100
  const rows = pairs.map(({ factor, one, other }, index) => {
    const max = whole === 0 ? 0 : ((weights[index] ?? 0) / whole) * 100
    return {
      factor,
      first: one,
      second: other,
      max: Math.round(max * 100) / 100,
      exact: max === 0 ? 0 : max * (shareOf(one, first) - shareOf(other, second)),
    }
  })
  const tenths = roundedTogether(
    rows.map(row => row.exact * 10),
    Math.round((first.score - second.score) * 10),
  )
  return rows.map(({ exact: _, ...row }, index) => ({ ...row, difference: (tenths[index] ?? 0) / 10 }))
}

/** Whole numbers next to the exact ones that add up to `total`; who is furthest from its number gives way first. */
function roundedTogether(exact: readonly number[], total: number): number[] {
  const whole = exact.map(value => Math.round(value))
  const counting = exact.flatMap((value, index) => (value === 0 ? [] : [index]))
  let missing = total - whole.reduce((sum, value) => sum + value, 0)
  const step = Math.sign(missing)
  const rest = (index: number) => ((exact[index] ?? 0) - (whole[index] ?? 0)) * step
  while (missing !== 0 && counting.length > 0) {
    const next = counting.reduce((best, index) => (rest(index) > rest(best) ? index : best))
    whole[next] = (whole[next] ?? 0) + step
    missing -= step
  }
  return whole.map(value => value + 0)
}
