import { useState } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'

type Ranking = JobView['rankings'][number]

/** The ranking that is shown of a job: the chosen campaign's, else the given one's, else the first. */
export function useRanking(
  view: JobView,
  campaignId: CampaignId | null,
): { ranking: Ranking | undefined; choose: (campaignId: CampaignId | null) => void } {
  const [chosen, setChosen] = useState<CampaignId | null>(null)
  const wanted = chosen ?? campaignId ?? view.job.campaignId
  return {
    ranking: view.rankings.find(one => one.campaignId === wanted) ?? view.rankings[0],
    choose: setChosen,
  }
}
