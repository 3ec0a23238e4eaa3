import type { Db } from '../platform/db/connection.ts'
import { removeMarks } from './duplicate-store.ts'

/** The SQL of jobs that the person added by hand. Writers expect an open transaction. */

export interface AddedPosting {
  id: number
  job_id: number
  title: string
  company: string
}

/** The posting of a source by its key, with what its job is called. */
export function postingBySourceKey(db: Db, sourceId: number, sourceKey: string): AddedPosting | undefined {
  return db
    .sql<AddedPosting>(
      `SELECT p.id, p.job_id, j.title, j.company FROM postings p JOIN jobs j ON j.id = p.job_id
       WHERE p.source_id = ? AND p.source_key = ?`,
    )
    .first(sourceId, sourceKey)
}

/** Takes a posting away with its marks; what the source returned is kept. */
export function removePosting(db: Db, postingId: number): void {
  removeMarks(db, postingId)
  db.sql('DELETE FROM postings WHERE id = ?').run(postingId)
}

/** Takes a company away that no job names and that the person never marked. */
export function removeUnusedCompany(db: Db, companyId: number): void {
  db.sql(
    `DELETE FROM companies WHERE id = ? AND blocked = 0 AND favourite = 0 AND facts_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM jobs WHERE company_id = companies.id)`,
  ).run(companyId)
}
