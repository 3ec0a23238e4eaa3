import type { InterviewKind } from '../contract/applications.ts'
import type { Db } from '../platform/db/connection.ts'

/** The SQL of what is told because its time comes. Writers expect an open transaction. */

const untold = (kind: 'reminder' | 'interview', alias: string, due: string): string =>
  `NOT EXISTS (SELECT 1 FROM told_in_time t WHERE t.kind = '${kind}' AND t.thing = ${alias}.id AND t.due = ${alias}.${due})`

export interface DueReminder {
  id: number
  jobId: number | null
  text: string
  dueAt: string
  title: string | null
  company: string | null
}

/** Open reminders whose time has come and that were not told for it, the first due first. */
export function dueReminders(db: Db, now: string, limit: number): DueReminder[] {
  return db
    .sql<DueReminder>(
      `SELECT r.id, r.job_id AS jobId, r.text, r.due_at AS dueAt, j.title, j.company
       FROM reminders r LEFT JOIN jobs j ON j.id = r.job_id
       WHERE r.done_at IS NULL AND r.due_at <= ? AND ${untold('reminder', 'r', 'due_at')}
       ORDER BY r.due_at, r.id LIMIT ?`,
    )
    .all(now, limit)
}

/** When the next reminder has to be told, which may be past; null: none has. */
export function nextReminder(db: Db): string | null {
  const row = db
    .sql<{ at: string }>(
      `SELECT r.due_at AS at FROM reminders r WHERE r.done_at IS NULL AND ${untold('reminder', 'r', 'due_at')}
       ORDER BY r.due_at LIMIT 1`,
    )
    .first()
  return row?.at ?? null
}

export interface NearInterview {
  id: number
  jobId: number
  kind: InterviewKind
  at: string
  minutes: number
  place: string
  people: string
  title: string
  company: string
}

const INTERVIEW = `FROM interviews i CROSS JOIN jobs j ON j.id = i.job_id
  WHERE j.status NOT IN ('rejected', 'archived') AND ${untold('interview', 'i', 'at')}`

/** Interviews that begin after `from` and at `until` at the latest and were not told, the first one first. */
export function nearInterviews(db: Db, from: string, until: string, limit: number): NearInterview[] {
  return db
    .sql<NearInterview>(
      `SELECT i.id, i.job_id AS jobId, i.kind, i.at, i.minutes, i.place, i.people, j.title, j.company ${INTERVIEW}
         AND i.at > ? AND i.at <= ? ORDER BY i.at, i.id LIMIT ?`,
    )
    .all(from, until, limit)
}

/** When the next interview begins that was not told and begins after an instant; null: none does. */
export function nextInterview(db: Db, after: string): string | null {
  const row = db
    .sql<{ at: string }>(`SELECT i.at ${INTERVIEW} AND i.at > ? ORDER BY i.at LIMIT 1`)
    .first(after)
  return row?.at ?? null
}

/** The jobs to ask about again on a local day or before, the longest due first. */
export function askedAbout(db: Db, today: string, limit: number): { title: string; company: string }[] {
  return db
    .sql<{ title: string; company: string }>(
      `SELECT j.title, j.company FROM applications a INDEXED BY applications_asked CROSS JOIN jobs j ON j.id = a.job_id
       WHERE a.ask_on <= ? AND a.ask_on IS NOT NULL ORDER BY a.ask_on LIMIT ?`,
    )
    .all(today, limit)
}

type Told = 'reminder' | 'interview' | 'follow_up'

export function wasTold(db: Db, kind: Told, thing: number, due: string): boolean {
  return (
    db.sql('SELECT 1 FROM told_in_time WHERE kind = ? AND thing = ? AND due = ?').first(kind, thing, due) !==
    undefined
  )
}

/** Writes down that a thing was told for its time; false: it was already. */
export function markTold(db: Db, kind: Told, thing: number, due: string, at: string): boolean {
  return (
    db
      .sql('INSERT INTO told_in_time (kind, thing, due, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(kind, thing, due, at).changes > 0
  )
}
