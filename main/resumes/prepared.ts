import type { ParsedResume } from '../contract/resumes.ts'
import type { Reading } from '../documents/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { skillFinder } from '../profile/service.ts'
import { type PreparedResume, prepareResume } from './rules/match/prepared.ts'

/** Résumés prepared for matches. The words of one are counted once for all jobs that somebody looks at. */

/** More than are compared for one job, so that the next job finds all of them. */
const MOST_KEPT = 60
const kept = new WeakMap<Db, Map<string, PreparedResume>>()

/** Names what was read of a version: reading it anew makes it another. */
export const readingKey = ({ versionId, hash, readAt }: Reading): string => `${versionId} ${hash} ${readAt}`

/** A résumé that was read, ready to be held against jobs. */
export function preparedResume(db: Db, reading: Reading, resume: ParsedResume): PreparedResume {
  const known = kept.get(db) ?? new Map<string, PreparedResume>()
  kept.set(db, known)
  const key = readingKey(reading)
  const before = known.get(key)
  if (before) return before
  const prepared = prepareResume(
    resume,
    reading.text.map(({ text }) => text).join('\n'),
    reading.format === 'pdf' ? reading.text.length : null,
    skillFinder(),
  )
  const [oldest] = known.keys()
  if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest)
  known.set(key, prepared)
  return prepared
}
