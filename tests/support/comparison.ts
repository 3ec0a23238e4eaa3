import { DEFAULT_WEIGHTS } from '../../main/contract/ranking.ts'
import type { TestBackend } from './backend.ts'

/** Makes a job part of a comparison that runs for a campaign; a real list would need a dozen jobs that are ranked. */
export function compare(backend: TestBackend, campaignId: number, jobId: number): void {
  const weights = JSON.stringify(DEFAULT_WEIGHTS)
  const { lastId } = backend.db
    .sql(
      "INSERT INTO comparisons (campaign_id, name, weights_a, weights_b, started_at) VALUES (?, 'Other', ?, ?, '')",
    )
    .run(campaignId, weights, weights)
  backend.db
    .sql("INSERT INTO comparison_jobs (comparison_id, place, job_id, side, round) VALUES (?, 0, ?, 'a', 0)")
    .run(lastId, jobId)
}
