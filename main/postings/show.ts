import { DETECTOR_VERSION } from '../detection/rules/detect.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { replaceRankings } from '../ranking/service.ts'
import { forgetUnproven, queueRanking, replaceDetected } from './fields-store.ts'
import { updateJob } from './job-store.ts'
import { writeMatch } from './match-store.ts'
import type { ReadPosting, StoredBatch } from './prepared.ts'
import { indexJob } from './search-store.ts'
import { companyIdOf } from './store.ts'

/**
 * Writes the words of a batch to the search index; the last act of its transaction. Every statement with a trigger
 * opens a savepoint, at which FTS5 writes out what it has gathered: mixed with the other writes, indexing took four
 * times as long.
 */
export function indexStored(tx: Tx, tally: Pick<StoredBatch, 'toIndex'>): void {
  for (const { jobId, prepared, fresh } of tally.toIndex) indexJob(tx.db, jobId, prepared, fresh)
  tally.toIndex = []
}

/** The job shows the facts, the proofs and the words of this posting from now on. */
export function showPosting(
  { db, now }: Tx,
  jobId: number,
  prepared: ReadPosting,
  tally: Pick<StoredBatch, 'toIndex' | 'ranked'>,
): void {
  const companyId = companyIdOf(db, prepared, now)
  updateJob(db, jobId, prepared, { companyId, detectorVersion: DETECTOR_VERSION, at: now })
  const { title, location_text, description } = prepared.posting
  forgetUnproven(db, jobId, `${title}\n${location_text}\n${description}`)
  const corrected = replaceDetected(db, jobId, prepared.detection)
  tally.toIndex.push({ jobId, prepared, fresh: false })
  tally.ranked += replaceRankings(db, jobId, prepared.rankings, now)
  writeMatch(db, jobId, prepared)
  // The scores at hand are of what was detected; those of what counts follow.
  if (corrected) queueRanking(db, [jobId])
}
