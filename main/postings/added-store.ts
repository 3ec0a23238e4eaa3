import type { Db } from '../platform/db/connection.ts'
import { removeMarks } from './duplicate-store.ts'

/** The SQL of jobs that the person added by hand. Writers expect an open transaction. */

export interface AddedPosting {
  id: number
  job_id: number
  title: string
  company: string
  /** Of the posting itself; null when it has no marks. */
  opening_key: string | null
}

/** The posting of a source by its key, with what its job is called. */
export function postingBySourceKey(db: Db, sourceId: number, sourceKey: string): AddedPosting | undefined {
  return db
    .sql<AddedPosting>(
      `SELECT p.id, p.job_id, j.title, j.company, m.opening_key FROM postings p JOIN jobs j ON j.id = p.job_id
         LEFT JOIN posting_marks m ON m.posting_id = p.id
       WHERE p.source_id = ? AND p.source_key = ?`,
    )
    .first(sourceId, sourceKey)
}

/** Takes a posting away with its marks; what the source returned is kept. */
export function removePosting(db: Db, postingId: number): void {
  removeMarks(db, postingId)
  db.sql('DELETE FROM postings WHERE id = ?').run(postingId)
}

/** Takes a company away that no job names and of which the person said nothing: no mark, no fact, no other name. */
export function removeUnusedCompany(db: Db, companyId: number): void {
  db.sql(
    `DELETE FROM companies WHERE id = ? AND blocked = 0 AND favourite = 0 AND facts_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM json_each(companies.origins) WHERE value ->> 'from' = 'you')
     AND NOT EXISTS (SELECT 1 FROM company_aliases WHERE company_id = companies.id)
     AND NOT EXISTS (SELECT 1 FROM jobs WHERE company_id = companies.id)`,
  ).run(companyId)
}
