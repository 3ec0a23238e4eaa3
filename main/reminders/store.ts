import { ReminderId, type ReminderView } from '../contract/applications.ts'
import { JobId } from '../contract/ids.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { keptRows } from '../platform/db/kept-rows.ts'

/** All the SQL of reminders. Writers expect an open transaction. */

export interface ReminderRow {
  id: number
  job_id: number | null
  text: string
  due_at: string
  done_at: string | null
}

export const reminders = keptRows<ReminderRow>('reminders', ['job_id', 'text', 'due_at', 'done_at'])

interface ShownRow extends ReminderRow {
  title: string | null
  company: string | null
}

const SELECT = `SELECT r.id, r.job_id, r.text, r.due_at, r.done_at, j.title, j.company
  FROM reminders r LEFT JOIN jobs j ON j.id = r.job_id`

const view = (row: ShownRow): ReminderView => ({
  id: ReminderId.parse(row.id),
  jobId: row.job_id === null ? null : JobId.parse(row.job_id),
  text: row.text,
  dueAt: row.due_at,
  doneAt: row.done_at,
  job: row.title === null || row.company === null ? null : { title: row.title, company: row.company },
})

const shown = (db: Db, rest: string, ...values: SqlValue[]): ReminderView[] =>
  db
    .sql<ShownRow>(`${SELECT} ${rest}`)
    .all(...values)
    .map(view)

/** Open reminders that are due before an instant, the first due first. */
export function openReminders(db: Db, until: string, limit: number): ReminderView[] {
  return shown(db, 'WHERE r.done_at IS NULL AND r.due_at < ? ORDER BY r.due_at, r.id LIMIT ?', until, limit)
}

/** Reminders that are done, the newest first. */
export function doneReminders(db: Db, limit: number): ReminderView[] {
  return shown(db, 'WHERE r.done_at IS NOT NULL ORDER BY r.done_at DESC, r.id DESC LIMIT ?', limit)
}

/** All reminders of a job: the open ones by the time they are due, then those that are done. */
export function remindersOfJob(db: Db, jobId: number): ReminderView[] {
  return shown(db, 'WHERE r.job_id = ? ORDER BY r.done_at IS NOT NULL, r.due_at, r.id', jobId)
}

export function jobExists(db: Db, jobId: number): boolean {
  return db.sql('SELECT 1 FROM jobs WHERE id = ?').first(jobId) !== undefined
}
