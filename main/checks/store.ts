import type { CheckName, CheckResultView, RepairView } from '../contract/checks.ts'
import { RunId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of results, kept rows and repairs. Writers expect an open transaction. */

interface ResultRow {
  name: CheckName
  severity: CheckResultView['severity']
  state: CheckResultView['state']
  failing: number
  looked: number
  message: string
  at: string
  run_id: number | null
  ms: number
}

/** What a check found. */
export type Found = Omit<CheckResultView, 'at' | 'runId' | 'milliseconds'> & { milliseconds: number }

const COLUMNS = 'name, severity, state, failing, looked, message, at, run_id, ms'

const view = ({ run_id, ms, ...row }: ResultRow): CheckResultView => ({
  ...row,
  runId: run_id === null ? null : RunId.parse(run_id),
  milliseconds: ms,
})

/** Results of the checks after a run, in the order of the names. */
export function resultsOfRun(db: Db, runId: number): CheckResultView[] {
  return db
    .sql<ResultRow>(`SELECT ${COLUMNS} FROM check_results WHERE run_id = ? ORDER BY id`)
    .all(runId)
    .map(view)
}

/** The newest results of a check over all data, newest first. */
export function resultsOverAll(db: Db, name: CheckName, limit: number): CheckResultView[] {
  return db
    .sql<ResultRow>(
      `SELECT ${COLUMNS} FROM check_results WHERE name = ? AND run_id IS NULL ORDER BY id DESC LIMIT ?`,
    )
    .all(name, limit)
    .map(view)
}

/** Since when a check fails without having passed over all data; null: it does not. */
export function failingSince(db: Db, name: CheckName): string | null {
  const [whole, after] = ['run_id IS NULL', "run_id IS NOT NULL AND state <> 'passed'"].map(which =>
    db
      .sql<{ id: number; failing_since: string | null }>(
        `SELECT id, failing_since FROM check_results WHERE name = ? AND ${which} ORDER BY id DESC LIMIT 1`,
      )
      .first(name),
  )
  return (whole && after && after.id > whole.id) || !whole
    ? (after?.failing_since ?? null)
    : whole.failing_since
}

/** Stores a result; answers true when the check has begun to fail with it. */
export function insertResult(db: Db, found: Found, runId: number | null, at: string): boolean {
  const before = failingSince(db, found.name)
  const since = found.state === 'failed' ? (before ?? at) : found.state === 'error' ? before : null
  db.sql(`INSERT INTO check_results (${COLUMNS}, failing_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    found.name,
    found.severity,
    found.state,
    found.failing,
    found.looked,
    found.message,
    at,
    runId,
    Math.round(found.milliseconds),
    since,
  )
  return found.state === 'failed' && before === null
}

/** Forgets what was found after a run: the run is checked again. */
export function forgetRun(db: Db, runId: number): void {
  db.sql('DELETE FROM check_results WHERE run_id = ?').run(runId)
}

/** Of 400 results a check, so many are of all data. */
const KEPT_OVER_ALL = 100
const KEPT_AFTER_RUNS = 300

/** Forgets old results of a check. */
export function trimResults(db: Db, name: CheckName): void {
  for (const [which, kept] of [
    ['run_id IS NULL', KEPT_OVER_ALL],
    ['run_id IS NOT NULL', KEPT_AFTER_RUNS],
  ] as const)
    db.sql(
      `DELETE FROM check_results WHERE id IN
         (SELECT id FROM check_results WHERE name = ? AND ${which} ORDER BY id DESC LIMIT -1 OFFSET ?)`,
    ).run(name, kept)
}

/** A row that broke a check: by which walk, and its key as a JSON list. */
export interface WrongRow {
  walk: string
  key: string
}

/** So many rows of a check are kept by their keys; their number is known all the same. */
export const MOST_ROWS_KEPT = 5_000

/** Keeps the keys of wrong rows; `anew`: in the place of all that are kept. */
export function keepRows(db: Db, name: CheckName, rows: readonly WrongRow[], anew: boolean): void {
  if (anew) db.sql('DELETE FROM check_rows WHERE name = ?').run(name)
  const known = anew
    ? 0
    : (db.sql<{ n: number }>('SELECT count(*) AS n FROM check_rows WHERE name = ?').first(name)?.n ?? 0)
  const insert = db.sql('INSERT OR IGNORE INTO check_rows (name, walk, key) VALUES (?, ?, ?)')
  for (const { walk, key } of rows.slice(0, Math.max(0, MOST_ROWS_KEPT - known))) insert.run(name, walk, key)
}

/** Kept rows of a check after one of them. */
export function keptRowsAfter(db: Db, name: CheckName, { walk, key }: WrongRow, limit: number): WrongRow[] {
  return db
    .sql<WrongRow>(
      'SELECT walk, key FROM check_rows WHERE name = ? AND (walk, key) > (?, ?) ORDER BY walk, key LIMIT ?',
    )
    .all(name, walk, key, limit)
}

/** When the checks that are under way over all data began; null: none are. */
export function passUnderWay(db: Db): string | null {
  return db.sql<{ at: string }>('SELECT started_at AS at FROM check_pass').first()?.at ?? null
}

export function beginPass(db: Db, at: string): void {
  db.sql(
    'INSERT INTO check_pass (id, started_at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at',
  ).run(at)
}

export function endPass(db: Db): void {
  db.sql('DELETE FROM check_pass').run()
}

/** Writes a repair into the book; answers its id. */
export function insertRepair(db: Db, repair: Omit<RepairView, 'id'>): number {
  const { name, at, rows, note } = repair
  return db
    .sql('INSERT INTO check_repairs (name, at, rows, note) VALUES (?, ?, ?, ?)')
    .run(name, at, rows, note).lastId
}

/** The newest repairs first. */
export function listRepairs(db: Db, limit: number): RepairView[] {
  return db
    .sql<RepairView>('SELECT id, name, at, rows, note FROM check_repairs ORDER BY id DESC LIMIT ?')
    .all(limit)
}

/** Says how far a repair has come. */
export function addToRepair(db: Db, id: number, rows: number, note: string): void {
  db.sql('UPDATE check_repairs SET rows = ?, note = ? WHERE id = ?').run(rows, note, id)
}

/** When all of these checks were last made over all data: the time of the oldest of them; null: one never was. */
export function oldestPass(db: Db, names: readonly CheckName[]): string | null {
  const times = names.map(name => resultsOverAll(db, name, 1)[0]?.at)
  if (times.some(at => at === undefined)) return null
  return times.flatMap(at => at ?? []).toSorted()[0] ?? null
}
