import { type CampaignWishes, RANKING_FACTORS, type RankableJob } from '../../contract/ranking.ts'
import { companySizeFactor, employmentTypeFactor, remoteFactor } from './choices.ts'
import { createEligibility } from './eligibility.ts'
import { NO_WISH } from './factor.ts'
import { locationFactor, type PlaceHelp } from './location.ts'
import type { ExchangeRates } from './rates.ts'
import { recencyFactor } from './recency.ts'
import { salaryFactor } from './salary.ts'
import { seniorityFactor } from './seniority.ts'
import { packShares, weightingOf } from './shares.ts'
import { type SkillKeys, skillKeysOf, skillsShare, wishedSkillKeys } from './skills.ts'
import { titleFactor } from './title.ts'

/** A job whose skills are given by keys of any kind, so that ids need not be turned into names. */
export interface ScorableJob<Key> extends Omit<RankableJob, 'skills'> {
  skills: SkillKeys<Key>
}

/** What a scorer is told beside the wishes. */
export interface ScorerOptions<Key> extends PlaceHelp {
  /** YYYY-MM-DD (UTC): the day that ages are counted to. */
  rankedOn: string
  rates: ExchangeRates
  /** The keys of the wished skills: `wishedSkillKeys` for names, or the ids of the names with such a `skillKey`. */
  wishedSkills: ReadonlySet<Key>
}

/** What is kept of a job's ranking; the explanation is made of it again. */
export interface Scored {
  /** 0–100, two decimals. */
  score: number
  lessSure: boolean
  /** Bits of ELIGIBILITY_REASONS; 0: eligible. */
  ineligible: number
  /** The nine shares as `packShares` writes them. */
  shares: string
  /** The sentence of the location factor. */
  place: string
}

/** A job in the form that a scorer with names as keys takes. */
export function scorableOf(job: RankableJob): ScorableJob<string> {
  return { ...job, skills: skillKeysOf(job.skills) }
}

/**
 * Prepares a campaign once and answers the function that scores one job for it. Places and titles that come again
 * are remembered, so it lives as long as one run with one set of jobs.
 */
export function createScorer<Key>(
  wishes: CampaignWishes,
  options: ScorerOptions<Key>,
): (job: ScorableJob<Key>) => Scored {
  const { score } = weightingOf(wishes.weights)
  const location = locationFactor(wishes, options)
  const salary = salaryFactor(wishes, options.rates)
  const wishedCount = wishedSkillKeys(wishes.skills).size
  const title = titleFactor(wishes.query)
  const companySize = companySizeFactor(wishes.company_sizes)
  const seniority = seniorityFactor(wishes.seniority)
  const remote = remoteFactor(wishes.remote_preference)
  const employmentType = employmentTypeFactor(wishes.employment_types)
  const recency = recencyFactor(options.rankedOn)
  const missed = createEligibility(wishes.rules, { rates: options.rates, currency: wishes.salary_currency })
  const shares = RANKING_FACTORS.map(() => NO_WISH)
  return job => {
    const place = location(job)
    shares[0] = place.share
    shares[1] = salary.share(job)
    shares[2] = wishedCount === 0 ? NO_WISH : skillsShare(job.skills, options.wishedSkills, wishedCount)
    shares[3] = title.share(job)
    shares[4] = companySize.share(job)
    shares[5] = seniority.share(job)
    shares[6] = remote.share(job)
    shares[7] = employmentType.share(job)
    shares[8] = recency.share(job)
    const weighted = score(shares)
    return {
      score: weighted.score,
      lessSure: weighted.less_sure,
      ineligible: missed(job),
      shares: packShares(shares),
      place: place.evidence,
    }
  }
}
