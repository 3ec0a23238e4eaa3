import { listCampaigns, wishesOf } from '../campaigns/service.ts'
import type { JobView } from '../contract/shapes.ts'
import type { JobInsights } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { createMatchExplainer, matchOf, readProfile } from '../profile/service.ts'
import { createExplainer } from '../ranking/rules/explain.ts'
import { needsOf } from '../ranking/rules/rankable.ts'
import { currentRates, rankableJob, rankingsOf } from '../ranking/service.ts'
import { readSettings } from '../settings/service.ts'

/** Why a job stands where it stands: explanations are made of the stored shares when somebody looks. */

/** The rankings of a job for campaigns that are not deleted, the best first. */
function explainRankings(db: Db, jobId: number): JobView['rankings'] {
  const stored = rankingsOf(db, jobId)
  if (stored.length === 0) return []
  const { rankingWeights } = readSettings(db)
  const campaigns = new Map(
    listCampaigns(db).map(({ id, draft }) => [id, { id, draft, wishes: wishesOf(draft, rankingWeights) }]),
  )
  const { words } = needsOf([...campaigns.values()].map(({ wishes }) => wishes.rules))
  const job = rankableJob(db, jobId, words)
  if (!job) return []
  const rates = currentRates(db)
  const views = stored.flatMap(ranking => {
    const campaign = campaigns.get(ranking.campaignId)
    if (!campaign) return []
    return {
      campaignId: campaign.id,
      campaignName: campaign.draft.name,
      threshold: campaign.draft.alert_threshold,
      explanation: createExplainer(campaign.wishes, { rates })(job, ranking),
    }
  })
  return views.sort((a, b) => b.explanation.score - a.explanation.score)
}

function explainMatch(db: Db, jobId: number): JobView['match'] {
  const match = matchOf(db, jobId)
  const job = match === null ? undefined : rankableJob(db, jobId, [])
  return match === null || job === undefined ? null : createMatchExplainer(readProfile(db))(job, match)
}

export const jobInsights: JobInsights = { rankings: explainRankings, match: explainMatch }
