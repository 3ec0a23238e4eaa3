import { SourceId } from '../contract/ids.ts'
import type { RunSourceView } from '../contract/runs.ts'
import type { Db } from '../platform/db/connection.ts'

/** The SQL of what sources gave to one run. */

/** What each source gave, those with problems first. */
export function sourcesOfRun(db: Db, runId: number): RunSourceView[] {
  return db
    .sql<{
      id: number
      label: string
      error: string | null
      postings: number
      fresh: number
      calls: number
      errors: number
    }>(
      `SELECT s.id, s.label, r.error, r.postings, r.fresh, r.calls, r.errors
       FROM source_runs r JOIN sources s ON s.id = r.source_id WHERE r.run_id = ? ORDER BY r.ok, s.priority, s.id`,
    )
    .all(runId)
    .map(row => ({
      sourceId: SourceId.parse(row.id),
      label: row.label,
      problem: row.error,
      found: row.postings,
      added: row.fresh,
      calls: row.calls,
      errors: row.errors,
    }))
}

/** The sources that a run has read to their end. */
export function sourcesReadIn(db: Db, runId: number): SourceId[] {
  return db
    .sql<{ source_id: number }>('SELECT source_id FROM source_runs WHERE run_id = ? AND ok = 1')
    .all(runId)
    .map(row => SourceId.parse(row.source_id))
}
