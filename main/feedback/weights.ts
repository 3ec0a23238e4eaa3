import { type Campaign, wishesOf } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import { RANKING_FACTORS, type RankingWeights } from '../contract/ranking.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import { wholePercent } from './rules/percent.ts'

/** The weights that count for a campaign: its own, or those of all campaigns. */
export function currentWeights(db: Db, campaign: Campaign): RankingWeights {
  return wishesOf(campaign.draft, readSettings(db).rankingWeights).weights
}

/** True when two weightings count alike: only their proportions do. */
export function sameWeights(one: RankingWeights, other: RankingWeights): boolean {
  const [first, second] = [wholePercent(one), wholePercent(other)]
  return RANKING_FACTORS.every(factor => first[factor] === second[factor])
}

/** Gives a campaign weights of its own, or with null takes them away, inside the caller's transaction. */
export function setOwnWeights(tx: Tx, campaignId: CampaignId, weights: RankingWeights | null): void {
  // Follows with setWeights of campaigns/service.ts.
  refuse('unsupported', `Weights of campaign ${campaignId} cannot be set yet ${tx.now} ${weights === null}.`)
}
