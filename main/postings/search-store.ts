import type { Db } from '../platform/db/connection.ts'
import { learnWords } from '../search/service.ts'
import type { ReadPosting } from './prepared.ts'

/** The SQL of the search index. Every function expects an open transaction. */

const INDEX_NEW = 'INSERT INTO job_search (rowid, title, company, place, description) VALUES (?, ?, ?, ?, ?)'
const INDEX_AGAIN = INDEX_NEW.replace('INSERT', 'INSERT OR REPLACE')

/** The words of a posting that search finds. */
export type IndexedWords = Pick<ReadPosting['posting'], 'title' | 'company' | 'location_text' | 'description'>

/** Writes the job's words to the search index; an older version is replaced. */
export function indexJob(db: Db, jobId: number, prepared: { posting: IndexedWords }, fresh: boolean): void {
  const { posting } = prepared
  db.sql(fresh ? INDEX_NEW : INDEX_AGAIN).run(
    jobId,
    posting.title,
    posting.company,
    posting.location_text,
    posting.description,
  )
  learnWords(db, [posting.title, posting.company, posting.location_text])
}

/** Writes the words of a job to the search index again, from the posting that it shows. */
export function indexAgain(db: Db, jobId: number): void {
  const shown = db
    .sql<IndexedWords>(
      `SELECT title, company, location_text, description FROM postings WHERE job_id = ? ORDER BY is_primary DESC, id LIMIT 1`,
    )
    .first(jobId)
  const words =
    shown ??
    db
      .sql<IndexedWords>("SELECT title, company, location_text, '' AS description FROM jobs WHERE id = ?")
      .first(jobId)
  if (words) indexJob(db, jobId, { posting: words }, false)
}

/** Takes the words of a job that is gone out of the search index. */
export function forgetWords(db: Db, jobId: number): void {
  db.sql('DELETE FROM job_search WHERE rowid = ?').run(jobId)
}

/** Writes a search index anew, after damage to it: that of jobs from the postings, any other from its own table. */
export function rebuildSearchIndex(raw: Db['raw'], table: string): void {
  if (table !== 'job_search') {
    raw.exec(`INSERT INTO "${table}" ("${table}") VALUES ('rebuild')`)
    return
  }
  raw.exec(`INSERT INTO job_search (job_search) VALUES ('delete-all');
    INSERT INTO job_search (rowid, title, company, place, description)
    SELECT job_id, title, company, location_text, description FROM postings WHERE is_primary = 1`)
}

/** Pages that one merging step writes: some milliseconds. */
const MERGE_PAGES = 200

/**
 * Merges segments of the search index by one short step; true while there is more to merge. Imports leave many small
 * segments, and a question has to look into each.
 */
export function mergeSearchIndex(db: Db): boolean {
  const changes = () => db.sql<{ n: number }>('SELECT total_changes() AS n').first()?.n ?? 0
  const before = changes()
  db.sql("INSERT INTO job_search (job_search, rank) VALUES ('merge', ?)").run(MERGE_PAGES)
  // FTS5 counts the command itself as one change; a merge that had something to do counts more.
  return changes() - before >= 2
}
