import type { Db } from '../platform/db/connection.ts'
import { notOfBlocked } from './rows.ts'
import { matchExpression, readQuery } from './rules.ts'

/**
 * Search over title, company, place and description. bm25 would read every match of a common word (370 ms at
 * 100,000 postings); instead the newest matches of each tier are taken from the end of the index, title and
 * company first, so the work is bounded by the number of answers.
 */

/** A beginning of one or two letters occurs in nearly every description; there it says nothing. */
const SHORTEST_IN_TEXT = 3

/** Ids of jobs that match, the most relevant first: in title or company, then place, then description; newest first. Those of blocked companies
 * are left out. */
export function searchCandidates(db: Db, text: string, limit: number): number[] {
  const words = readQuery(text)
  const match = matchExpression(words)
  if (match === null) return []
  const tier = db.sql<{ rowid: number }>(
    `SELECT rowid FROM job_search WHERE job_search MATCH ? AND ${notOfBlocked('rowid')} ORDER BY rowid DESC LIMIT ?`,
  )
  const found = new Set<number>()
  const scopes =
    words.prefix !== null && words.prefix.length < SHORTEST_IN_TEXT
      ? ['{title company}', '{title company place}']
      : ['{title company}', null]
  for (const scope of scopes) {
    if (found.size >= limit) break
    for (const { rowid } of tier.all(scope === null ? match : `${scope} : (${match})`, limit)) {
      found.add(rowid)
      if (found.size >= limit) break
    }
  }
  return [...found]
}
