import {
  type CampaignWishes,
  DEFAULT_WEIGHTS,
  type Explanation,
  type FactorExplanation,
  RANKING_FACTORS,
  type RankableJob,
  type RankingFactor,
  type RankingWeights,
} from '../../contract/ranking.ts'
import { companySizeFactor, employmentTypeFactor, remoteFactor } from './choices.ts'
import type { Factor, Judgement } from './factor.ts'
import { locationFactor, type PlaceHelp } from './location.ts'
import { largestRemainders } from './points.ts'
import type { ExchangeRates } from './rates.ts'
import { recencyFactor } from './recency.ts'
import { salaryFactor } from './salary.ts'
import { seniorityFactor } from './seniority.ts'
import { skillsFactor } from './skills.ts'
import { titleFactor } from './title.ts'

export interface RankerOptions extends PlaceHelp {
  /** ISO 8601 instant that ages are counted to. */
  now: string
  rates: ExchangeRates
}

/** Below this part of known weight a score is marked as less sure. */
const SURE_FROM = 0.5

const ALL_ZERO = 'all your weights are 0, so the default weights count'
const NOTHING_KNOWN = 'nothing of this job can be compared yet, so the score is 0'

/**
 * Prepares a campaign once and answers the function that ranks one job for it. The weight of unknown factors and
 * of those without a wish is spread over the known ones in proportion. `known_share` is the known part of the
 * weight of all factors for which there is a wish, since a missing wish says nothing of the job. Negative weights
 * count as 0; when all weights are 0 the default weights are used and the first factor's evidence says so. When
 * nothing is known the score is 0, less sure, and the first factor's evidence says so.
 */
export function createRanker(
  wishes: CampaignWishes,
  options: RankerOptions,
): (job: RankableJob) => Explanation {
  const { weights, replaced } = usableWeights(wishes.weights)
  const factors = prepared(wishes, options)
  const list = RANKING_FACTORS.map(factor => ({ factor, weight: weights[factor], judge: factors[factor] }))
  const remark = replaced ? ALL_ZERO : ''
  return job => {
    const judgements = list.map(({ judge }) => judge(job))
    let knownWeight = 0
    let wishedWeight = 0
    for (let index = 0; index < list.length; index++) {
      const weight = list[index]?.weight ?? 0
      const state = judgements[index]?.state
      if (state === 'known') knownWeight += weight
      if (state !== 'no_wish') wishedWeight += weight
    }
    return explained(list, judgements, knownWeight, wishedWeight, remark)
  }
}

function prepared(
  wishes: CampaignWishes,
  options: RankerOptions,
): Record<RankingFactor, Factor<RankableJob>> {
  return {
    location: locationFactor(wishes, options),
    salary: salaryFactor(wishes, options.rates),
    skills: skillsFactor(wishes.skills),
    title: titleFactor(wishes.query),
    company_size: companySizeFactor(wishes.company_sizes),
    seniority: seniorityFactor(wishes.seniority),
    remote: remoteFactor(wishes.remote_preference),
    employment_type: employmentTypeFactor(wishes.employment_types),
    recency: recencyFactor(options.now),
  }
}

function usableWeights(weights: Partial<RankingWeights>): { weights: RankingWeights; replaced: boolean } {
  const usable = { ...DEFAULT_WEIGHTS }
  let sum = 0
  for (const factor of RANKING_FACTORS) {
    const weight = weights[factor] ?? 0
    usable[factor] = Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1e6) : 0
    sum += usable[factor]
  }
  return sum > 0 ? { weights: usable, replaced: false } : { weights: DEFAULT_WEIGHTS, replaced: true }
}

interface Weighted {
  factor: RankingFactor
  weight: number
}

function explained(
  list: readonly Weighted[],
  judgements: readonly Judgement[],
  knownWeight: number,
  wishedWeight: number,
  remark: string,
): Explanation {
  const maxima =
    knownWeight > 0
      ? largestRemainders(
          list.map(({ weight }, index) => (isKnown(judgements[index]) ? (weight / knownWeight) * 10_000 : 0)),
          10_000,
        )
      : list.map(() => 0)
  const exact = maxima.map((max, index) => max * (judgements[index]?.share ?? 0))
  const score = Math.round(exact.reduce((sum, value) => sum + value, 0))
  const points = largestRemainders(exact, score)
  const knownShare = wishedWeight > 0 ? Math.round((knownWeight / wishedWeight) * 10_000) / 10_000 : 0
  const note = knownWeight > 0 ? remark : [remark, NOTHING_KNOWN].filter(text => text !== '').join('; ')
  return {
    score: score / 100,
    known_share: knownShare,
    less_sure: knownShare < SURE_FROM,
    factors: list.map(({ factor }, index) =>
      factorOf(factor, judgements[index], points[index] ?? 0, maxima[index] ?? 0, index === 0 ? note : ''),
    ),
  }
}

function isKnown(judgement: Judgement | undefined): boolean {
  return judgement?.state === 'known'
}

function factorOf(
  factor: RankingFactor,
  judgement: Judgement | undefined,
  points: number,
  max: number,
  note: string,
): FactorExplanation {
  const evidence = judgement?.evidence ?? ''
  return {
    factor,
    state: judgement?.state ?? 'unknown',
    points: points / 100,
    max: max / 100,
    share: judgement?.share ?? null,
    evidence: note === '' ? evidence : `${evidence} (${note})`,
  }
}
