import { type Campaign, wishesOf } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import { RANKING_FACTORS, type RankingWeights } from '../contract/ranking.ts'
import type { Db } from '../platform/db/connection.ts'
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

/** Answers `bad_input` for weights that are all 0: no job can be ranked by them. */
export function refuseZeros(weights: RankingWeights): void {
  if (RANKING_FACTORS.every(factor => weights[factor] === 0))
    refuse('bad_input', 'With every weight at 0 no job can be ranked.', { field: 'weights' })
}
