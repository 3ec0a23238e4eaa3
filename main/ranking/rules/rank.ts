import type { CampaignWishes, Explanation, RankableJob } from '../../contract/ranking.ts'
import { createExplainer } from './explain.ts'
import type { PlaceHelp } from './location.ts'
import type { ExchangeRates } from './rates.ts'
import { createScorer, scorableOf } from './scorer.ts'
import { wishedSkillKeys } from './skills.ts'

export interface RankerOptions extends PlaceHelp {
  /** ISO 8601 instant; ages are counted to its day by UTC. */
  now: string
  rates: ExchangeRates
}

/** Prepares a campaign once and answers the function that ranks one job for it and explains the score. */
export function createRanker(
  wishes: CampaignWishes,
  options: RankerOptions,
): (job: RankableJob) => Explanation {
  const ranked_on = utcDay(options.now)
  const score = createScorer(wishes, {
    ...options,
    rankedOn: ranked_on,
    wishedSkills: wishedSkillKeys(wishes.skills),
  })
  const explain = createExplainer(wishes, options)
  return job => explain(job, { ...score(scorableOf(job)), ranked_on })
}

/** YYYY-MM-DD of an instant by UTC; empty when it is none, so that ages are unknown. */
function utcDay(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
