import { type CampaignId, RunId } from '../contract/ids.ts'
import type { CampaignStatistics } from '../contract/shapes.ts'
import { scoreCounts } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { newestRuns, runStates } from './store.ts'

/** Runs that are listed, and over which the new jobs of a run are averaged. */
const LAST = 10

/** How a campaign scores its jobs and how its runs go. Rankings of what is known bring no jobs and are no such runs. */
export function campaignStatistics(
  db: Db,
  campaignId: CampaignId,
): Pick<CampaignStatistics, 'scores' | 'averageScore' | 'runs'> {
  const { counts, sum } = scoreCounts(db, campaignId)
  const ranked = counts.reduce((total, n) => total + n, 0)
  const states = runStates(db, campaignId)
  const last = newestRuns(db, campaignId, LAST).map(run => ({ ...run, id: RunId.parse(run.id) }))
  const finished = last.filter(run => run.state === 'succeeded')
  return {
    scores: counts,
    averageScore: ranked === 0 ? null : sum / ranked,
    runs: {
      total: [...states.values()].reduce((total, n) => total + n, 0),
      succeeded: states.get('succeeded') ?? 0,
      averageNew:
        finished.length === 0
          ? null
          : finished.reduce((total, run) => total + run.newJobs, 0) / finished.length,
      last,
    },
  }
}
