import { z } from 'zod'
import { CampaignId, RunId } from '../contract/ids.ts'
import {
  type RunCounts,
  RunCounts as RunCountsShape,
  type RunIssue,
  type RunState,
  type RunView,
} from '../contract/runs.ts'
import type { StepProgress } from '../contract/steps.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { NO_COUNTS } from './rules.ts'

/** All the SQL of runs. Writers expect an open transaction. */

/** What is kept of a run's progress: its counts and how far the file was read. */
const Progress = RunCountsShape.partial().extend({
  /** The last row that is wholly dealt with; a run that starts again goes on behind it. */
  row: z.number().default(0),
})

export interface Run {
  id: RunId
  campaignId: CampaignId
  kind: RunView['kind']
  trigger: RunView['trigger']
  label: string
  input: unknown
  state: RunState
  counts: RunCounts
  row: number
  error: string | null
  queuedAt: string
  startedAt: string | null
  finishedAt: string | null
  campaignName: string
}

interface Row {
  id: number
  campaign_id: number
  kind: RunView['kind']
  trigger: RunView['trigger']
  label: string
  input: string
  state: RunState
  counts: string
  error: string | null
  queued_at: string
  started_at: string | null
  finished_at: string | null
  campaign_name: string
}

const SELECT = `SELECT r.id, r.campaign_id, r.kind, r.trigger, r.label, r.input, r.state, r.counts, r.error, r.queued_at,
  r.started_at, r.finished_at, c.name AS campaign_name FROM runs r JOIN campaigns c ON c.id = r.campaign_id`

function toRun(row: Row): Run {
  const { row: lastRow, ...counts } = Progress.parse(JSON.parse(row.counts))
  return {
    id: RunId.parse(row.id),
    campaignId: CampaignId.parse(row.campaign_id),
    kind: row.kind,
    trigger: row.trigger,
    label: row.label,
    input: JSON.parse(row.input),
    state: row.state,
    counts: { ...NO_COUNTS, ...counts } as RunCounts,
    row: lastRow,
    error: row.error,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    campaignName: row.campaign_name,
  }
}

/** Runs as pages see them, with their steps, in the order given. */
export function viewRuns(db: Db, runs: readonly Run[]): RunView[] {
  const rows = db
    .sql<StepProgress & { run_id: number }>(
      `SELECT run_id, step, state, done, total FROM run_steps
       WHERE run_id IN (SELECT value FROM json_each(?)) ORDER BY run_id, position`,
    )
    .all(JSON.stringify(runs.map(run => run.id)))
  const steps = Map.groupBy(rows, row => row.run_id)
  return runs.map(({ input: _input, row: _row, ...view }) => ({
    ...view,
    steps: (steps.get(view.id) ?? []).map(({ run_id: _run, ...step }) => step),
    milliseconds:
      view.startedAt !== null && view.finishedAt !== null
        ? Date.parse(view.finishedAt) - Date.parse(view.startedAt)
        : null,
  }))
}

export function findRun(db: Db, id: number): Run | undefined {
  const row = db.sql<Row>(`${SELECT} WHERE r.id = ?`).first(id)
  return row && toRun(row)
}

/** Newest first, of one campaign or of all. */
export function listRuns(db: Db, campaignId: number | null, limit: number): Run[] {
  const rows =
    campaignId === null
      ? db
          .sql<Row>(`${SELECT} WHERE r.id <= ? ORDER BY r.id DESC LIMIT ?`)
          .all(Number.MAX_SAFE_INTEGER, limit)
      : db.sql<Row>(`${SELECT} WHERE r.campaign_id = ? ORDER BY r.id DESC LIMIT ?`).all(campaignId, limit)
  return rows.map(toRun)
}

/** The newest run of each campaign that has one. */
export function lastRuns(db: Db): Map<number, Run> {
  const rows = db
    .sql<Row>(
      `${SELECT} WHERE r.id IN (SELECT (SELECT max(id) FROM runs WHERE campaign_id = campaigns.id) FROM campaigns)`,
    )
    .all()
  return new Map(rows.map(row => [row.campaign_id, toRun(row)]))
}

/** Runs that wait or were under way, oldest first. */
export function openRuns(db: Db): Run[] {
  return db.sql<Row>(`${SELECT} WHERE r.state IN ('queued', 'running') ORDER BY r.id`).all().map(toRun)
}

/** The campaigns, in whatever state, that brought a job or have ranked it. */
export function campaignsOfJob(db: Db, jobId: number): number[] {
  return db
    .sql<{ campaign_id: number }>(
      `SELECT campaign_id FROM rankings WHERE job_id = ? UNION SELECT campaign_id FROM campaign_jobs WHERE job_id = ?`,
    )
    .all(jobId, jobId)
    .map(row => row.campaign_id)
}

export function insertRun(
  db: Db,
  run: Pick<Run, 'campaignId' | 'kind' | 'trigger' | 'label' | 'input'>,
  at: string,
): RunId {
  const { lastId } = db
    .sql(
      'INSERT INTO runs (campaign_id, kind, trigger, label, input, state, queued_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(run.campaignId, run.kind, run.trigger, run.label, JSON.stringify(run.input), 'queued', at)
  return RunId.parse(lastId)
}

export function markStarted(db: Db, id: RunId, at: string): void {
  db.sql("UPDATE runs SET state = 'running', started_at = coalesce(started_at, ?) WHERE id = ?").run(at, id)
}

/** Keeps progress in the transaction that made it. */
export function saveProgress(db: Db, id: RunId, counts: RunCounts, row: number): void {
  db.sql('UPDATE runs SET counts = ? WHERE id = ?').run(JSON.stringify({ ...counts, row }), id)
}

/** Keeps how far each step came. */
export function saveSteps(db: Db, id: RunId, steps: readonly StepProgress[]): void {
  const upsert = db.sql(
    `INSERT INTO run_steps (run_id, position, step, state, done, total) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id, position) DO UPDATE SET state = excluded.state, done = excluded.done, total = excluded.total`,
  )
  for (const [position, step] of steps.entries())
    upsert.run(id, position, step.step, step.state, step.done, step.total)
}

export function markEnded(db: Db, id: RunId, state: RunState, error: string | null, at: string): void {
  db.sql('UPDATE runs SET state = ?, error = ?, finished_at = ? WHERE id = ?').run(state, error, at, id)
}

/** At most so many set-aside rows are kept of one run; the counts go on. */
export const MOST_ISSUES = 1000

export function insertIssues(db: Db, runId: RunId, issues: readonly RunIssue[]): void {
  const insert = db.sql('INSERT INTO run_issues (run_id, row, code, message) VALUES (?, ?, ?, ?)')
  for (const issue of issues) insert.run(runId, issue.row, issue.code, issue.message)
}

export function listIssues(db: Db, runId: number): RunIssue[] {
  return db
    .sql<RunIssue & Record<string, SqlValue>>(
      'SELECT row, code, message FROM run_issues WHERE run_id = ? ORDER BY id LIMIT ?',
    )
    .all(runId, MOST_ISSUES)
    .map(({ row, code, message }) => ({ row, code, message }))
}
