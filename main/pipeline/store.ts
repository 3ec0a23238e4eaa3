import { z } from 'zod'
import { CampaignId, RunId } from '../contract/ids.ts'
import {
  type RunCounts,
  RunCounts as RunCountsShape,
  type RunIssue,
  type RunKind,
  type RunState,
  type RunTrigger,
} from '../contract/runs.ts'
import { STEPS, type Step, type StepView } from '../contract/steps.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { bringsJobs } from './rules/brings-jobs.ts'
import { NO_COUNTS } from './rules/counts.ts'

/** All the SQL of runs. Writers expect an open transaction. */

/** What is kept of a run's progress: its counts and how far the file was read. */
const Progress = RunCountsShape.partial().extend({
  /** The last row that is wholly dealt with; a run that starts again goes on behind it. */
  row: z.number().default(0),
})

export interface Run {
  id: RunId
  campaignId: CampaignId
  kind: RunKind
  trigger: RunTrigger
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
  /** False once the campaign was deleted. */
  campaignExists: boolean
}

interface Row {
  id: number
  campaign_id: number
  kind: RunKind
  trigger: RunTrigger
  label: string
  input: string
  state: RunState
  counts: string
  error: string | null
  queued_at: string
  started_at: string | null
  finished_at: string | null
  campaign_name: string
  campaign_exists: number
}

const SELECT = `SELECT r.id, r.campaign_id, r.kind, r.trigger, r.label, r.input, r.state, r.counts, r.error, r.queued_at,
  r.started_at, r.finished_at, c.name AS campaign_name, c.state <> 'deleted' AS campaign_exists FROM runs r JOIN campaigns c ON c.id = r.campaign_id`

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
    campaignExists: row.campaign_exists === 1,
  }
}

/** The steps of some runs, each in their order. */
export function stepsOfRuns(db: Db, runIds: readonly number[]): Map<number, StepView[]> {
  const rows = db
    .sql<{
      run_id: number
      step: Step
      state: StepView['state']
      done: number
      total: number | null
      attempts: number
      started_at: string | null
      finished_at: string | null
      note: string | null
    }>(
      `SELECT run_id, step, state, done, total, attempts, started_at, finished_at, note FROM run_steps
       WHERE run_id IN (SELECT value FROM json_each(?)) ORDER BY run_id, position`,
    )
    .all(JSON.stringify(runIds))
  const steps = new Map<number, StepView[]>()
  for (const { run_id, started_at, finished_at, ...step } of rows) {
    const view = { ...step, startedAt: started_at, finishedAt: finished_at }
    steps.set(run_id, [...(steps.get(run_id) ?? []), view])
  }
  return steps
}

export function findRun(db: Db, id: number): Run | undefined {
  const row = db.sql<Row>(`${SELECT} WHERE r.id = ?`).first(id)
  return row && toRun(row)
}

/** Which runs are listed; an absent or empty part names all. */
export interface RunFilter {
  campaignId?: number | null
  kinds?: readonly RunKind[]
  states?: readonly RunState[]
  /** Only older ones than this. */
  before?: number | null
}

/** Newest first. */
export function listRuns(
  db: Db,
  { campaignId = null, kinds = [], states = [], before = null }: RunFilter,
  limit: number,
): Run[] {
  const parts = [
    'r.id < ?',
    ...(campaignId === null ? [] : ['r.campaign_id = ?']),
    ...(kinds.length === 0 ? [] : ['r.kind IN (SELECT value FROM json_each(?))']),
    ...(states.length === 0 ? [] : ['r.state IN (SELECT value FROM json_each(?))']),
  ]
  return db
    .sql<Row>(`${SELECT} WHERE ${parts.join(' AND ')} ORDER BY r.id DESC LIMIT ?`)
    .all(
      before ?? Number.MAX_SAFE_INTEGER,
      ...(campaignId === null ? [] : [campaignId]),
      ...(kinds.length === 0 ? [] : [JSON.stringify(kinds)]),
      ...(states.length === 0 ? [] : [JSON.stringify(states)]),
      limit,
    )
    .map(toRun)
}

/** Ended runs that were to bring jobs, the newest first. */
export function endedRuns(db: Db, campaignId: number | null, limit: number): Run[] {
  const ended = `r.kind IN ('import', 'collect') AND r.finished_at IS NOT NULL AND ${bringsJobs('r.id')}`
  const rows =
    campaignId === null
      ? db
          .sql<Row>(`${SELECT} WHERE r.id < ? AND ${ended} ORDER BY r.id DESC LIMIT ?`)
          .all(Number.MAX_SAFE_INTEGER, limit)
      : db
          .sql<Row>(`${SELECT} WHERE r.campaign_id = ? AND ${ended} ORDER BY r.id DESC LIMIT ?`)
          .all(campaignId, limit)
  return rows.map(toRun)
}

/** Imports that ended without success between two times. */
export function unfinishedImports(db: Db, from: string, to: string): Run[] {
  return db
    .sql<Row>(
      `${SELECT} WHERE r.kind = 'import' AND r.state IN ('failed', 'cancelled', 'interrupted')
         AND r.finished_at > ? AND r.finished_at <= ?`,
    )
    .all(from, to)
    .map(toRun)
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

/** The last run that was to bring jobs to a campaign and has ended; undefined: none has. */
export const lastEndedRun = (db: Db, campaignId: number): Run | undefined => endedRuns(db, campaignId, 1)[0]

/** The run of a kind that waits or is under way for a campaign; one that makes a last step again counts for no other. */
export function openRun(db: Db, campaignId: number, kind: RunKind): RunId | null {
  const row = db
    .sql<{ id: number }>(
      `SELECT id FROM runs WHERE state IN ('queued', 'running') AND campaign_id = ? AND kind = ?
         AND (kind NOT IN ('import', 'collect') OR ${bringsJobs('runs.id')}) ORDER BY id LIMIT 1`,
    )
    .first(campaignId, kind)
  return row ? RunId.parse(row.id) : null
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

/** A run to queue; `row`: it goes on behind this one. */
export type NewRun = Pick<Run, 'campaignId' | 'kind' | 'trigger' | 'label' | 'input'> & { row?: number }

export function insertRun(db: Db, run: NewRun, at: string): RunId {
  const { lastId } = db
    .sql(
      'INSERT INTO runs (campaign_id, kind, trigger, label, input, state, counts, queued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      run.campaignId,
      run.kind,
      run.trigger,
      run.label,
      JSON.stringify(run.input),
      'queued',
      JSON.stringify({ row: run.row ?? 0 }),
      at,
    )
  return RunId.parse(lastId)
}

/** What a run needs to start again belongs to another one now. */
export function handInputOver(db: Db, id: RunId, to: RunId): void {
  db.sql('UPDATE runs SET input = ? WHERE id = ?').run(JSON.stringify({ wentOnAs: to }), id)
}

export function markStarted(db: Db, id: RunId, at: string): void {
  db.sql("UPDATE runs SET state = 'running', started_at = coalesce(started_at, ?) WHERE id = ?").run(at, id)
}

/** Keeps progress in the transaction that made it. */
export function saveProgress(db: Db, id: RunId, counts: RunCounts, row: number): void {
  db.sql('UPDATE runs SET counts = ? WHERE id = ?').run(JSON.stringify({ ...counts, row }), id)
}

/** Keeps how the steps of a run stand. */
export function saveSteps(db: Db, id: RunId, steps: readonly StepView[]): void {
  const upsert = db.sql(
    `INSERT INTO run_steps (run_id, position, step, state, done, total, attempts, started_at, finished_at, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id, position) DO UPDATE SET state = excluded.state, done = excluded.done, total = excluded.total,
       attempts = excluded.attempts, started_at = excluded.started_at, finished_at = excluded.finished_at,
       note = excluded.note`,
  )
  for (const step of steps)
    upsert.run(
      id,
      STEPS.indexOf(step.step),
      step.step,
      step.state,
      step.done,
      step.total,
      step.attempts,
      step.startedAt,
      step.finishedAt,
      step.note,
    )
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

export function listIssues(db: Db, runId: number, limit = MOST_ISSUES): RunIssue[] {
  return db
    .sql<RunIssue & Record<string, SqlValue>>(
      'SELECT row, code, message FROM run_issues WHERE run_id = ? ORDER BY id LIMIT ?',
    )
    .all(runId, limit)
    .map(({ row, code, message }) => ({ row, code, message }))
}
