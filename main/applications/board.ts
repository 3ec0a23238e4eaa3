import type { ApplicationCard, ApplicationFilter, ResponseKind } from '../contract/applications.ts'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'
import { rowsOf } from '../jobs/service.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { FOLLOW_UP_STAGES } from './rules/follow-up.ts'
import { answer } from './store.ts'

/** The SQL of board and lists: which applications, in which order, and their cards. */

/** So many days without an answer, and an application counts as stale. */
const STALE_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000

/** The instant before which a last sign of an application makes it stale. */
const staleBefore = (millis: number): string => new Date(millis - STALE_DAYS * DAY_MS).toISOString()

/** The statuses that a filter chooses; all from approved on when it names none. */
export function statusesOf(filter: ApplicationFilter): readonly JobStatus[] {
  return filter.statuses.length > 0 ? filter.statuses : JOB_STATUSES.filter(status => status !== 'waiting')
}

/** Where a page ended: the sort value and the job of its last row. */
export type Key = readonly [string, number]

const FIRST_DOWN: Key = ['~', Number.MAX_SAFE_INTEGER]
const FIRST_UP: Key = ['', 0]

interface Condition {
  text: string
  values: SqlValue[]
}

/** The times and the company of a filter; every index of applications covers them. */
function within({ since, until, companyId }: ApplicationFilter): Condition {
  const parts: [string, SqlValue][] = []
  if (since !== null) parts.push(['AND moved_at >= ?', since])
  if (until !== null) parts.push(['AND moved_at < ?', until])
  if (companyId !== null) parts.push(['AND company_id = ?', companyId])
  return { text: parts.map(([text]) => text).join(' '), values: parts.map(([, value]) => value) }
}

/** Applications of one status, what moved last first. */
export function columnKeys(
  db: Db,
  status: JobStatus,
  filter: ApplicationFilter,
  after: Key | null,
  limit: number,
): Key[] {
  if (filter.statuses.length > 0 && !filter.statuses.includes(status)) return []
  const { text, values } = within(filter)
  return keys(
    db,
    `SELECT moved_at AS key, job_id AS id FROM applications INDEXED BY applications_column
     WHERE status = ? AND (moved_at, job_id) < (?, ?) ${text} ORDER BY moved_at DESC, job_id DESC LIMIT ?`,
    [status, ...(after ?? FIRST_DOWN), ...values, limit],
  )
}

const keys = (db: Db, text: string, values: SqlValue[]): Key[] =>
  db
    .sql<{ key: string; id: number }>(text)
    .all(...values)
    .map(row => [row.key, row.id])

/** Names of companies may be long: a place in their order is named by its job alone. */
function companyKey(db: Db, [, jobId]: Key): Key {
  const row = db.sql<{ company: string }>('SELECT company FROM applications WHERE job_id = ?').first(jobId)
  return row ? [row.company, jobId] : FIRST_UP
}

export type ListSort = 'moved' | 'applied' | 'company'

/** Applications of all chosen statuses in one order; those that were not sent come last by the time sent. */
export function listKeys(
  db: Db,
  filter: ApplicationFilter,
  sort: ListSort,
  after: Key | null,
  limit: number,
): Key[] {
  const range = within(filter)
  const chosen = `status IN (SELECT value FROM json_each(?)) AND moved_at IS NOT NULL ${range.text}`
  const values = [JSON.stringify(statusesOf(filter)), ...range.values]
  if (sort === 'company')
    return keys(
      db,
      `SELECT '' AS key, job_id AS id FROM applications INDEXED BY applications_by_company
       WHERE (company, job_id) > (?, ?) AND ${chosen} ORDER BY company, job_id LIMIT ?`,
      [...(after === null ? FIRST_UP : companyKey(db, after)), ...values, limit],
    )
  if (sort === 'moved')
    return keys(
      db,
      `SELECT moved_at AS key, job_id AS id FROM applications INDEXED BY applications_moved
       WHERE (moved_at, job_id) < (?, ?) AND ${chosen} ORDER BY moved_at DESC, job_id DESC LIMIT ?`,
      [...(after ?? FIRST_DOWN), ...values, limit],
    )
  const sent =
    after !== null && after[0] === ''
      ? []
      : keys(
          db,
          `SELECT applied_at AS key, job_id AS id FROM applications INDEXED BY applications_applied
           WHERE applied_at IS NOT NULL AND (applied_at, job_id) < (?, ?) AND ${chosen}
           ORDER BY applied_at DESC, job_id DESC LIMIT ?`,
          [...(after ?? FIRST_DOWN), ...values, limit],
        )
  if (sent.length === limit) return sent
  const last = after !== null && after[0] === '' ? after[1] : Number.MAX_SAFE_INTEGER
  const unsent = keys(
    db,
    `SELECT '' AS key, job_id AS id FROM applications INDEXED BY applications_applied
     WHERE applied_at IS NULL AND job_id < ? AND ${chosen} ORDER BY job_id DESC LIMIT ?`,
    [last, ...values, limit - sent.length],
  )
  return [...sent, ...unsent]
}

/** How many applications are in each status; without a filter the kept numbers say so. */
export function columnCounts(db: Db, filter: ApplicationFilter): { status: JobStatus; n: number }[] {
  const range = within(filter)
  const whole = range.text === ''
  const kept = new Map(
    whole
      ? db
          .sql<{ status: JobStatus; n: number }>('SELECT status, n FROM status_counts')
          .all()
          .map(row => [row.status, row.n])
      : [],
  )
  const count = db.sql<{ n: number }>(
    `SELECT count(*) AS n FROM applications INDEXED BY applications_column
     WHERE status = ? AND moved_at IS NOT NULL ${range.text}`,
  )
  const chosen = filter.statuses.length > 0 ? filter.statuses : JOB_STATUSES
  return JOB_STATUSES.map(status => {
    if (!chosen.includes(status)) return { status, n: 0 }
    // Waiting jobs count here when the person moved them back.
    const n = whole && status !== 'waiting' ? kept.get(status) : count.first(status, ...range.values)?.n
    return { status, n: n ?? 0 }
  })
}

/** How many applications wait too long for their first answer. */
export function countStale(db: Db, filter: ApplicationFilter, millis: number): number {
  if (filter.statuses.length > 0 && !filter.statuses.includes('applied')) return 0
  const { text, values } = within(filter)
  return (
    db
      .sql<{ n: number }>(
        `SELECT count(*) AS n FROM applications INDEXED BY applications_quiet
         WHERE quiet_since <= ? AND quiet_since IS NOT NULL ${text}`,
      )
      .first(staleBefore(millis), ...values)?.n ?? 0
  )
}

/** How many applications are to be asked about again on a local day or before. */
export function countFollowUps(db: Db, filter: ApplicationFilter, today: string): number {
  const { text, values } = within(filter)
  const statuses = filter.statuses.length > 0 ? filter.statuses : JOB_STATUSES
  return (
    db
      .sql<{ n: number }>(
        `SELECT count(*) AS n FROM applications INDEXED BY applications_asked
         WHERE ask_on <= ? AND ask_on IS NOT NULL AND status IN (SELECT value FROM json_each(?)) ${text}`,
      )
      .first(today, JSON.stringify(statuses), ...values)?.n ?? 0
  )
}

/** Jobs whose applications wait too long, the longest first. */
export function staleJobs(db: Db, millis: number, limit: number): number[] {
  return db
    .sql<{ job_id: number }>(
      `SELECT job_id FROM applications INDEXED BY applications_quiet WHERE quiet_since <= ? AND quiet_since IS NOT NULL
       ORDER BY quiet_since, job_id LIMIT ?`,
    )
    .all(staleBefore(millis), limit)
    .map(row => row.job_id)
}

const STAGE_ORDER = `CASE status ${FOLLOW_UP_STAGES.map((status, place) => `WHEN '${status}' THEN ${place}`).join(' ')}
  ELSE ${FOLLOW_UP_STAGES.length} END`

/** Jobs to ask about again: by the day, then the nearest to a contract. */
export function askedJobs(db: Db, limit: number): number[] {
  return db
    .sql<{ job_id: number }>(
      `SELECT job_id FROM applications INDEXED BY applications_asked WHERE ask_on IS NOT NULL
       ORDER BY ask_on, ${STAGE_ORDER}, job_id LIMIT ?`,
    )
    .all(limit)
    .map(row => row.job_id)
}

interface CardRow {
  job_id: number
  moved_at: string | null
  applied_at: string | null
  quiet_since: string | null
  response_kind: ResponseKind | null
  response_at: string | null
  next_step: string
  next_step_at: string | null
  deadline: string | null
  interview_at: string | null
}

/** Days that an application has waited in vain, from 14 on; null: fewer, or it does not wait. */
export function staleDays(quietSince: string | null, millis: number): number | null {
  if (quietSince === null) return null
  const days = Math.floor((millis - Date.parse(quietSince)) / DAY_MS)
  return days >= STALE_DAYS ? days : null
}

/** Cards in the order of the jobs; a job that is gone, or was never dealt with, is left out. */
export function cardsOf(db: Db, jobIds: readonly number[], now: string): ApplicationCard[] {
  const millis = Date.parse(now)
  const rows = db
    .sql<CardRow>(
      `SELECT a.job_id, a.moved_at, a.applied_at, a.quiet_since, a.response_kind, a.response_at, a.next_step, a.next_step_at,
         json_extract(a.offer, '$.deadline') AS deadline,
         (SELECT min(at) FROM interviews WHERE job_id = a.job_id AND at > ?) AS interview_at
       FROM json_each(?) chosen CROSS JOIN applications a ON a.job_id = chosen.value`,
    )
    .all(now, JSON.stringify(jobIds))
  const facts = new Map(rows.map(row => [row.job_id, row]))
  return rowsOf(db, jobIds, now).flatMap(job => {
    const row = facts.get(job.id)
    if (!row) return []
    return {
      job,
      movedAt: row.moved_at ?? job.foundAt,
      appliedAt: row.applied_at,
      staleDays: staleDays(row.quiet_since, millis),
      response: answer(row),
      nextStep: row.next_step,
      nextStepAt: row.next_step_at,
      interviewAt: row.interview_at,
      offerDeadline: row.deadline,
    }
  })
}
