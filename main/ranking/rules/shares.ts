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

/**
 * Where the weight of an unknown factor goes first: what a posting leaves unsaid of the skills stands in its title,
 * so that of what the work is and of all the rest each keeps its weight.
 */
const KIN: readonly (readonly [factor: number, kin: number])[] = [
  [RANKING_FACTORS.indexOf('skills'), RANKING_FACTORS.indexOf('title')],
  [RANKING_FACTORS.indexOf('title'), RANKING_FACTORS.indexOf('skills')],
]
/**
 * A score that rests on little is held down: when less than three fifths of the wished weight are covered, the most
 * that can be won falls from 100 towards 25. It falls slower than what is covered, so that a fact that does not fit
 * is never better than an unknown one.
 */
const COVERED_FROM = 0.6
const WITHOUT_ANY = 0.25

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const PAIRS = Array.from(
  { length: NO_WISH + 1 },
  (_, value) => `${DIGITS[value >> 6] ?? ''}${DIGITS[value & 63] ?? ''}`,
)
const VALUES = new Uint8Array(128)
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value

/** Shares of the nine factors (whole thousandths, UNKNOWN or NO_WISH) as text; a factor that is missing is unknown. */
export function packShares(shares: readonly number[]): string {
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
  score(shares: readonly number[]): WeightedScore
  /** Points and maxima in whole hundredths; the points add up to the score exactly. */
  points(shares: readonly number[]): { points: number[]; maxima: ArrayLike<number> }
  /**
   * The nine shares as 0–1 with what is not known filled in, so that the shares weighed by the parts of the weights
   * give the score (to the hundredths that maxima are rounded to).
   */
  filled(shares: readonly number[]): number[]
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

/** Weights spread over what is known, for one set of known and one set of unknown factors. */
interface Spread {
  /** Hundredths that each factor can win; 0 for those that are not known. */
  maxima: Int32Array
  known_share: number
  less_sure: boolean
}

function prepared(weights: Partial<RankingWeights>): Weighting {
  const { list, replaced } = usableWeights(weights)
  const spreadOf = spreads(list)

  const spreadFor = (shares: readonly number[]): Spread => {
    let known = 0
    let unknown = 0
    for (let factor = 0; factor < FACTORS; factor++) {
      const share = shares[factor] ?? UNKNOWN
      if (share < UNKNOWN) known |= 1 << factor
      else if (share === UNKNOWN) unknown |= 1 << factor
    }
    return spreadOf(known, unknown)
  }

  return {
    replaced,
    score(shares) {
      const { maxima, known_share, less_sure } = spreadFor(shares)
      let sum = 0
      // The maximum of what is not known is 0.
      for (let factor = 0; factor < FACTORS; factor++) sum += (maxima[factor] ?? 0) * (shares[factor] ?? 0)
      return { score: Math.round(sum / 1000) / 100, less_sure, known_share }
    },
    points(shares) {
      const { maxima } = spreadFor(shares)
      const exact = list.map((_, factor) => (maxima[factor] ?? 0) * (shares[factor] ?? 0))
      const total = Math.round(exact.reduce((sum, value) => sum + value, 0) / 1000)
      return {
        points: largestRemainders(
          exact.map(value => value / 1000),
          total,
        ),
        maxima,
      }
    },
    filled(shares) {
      const { maxima } = spreadFor(shares)
      const stood = list.map((_, factor) => standIn(shares, factor))
      const all = sum(list)
      const score = sum(list.map((_, factor) => (maxima[factor] ?? 0) * (shares[factor] ?? 0))) / 1e7
      const won = sum(list.map((weight, factor) => (weight * (stood[factor] ?? 0)) / all))
      const rest = sum(list.map((weight, factor) => (stood[factor] === null ? weight / all : 0)))
      return stood.map(share => share ?? (rest > 0 ? Math.min(1, Math.max(0, (score - won) / rest)) : score))
    },
    scores(joined) {
      const count = Math.floor(joined.length / SHARES_LENGTH)
      const scores = new Float64Array(count)
      const shares: number[] = RANKING_FACTORS.map(() => NO_WISH)
      for (let job = 0, offset = 0; job < count; job++) {
        let known = 0
        let unknown = 0
        for (let factor = 0; factor < FACTORS; factor++, offset += 2) {
          const share = shareAt(joined, offset)
          shares[factor] = share
          if (share < UNKNOWN) known |= 1 << factor
          else if (share === UNKNOWN) unknown |= 1 << factor
        }
        const { maxima } = spreadOf(known, unknown)
        let sum = 0
        for (let factor = 0; factor < FACTORS; factor++) sum += (maxima[factor] ?? 0) * (shares[factor] ?? 0)
        scores[job] = Math.round(sum / 1000) / 100
      }
      return scores
    },
  }
}

/** The share (0–1) of a factor, or of its kin where it is unknown; null: neither is known. */
function standIn(shares: readonly number[], factor: number): number | null {
  const own = shares[factor] ?? UNKNOWN
  if (own < UNKNOWN) return own / 1000
  const kin = own === UNKNOWN ? KIN.find(([from]) => from === factor)?.[1] : undefined
  const share = kin === undefined ? UNKNOWN : (shares[kin] ?? UNKNOWN)
  return share < UNKNOWN ? share / 1000 : null
}

/** Spreads by known and unknown factors, made when first asked for: jobs of one campaign have few of them. */
function spreads(weights: readonly number[]): (known: number, unknown: number) => Spread {
  const byKnown: (Spread | undefined)[][] = Array.from({ length: 1 << FACTORS }, () => [])
  return (known, unknown) => {
    const made = byKnown[known] ?? []
    let spread = made[unknown]
    if (spread === undefined) {
      spread = spreadWeights(weights, known, unknown)
      made[unknown] = spread
    }
    return spread
  }
}

const ONLY_RECENCY = 1 << RANKING_FACTORS.indexOf('recency')

function spreadWeights(weights: readonly number[], known: number, unknown: number): Spread {
  const held = weights.map((weight, factor) => (known & (1 << factor) ? weight : 0))
  const wished = weights.map((weight, factor) => ((known | unknown) & (1 << factor) ? weight : 0))
  for (const [factor, kin] of KIN) {
    if (unknown & (1 << factor) && known & (1 << kin)) held[kin] = (held[kin] ?? 0) + (weights[factor] ?? 0)
  }
  // A campaign without any wish: the date alone says nothing of the work.
  const onlyAge = known === ONLY_RECENCY && unknown === 0
  const asked = sum(wished)
  const all = onlyAge ? sum(weights) : asked
  const covered = sum(held)
  const knownShare =
    asked > 0 ? sum(weights.map((weight, factor) => (known & (1 << factor) ? weight : 0))) / asked : 0
  const total = covered > 0 ? Math.round(10_000 * mostFor(covered / all)) : 0
  const maxima = largestRemainders(
    held.map(weight => (covered > 0 ? (weight / covered) * total : 0)),
    total,
  )
  const known_share = Math.round(knownShare * 10_000) / 10_000
  return { maxima: Int32Array.from(maxima), known_share, less_sure: onlyAge || known_share < SURE_FROM }
}

/** The part of 100 points that can be won when this part of the wished weight is covered. */
function mostFor(covered: number): number {
  return Math.min(1, WITHOUT_ANY + ((1 - WITHOUT_ANY) / COVERED_FROM) * covered)
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
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
