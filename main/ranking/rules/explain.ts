import {
  type CampaignWishes,
  type Explanation,
  type FactorExplanation,
  RANKING_FACTORS,
  type RankableJob,
  type RankingFactor,
} from '../../contract/ranking.ts'
import { companySizeFactor, employmentTypeFactor, remoteFactor } from './choices.ts'
import { reasonsOf } from './eligibility.ts'
import { type Factor, NO_WISH, UNKNOWN } from './factor.ts'
import type { ExchangeRates } from './rates.ts'
import { recencyFactor } from './recency.ts'
import { salaryFactor } from './salary.ts'
import { seniorityFactor } from './seniority.ts'
import { readShares, weightingOf } from './shares.ts'
import { skillsFactor } from './skills.ts'
import { titleFactor } from './title.ts'

/** What was kept of a ranking. */
export interface StoredRanking {
  /** The nine shares as `packShares` wrote them. */
  shares: string
  /** The sentence of the location factor. */
  place: string
  /** YYYY-MM-DD (UTC). */
  ranked_on: string
  /** Bits of ELIGIBILITY_REASONS. */
  ineligible: number
}

const ALL_ZERO = 'all your weights are 0, so the default weights count'
const NOTHING_KNOWN = 'nothing of this job can be compared yet, so the score is 0'
const CHANGED = 'this changed since the score was computed; it is computed again soon'

/**
 * Prepares a campaign once and answers the function that explains a stored ranking: points from the stored shares
 * and the weights of today, sentences from job and wishes, the place's sentence as it was kept. A share that the
 * job's facts would no longer give is said to be out of date.
 */
export function createExplainer(
  wishes: CampaignWishes,
  { rates }: { rates: ExchangeRates },
): (job: RankableJob, stored: StoredRanking) => Explanation {
  const weighting = weightingOf(wishes.weights)
  const factors: Record<Exclude<RankingFactor, 'location' | 'recency'>, Factor<RankableJob>> = {
    salary: salaryFactor(wishes, rates),
    skills: skillsFactor(wishes.skills),
    title: titleFactor(wishes.query),
    company_size: companySizeFactor(wishes.company_sizes),
    seniority: seniorityFactor(wishes.seniority),
    remote: remoteFactor(wishes.remote_preference),
    employment_type: employmentTypeFactor(wishes.employment_types),
  }
  let recency = recencyFactor('')
  let rankedOn = ''
  return (job, stored) => {
    if (stored.ranked_on !== rankedOn) {
      rankedOn = stored.ranked_on
      recency = recencyFactor(rankedOn)
    }
    const shares = readShares(stored.shares)
    const { points, maxima } = weighting.points(shares)
    const score = weighting.score(shares)
    const sentence = (factor: RankingFactor, share: number): string => {
      if (factor === 'location') return stored.place
      const compared = factor === 'recency' ? recency : factors[factor]
      const evidence = compared.evidence(job)
      return compared.share(job) === share ? evidence : `${evidence} (${CHANGED})`
    }
    return {
      ...score,
      factors: RANKING_FACTORS.map((factor, index): FactorExplanation => {
        const share = shares[index] ?? UNKNOWN
        return {
          factor,
          state: share === UNKNOWN ? 'unknown' : share === NO_WISH ? 'no_wish' : 'known',
          points: (points[index] ?? 0) / 100,
          max: (maxima[index] ?? 0) / 100,
          share: share < UNKNOWN ? share / 1000 : null,
          evidence: sentence(factor, share),
        }
      }),
      notes: notesOn(weighting.replaced, maxima),
      ineligible: reasonsOf(wishes.rules, job, stored.ineligible, wishes.salary_currency),
    }
  }
}

/** What people should know of the whole score. */
function notesOn(replaced: boolean, maxima: ArrayLike<number>): string[] {
  const most = Array.from(maxima).reduce((sum, max) => sum + max, 0)
  const notes = replaced ? [ALL_ZERO] : []
  if (most === 0) notes.push(NOTHING_KNOWN)
  else if (most < 10_000) notes.push(`so little can be compared that at most ${most / 100} points can be won`)
  return notes
}
