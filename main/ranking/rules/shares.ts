import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../contract/ranking.ts'
import { NO_WISH, UNKNOWN } from './factor.ts'
import { largestRemainders } from './points.ts'

/**
 * Shares of the nine factors and the score that weights make of them. Shares are kept as 18 characters: for each
 * factor in its order two characters of base 64, the most significant first, of a number: 0–1000 the share in
 * thousandths, 1001 unknown, 1002 no wish.
 */

const FACTORS = RANKING_FACTORS.length
/** Characters of one job's shares. */
export const SHARES_LENGTH = FACTORS * 2
/** Below this part of known weight a score is less sure. */
const SURE_FROM = 0.5

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const PAIRS = Array.from(
  { length: NO_WISH + 1 },
  (_, value) => `${DIGITS[value >> 6] ?? ''}${DIGITS[value & 63] ?? ''}`,
)
const VALUES = new Uint8Array(128)
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value

/** Shares of the nine factors (whole thousandths, UNKNOWN or NO_WISH) as text; a factor that is missing is unknown. */
export function packShares(shares: ArrayLike<number>): string {
  let text = ''
  for (let factor = 0; factor < FACTORS; factor++) text += PAIRS[shares[factor] ?? UNKNOWN] ?? PAIRS[UNKNOWN]
  return text
}

/** The nine shares of a text that `packShares` wrote; what cannot be read is unknown. */
export function readShares(text: string): number[] {
  return RANKING_FACTORS.map((_, factor) => shareAt(text, factor * 2))
}

function shareAt(text: string, offset: number): number {
  // Past the end the code is NaN, which no table holds.
  const high = VALUES[text.charCodeAt(offset)]
  const low = VALUES[text.charCodeAt(offset + 1)]
  if (high === undefined || low === undefined) return UNKNOWN
  const value = high * 64 + low
  return value > NO_WISH ? UNKNOWN : value
}

/** What weights make of shares. */
export interface WeightedScore {
  /** 0–100, two decimals. */
  score: number
  less_sure: boolean
  /** Known part of the weight of all factors for which there is a wish, 0–1, four decimals. */
  known_share: number
}

/** Weights prepared once, for many jobs. */
export interface Weighting {
  /** True when all weights were 0 or unusable, so that the default weights count. */
  replaced: boolean
  /** The score of nine shares. */
  score(shares: ArrayLike<number>): WeightedScore
  /** Points and maxima in whole hundredths; the points add up to the score exactly. */
  points(shares: ArrayLike<number>): { points: number[]; maxima: ArrayLike<number> }
  /** Scores (0–100) of many jobs whose shares are joined without separator. */
  scores(joined: string): Float64Array
}

/** The most weightings that are remembered: a person slides through many, and a run needs one for each campaign. */
const MOST_REMEMBERED = 64
const remembered = new Map<string, Weighting>()

/**
 * Prepares weights. The weight of unknown factors and of those without a wish is spread over the known ones in
 * proportion, in hundredths by largest remainders, so that maxima add up to 100 exactly. Negative weights and
 * those that are no number count as 0; when all are 0 the default weights count. With nothing known the score is 0.
 */
export function weightingOf(weights: Partial<RankingWeights>): Weighting {
  const key = RANKING_FACTORS.map(factor => weights[factor]).join()
  const before = remembered.get(key)
  if (before !== undefined) return before
  const made = prepared(weights)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, made)
  return made
}

/** The score that weights make of a job's stored shares. */
export function scoreOf(shares: string, weights: Partial<RankingWeights>): WeightedScore {
  return weightingOf(weights).score(readShares(shares))
}

/** Scores (0–100) of many jobs, whose stored shares are joined without separator, in their order. */
export function scoreMany(shares: string, weights: Partial<RankingWeights>): Float64Array {
  return weightingOf(weights).scores(shares)
}

function prepared(weights: Partial<RankingWeights>): Weighting {
  const { list, replaced } = usableWeights(weights)
  const maximaOf = maximaByKnown(list)
  const knownShares = new Map<number, number>()

  const known = (shares: ArrayLike<number>): number => {
    let mask = 0
    for (let factor = 0; factor < FACTORS; factor++)
      if ((shares[factor] ?? UNKNOWN) < UNKNOWN) mask |= 1 << factor
    return mask
  }
  const sumOf = (mask: number): number =>
    list.reduce((sum, weight, factor) => sum + (mask & (1 << factor) ? weight : 0), 0)
  const knownShareOf = (shares: ArrayLike<number>, mask: number): number => {
    let wished = 0
    for (let factor = 0; factor < FACTORS; factor++) if (shares[factor] !== NO_WISH) wished |= 1 << factor
    const key = (wished << FACTORS) | mask
    let share = knownShares.get(key)
    if (share === undefined) {
      const all = sumOf(wished)
      share = all > 0 ? Math.round((sumOf(mask) / all) * 10_000) / 10_000 : 0
      knownShares.set(key, share)
    }
    return share
  }

  return {
    replaced,
    score(shares) {
      const mask = known(shares)
      const maxima = maximaOf(mask)
      let sum = 0
      for (let factor = 0; factor < FACTORS; factor++) {
        const share = shares[factor] ?? UNKNOWN
        if (share < UNKNOWN) sum += (maxima[factor] ?? 0) * share
      }
      const known_share = knownShareOf(shares, mask)
      return { score: Math.round(sum / 1000) / 100, less_sure: known_share < SURE_FROM, known_share }
    },
    points(shares) {
      const maxima = maximaOf(known(shares))
      const exact = list.map((_, factor) => {
        const share = shares[factor] ?? UNKNOWN
        return share < UNKNOWN ? (maxima[factor] ?? 0) * share : 0
      })
      const total = Math.round(exact.reduce((sum, value) => sum + value, 0) / 1000)
      return {
        points: largestRemainders(
          exact.map(value => value / 1000),
          total,
        ),
        maxima,
      }
    },
    scores(joined) {
      const count = Math.floor(joined.length / SHARES_LENGTH)
      const scores = new Float64Array(count)
      const shares = new Uint16Array(FACTORS)
      for (let job = 0, offset = 0; job < count; job++) {
        let mask = 0
        for (let factor = 0; factor < FACTORS; factor++, offset += 2) {
          const share = shareAt(joined, offset)
          shares[factor] = share
          if (share < UNKNOWN) mask |= 1 << factor
        }
        const maxima = maximaOf(mask)
        let sum = 0
        for (let factor = 0; factor < FACTORS; factor++) {
          // The maximum of what is not known is 0.
          sum += (maxima[factor] ?? 0) * (shares[factor] ?? 0)
        }
        scores[job] = Math.round(sum / 1000) / 100
      }
      return scores
    },
  }
}

/** Maxima in hundredths for each set of known factors, made when first asked for: there are 512 sets at most. */
function maximaByKnown(weights: readonly number[]): (mask: number) => Int32Array {
  const byMask: (Int32Array | undefined)[] = new Array(1 << FACTORS).fill(undefined)
  return mask => {
    const before = byMask[mask]
    if (before !== undefined) return before
    const known = weights.map((weight, factor) => (mask & (1 << factor) ? weight : 0))
    const sum = known.reduce((all, weight) => all + weight, 0)
    const maxima = Int32Array.from(
      sum > 0
        ? largestRemainders(
            known.map(weight => (weight / sum) * 10_000),
            10_000,
          )
        : known,
    )
    byMask[mask] = maxima
    return maxima
  }
}

function usableWeights(weights: Partial<RankingWeights>): { list: number[]; replaced: boolean } {
  const list = RANKING_FACTORS.map(factor => {
    const weight = weights[factor] ?? 0
    return Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1e6) : 0
  })
  return list.some(weight => weight > 0)
    ? { list, replaced: false }
    : { list: RANKING_FACTORS.map(factor => DEFAULT_WEIGHTS[factor]), replaced: true }
}
