import { type DetectionKind, type DetectionRunView, DetectionScope } from '../contract/detection.ts'
import type { Db } from '../platform/db/connection.ts'
import { masksWith, missingCounts, OPEN } from './missing-store.ts'
import { DETECTOR_VERSION } from './rules/detect.ts'

/** The SQL of runs that detect many jobs again. Writers expect an open transaction. */

export interface DetectionRun extends DetectionRunView {
  scope: DetectionScope
  /** How far it came: a place in the list of jobs, or the id of the last job, which go downwards. */
  position: number | null
}

interface Row {
  id: number
  kind: DetectionKind
  scope: string
  label: string
  trigger: 'you' | 'run'
  state: DetectionRunView['state']
  position: number | null
  total: number
  done: number
  changed: number
  failed: number
  error: string | null
  queued_at: string
  started_at: string | null
  finished_at: string | null
}

function toRun({ queued_at, started_at, finished_at, scope, ...row }: Row): DetectionRun {
  return {
    ...row,
    scope: DetectionScope.parse(JSON.parse(scope)),
    queuedAt: queued_at,
    startedAt: started_at,
    finishedAt: finished_at,
  }
}

export function findDetectionRun(db: Db, id: number): DetectionRun | undefined {
  const row = db.sql<Row>('SELECT * FROM detection_runs WHERE id = ?').first(id)
  return row && toRun(row)
}

const VIEW =
  'id, kind, label, trigger, state, total, done, changed, failed, error, queued_at, started_at, finished_at'

/** The newest first, as pages see them; without their jobs, which can be many. */
export function lastDetectionRuns(db: Db, limit: number): DetectionRunView[] {
  return db
    .sql<Omit<Row, 'scope' | 'position'>>(`SELECT ${VIEW} FROM detection_runs ORDER BY id DESC LIMIT ?`)
    .all(limit)
    .map(({ queued_at, started_at, finished_at, ...row }) => ({
      ...row,
      queuedAt: queued_at,
      startedAt: started_at,
      finishedAt: finished_at,
    }))
}

/** Runs that wait or were under way, the oldest first. */
export function openDetectionRuns(db: Db): DetectionRun[] {
  return db
    .sql<Row>("SELECT * FROM detection_runs WHERE state = 'queued' OR state = 'running' ORDER BY id")
    .all()
    .map(toRun)
}

export function insertDetectionRun(
  db: Db,
  run: Pick<DetectionRun, 'kind' | 'scope' | 'label' | 'trigger' | 'total' | 'position'>,
  at: string,
): number {
  return db
    .sql(
      `INSERT INTO detection_runs (kind, scope, label, trigger, state, position, total, queued_at)
       VALUES (?, ?, ?, ?, 'queued', ?, ?, ?)`,
    )
    .run(run.kind, JSON.stringify(run.scope), run.label, run.trigger, run.position, run.total, at).lastId
}

export function markDetectionStarted(db: Db, id: number, at: string): void {
  db.sql(
    "UPDATE detection_runs SET state = 'running', started_at = coalesce(started_at, ?) WHERE id = ?",
  ).run(at, id)
}

export function markDetectionEnded(
  db: Db,
  id: number,
  state: DetectionRunView['state'],
  error: string | null,
  at: string,
): void {
  db.sql('UPDATE detection_runs SET state = ?, error = ?, finished_at = ? WHERE id = ?').run(
    state,
    error,
    at,
    id,
  )
}

/** Keeps how far a run came, in the transaction that brought it there. */
export function saveDetectionProgress(
  db: Db,
  run: Pick<DetectionRun, 'id' | 'position' | 'done' | 'changed' | 'failed'>,
): void {
  db.sql('UPDATE detection_runs SET position = ?, done = ?, changed = ?, failed = ? WHERE id = ?').run(
    run.position,
    run.done,
    run.changed,
    run.failed,
    run.id,
  )
}

/** Remembers why a job of a run could not be read. True when the run did not know that yet. */
export function addDetectionIssue(db: Db, runId: number, jobId: number, message: string): boolean {
  const { changes } = db
    .sql(
      `INSERT INTO detection_issues (run_id, job_id, message) SELECT ?, id, ? FROM jobs WHERE id = ?
       ON CONFLICT (run_id, job_id) DO NOTHING`,
    )
    .run(runId, message, jobId)
  return changes > 0
}

export interface DetectionIssue {
  job_id: number
  title: string
  company: string
  message: string
}

export function detectionIssues(db: Db, runId: number, limit: number): DetectionIssue[] {
  return db
    .sql<DetectionIssue>(
      `SELECT i.job_id, j.title, j.company, i.message FROM detection_issues i JOIN jobs j ON j.id = i.job_id
       WHERE i.run_id = ? ORDER BY i.job_id DESC LIMIT ?`,
    )
    .all(runId, limit)
}

const NOT_BLOCKED = 'company_id NOT IN (SELECT id FROM companies WHERE blocked = 1)'
/** Versions of the detector before this one. */
const OLDER = Array.from({ length: DETECTOR_VERSION }, (_, version) => version)

/** How many jobs a run will take. */
export function countInScope(db: Db, kind: DetectionKind, scope: DetectionScope): number {
  if ('jobs' in scope) return scope.jobs.length
  if (scope.all === 'outdated')
    return (
      db
        .sql<{ n: number }>('SELECT count(*) AS n FROM jobs WHERE detector_version < ?')
        .first(DETECTOR_VERSION)?.n ?? 0
    )
  const { jobs, byFact, unread, unreadByFact } = missingCounts(db)
  const [all, each] = kind === 'ai' ? [unread, unreadByFact] : [jobs, byFact]
  return scope.field === null ? all : each[scope.field]
}

/** Where a run stands that stood at `position` and came past these of its next jobs. */
export function positionAfter(
  scope: DetectionScope,
  position: number | null,
  passed: readonly number[],
): number | null {
  if ('jobs' in scope) return (position ?? 0) + passed.length
  return passed.at(-1) ?? position
}

/** The next jobs of a run; none at its end. */
export function nextInScope(
  db: Db,
  run: Pick<DetectionRun, 'id' | 'kind' | 'scope' | 'position'>,
  limit: number,
): number[] {
  const { scope } = run
  if ('jobs' in scope) return scope.jobs.slice(run.position ?? 0, (run.position ?? 0) + limit)
  const after = run.position ?? Number.MAX_SAFE_INTEGER
  const ids = (rows: { id: number }[]) => rows.map(row => row.id)
  // The ids go downwards in both ways, so that no job comes twice.
  if (scope.all === 'outdated') {
    const one = `SELECT id FROM (SELECT id FROM jobs WHERE detector_version = ? AND id < ? ORDER BY id DESC LIMIT ?)`
    return ids(
      db
        .sql<{ id: number }>(`${OLDER.map(() => one).join(' UNION ALL ')} ORDER BY id DESC LIMIT ?`)
        .all(...OLDER.flatMap(version => [version, after, limit]), limit),
    )
  }
  const masks = masksWith(scope.field, run.kind === 'ai')
  const one = `SELECT id FROM (SELECT id FROM jobs WHERE missing = ? AND missing > 0 AND ${OPEN} AND id < ? AND ${NOT_BLOCKED} ORDER BY id DESC LIMIT ?)`
  return ids(
    db
      .sql<{ id: number }>(`${masks.map(() => one).join(' UNION ALL ')} ORDER BY id DESC LIMIT ?`)
      .all(...masks.flatMap(mask => [mask, after, limit]), limit),
  )
}
