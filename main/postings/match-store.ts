import type { Db } from '../platform/db/connection.ts'
import { profileVersion, replaceMatches } from '../profile/service.ts'
import { queueRanking } from './fields-store.ts'
import type { ReadPosting } from './prepared.ts'

/**
 * Writes a job's match. The profile may have been saved since the posting was read: such a job is matched once more, soon,
 * like one whose facts changed.
 */
export function writeMatch(
  db: Db,
  jobId: number,
  prepared: Pick<ReadPosting, 'match' | 'profileVersion'>,
): void {
  if (prepared.match !== null) replaceMatches(db, [{ jobId, match: prepared.match }])
  if (prepared.profileVersion !== profileVersion(db)) queueRanking(db, [jobId])
}
