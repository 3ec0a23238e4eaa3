import type { RunId } from '../contract/ids.ts'
import type { RunLogLine } from '../contract/runs.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of the logs of runs. Writers expect an open transaction. */

/** At most so many lines are kept of one run. */
export const MOST_LOG_LINES = 2000
/** The newest so many runs keep theirs. */
const LOGS_KEPT = 500

export function insertLog(db: Db, runId: RunId, lines: readonly RunLogLine[]): void {
  const insert = db.sql('INSERT INTO run_log (run_id, line, at, level, step, text) VALUES (?, ?, ?, ?, ?, ?)')
  for (const { line, at, level, step, text } of lines) insert.run(runId, line, at, level, step, text)
}

/** The number of the last line of a run, 0 before the first. */
export function lastLogLine(db: Db, runId: number): number {
  return (
    db.sql<{ n: number | null }>('SELECT max(line) AS n FROM run_log WHERE run_id = ?').first(runId)?.n ?? 0
  )
}

/** Lines behind `after`, in their order. */
export function logLines(db: Db, runId: number, after: number, limit: number): RunLogLine[] {
  return db
    .sql<{ line: number; at: string; level: RunLogLine['level']; step: RunLogLine['step']; text: string }>(
      'SELECT line, at, level, step, text FROM run_log WHERE run_id = ? AND line > ? ORDER BY line LIMIT ?',
    )
    .all(runId, after, limit)
}

/** Takes the logs of old runs away; called at the end of each run, so that there is little to do. */
export function trimLogs(db: Db): void {
  db.sql('DELETE FROM run_log WHERE run_id <= (SELECT max(id) FROM runs) - ?').run(LOGS_KEPT)
}
