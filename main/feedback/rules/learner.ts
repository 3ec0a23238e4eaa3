import { RANKING_FACTORS, type RankingWeights } from '../../contract/ranking.ts'
import { UNKNOWN } from '../../ranking/rules/factor.ts'
import { readShares, weightingOf } from '../../ranking/rules/shares.ts'
import { type Decision, inOrder } from './decision.ts'
import { fromParts, weightParts } from './percent.ts'

// Weights are learned as a pairwise logistic regression: of a liked and a disliked job the liked one should score
// higher. The chance of that is modelled as 1 / (1 + exp(-SLOPE × difference of scores)), and the weights are those
// with the highest likelihood under a normal prior around the present ones. That is convex, so there is one answer.

const FACTORS = RANKING_FACTORS.length
/** Ten points of score (0.1) make odds of about 3 to 1. */
const SLOPE = 12
/** How far a weight lies from the present one by itself: five of a hundred percent. */
const PRIOR_DEVIATION = 0.05
/** The newest decisions of each kind that are learned from. */
const MOST_OF_A_KIND = 80
/** A factor known for fewer liked or disliked jobs keeps its weight. */
const KNOWN_AT_LEAST = 3
const MOST_STEPS = 300
/** Steps end when no weight moves by more than this: a hundredth of what rounding to whole percent can show. */
const STILL = 1e-5

/** The weights (whole percent, sum 100) that decisions speak for; the present ones when they say nothing. */
export function learnWeights(decisions: readonly Decision[], present: RankingWeights): RankingWeights {
  const start = weightParts(present)
  const ordered = inOrder(decisions)
  const ups = ordered.filter(one => one.verdict === 'up').slice(-MOST_OF_A_KIND)
  const downs = ordered.filter(one => one.verdict === 'down').slice(-MOST_OF_A_KIND)
  const free = freeFactors(ups, downs)
  if (free.length < 2) return fromParts(start)
  const problem = pairsOf(ups, downs, present)
  return fromParts(descend(problem, start, free))
}

/** The factors that enough liked and disliked jobs know, by their position. */
function freeFactors(ups: readonly Decision[], downs: readonly Decision[]): number[] {
  const counts = (decisions: readonly Decision[]) => {
    const known: number[] = RANKING_FACTORS.map(() => 0)
    for (const { shares } of decisions)
      for (const [factor, share] of readShares(shares).entries())
        if (share < UNKNOWN) known[factor] = (known[factor] ?? 0) + 1
    return known
  }
  const liked = counts(ups)
  const disliked = counts(downs)
  return [...RANKING_FACTORS.keys()].filter(
    factor => Math.min(liked[factor] ?? 0, disliked[factor] ?? 0) >= KNOWN_AT_LEAST,
  )
}

interface Pairs {
  /** Differences of shares, nine numbers a pair. */
  differences: Float64Array
  /** How much each pair counts; together as much as there are decisions. */
  counts: Float64Array
}

/** Unknown shares are filled in as the score does it with the present weights, so that there is a difference to weigh. */
function pairsOf(ups: readonly Decision[], downs: readonly Decision[], present: RankingWeights): Pairs {
  const { filled } = weightingOf(present)
  const liked = ups.map(one => filled(readShares(one.shares)))
  const disliked = downs.map(one => filled(readShares(one.shares)))
  const counts = new Float64Array(ups.length * downs.length)
  const differences = new Float64Array(counts.length * FACTORS)
  let pair = 0
  let sum = 0
  for (const [u, up] of ups.entries()) {
    for (const [d, down] of downs.entries()) {
      for (let factor = 0; factor < FACTORS; factor++)
        differences[pair * FACTORS + factor] = (liked[u]?.[factor] ?? 0) - (disliked[d]?.[factor] ?? 0)
      const count = up.strength * down.strength
      counts[pair++] = count
      sum += count
    }
  }
  // Many pairs are made of few decisions: the rarer kind says how much there is to learn from.
  const strength = (decisions: readonly Decision[]) => decisions.reduce((all, one) => all + one.strength, 0)
  const up = strength(ups)
  const down = strength(downs)
  const evidence = up + down > 0 ? (4 * up * down) / (up + down) : 0
  for (let index = 0; index < counts.length; index++) counts[index] = ((counts[index] ?? 0) * evidence) / sum
  return { differences, counts }
}

/** Accelerated projected gradient steps from `start` to the one minimum; only `free` factors move. */
function descend(pairs: Pairs, start: readonly number[], free: readonly number[]): number[] {
  const prior = 1 / PRIOR_DEVIATION ** 2
  const steepest = curvature(pairs) + prior
  const pull = (Math.sqrt(steepest) - Math.sqrt(prior)) / (Math.sqrt(steepest) + Math.sqrt(prior))
  const total = free.reduce((sum, factor) => sum + (start[factor] ?? 0), 0)
  let weights = [...start]
  let ahead = [...start]
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = gradient(pairs, ahead, start, prior)
    const moved = ontoSimplex(
      free.map(factor => (ahead[factor] ?? 0) - (slope[factor] ?? 0) / steepest),
      total,
    )
    const next = [...start]
    for (const [index, factor] of free.entries()) next[factor] = moved[index] ?? 0
    const change = Math.max(...next.map((weight, factor) => Math.abs(weight - (weights[factor] ?? 0))))
    ahead = next.map((weight, factor) => weight + pull * (weight - (weights[factor] ?? 0)))
    weights = next
    if (change < STILL) break
  }
  return weights
}

/** An upper bound of the curvature of the logistic loss: its second derivative is at most SLOPE² / 4. */
function curvature({ differences, counts }: Pairs): number {
  let sum = 0
  for (let pair = 0; pair < counts.length; pair++) {
    let squares = 0
    for (let factor = 0; factor < FACTORS; factor++)
      squares += (differences[pair * FACTORS + factor] ?? 0) ** 2
    sum += (counts[pair] ?? 0) * squares
  }
  return (sum * SLOPE ** 2) / 4
}

function gradient(
  { differences, counts }: Pairs,
  weights: readonly number[],
  present: readonly number[],
  prior: number,
): number[] {
  const slope = weights.map((weight, factor) => prior * (weight - (present[factor] ?? 0)))
  for (let pair = 0; pair < counts.length; pair++) {
    const at = pair * FACTORS
    let ahead = 0
    for (let factor = 0; factor < FACTORS; factor++)
      ahead += (weights[factor] ?? 0) * (differences[at + factor] ?? 0)
    const pushes = ((counts[pair] ?? 0) * SLOPE) / (1 + Math.exp(SLOPE * ahead))
    for (let factor = 0; factor < FACTORS; factor++)
      slope[factor] = (slope[factor] ?? 0) - pushes * (differences[at + factor] ?? 0)
  }
  return slope
}

/**
 * The nearest point with no negative part and the given sum: all parts lowered by the same amount and cut at 0.
 * Duchi et al., Efficient Projections onto the l1-Ball, ICML 2008, figure 1.
 */
export function ontoSimplex(point: readonly number[], sum: number): number[] {
  const falling = point.toSorted((one, other) => other - one)
  let above = 0
  let lower = 0
  for (const [index, part] of falling.entries()) {
    above += part
    const level = (above - sum) / (index + 1)
    if (part - level > 0) lower = level
  }
  return point.map(part => Math.max(part - lower, 0))
}
