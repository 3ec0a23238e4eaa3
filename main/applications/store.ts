import {
  type EntryKind,
  type InterviewKind,
  OfferFacts,
  type ResponseKind,
} from '../contract/applications.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { keptRows } from '../platform/db/kept-rows.ts'

/** The SQL of moves, notes and of what the person knows of an application. Writers expect an open transaction. */

export interface JobState {
  title: string
  company: string
  status: JobStatus
  applied_at: string | null
}

export function jobState(db: Db, jobId: number): JobState | undefined {
  return db.sql<JobState>('SELECT title, company, status, applied_at FROM jobs WHERE id = ?').first(jobId)
}

/** Writes a move into the book and answers its id. It comes before `setJobStatus`, whose trigger looks at the book. */
export function storeMove(db: Db, jobId: number, from: JobStatus, to: JobStatus, at: string): number {
  return db
    .sql('INSERT INTO status_events (job_id, from_status, to_status, at, job_status) VALUES (?, ?, ?, ?, ?)')
    .run(jobId, from, to, at, to).lastId
}

/** Strikes a move out of the book and answers when it was made. It comes before `setJobStatus`, too. */
export function markMoveUndone(db: Db, moveId: number): string | null {
  db.sql('UPDATE status_events SET undone = 1 WHERE id = ?').run(moveId)
  return db.sql<{ at: string }>('SELECT at FROM status_events WHERE id = ?').first(moveId)?.at ?? null
}

/** A trigger copies both to the application, with the time of the newest move that counts. */
export function setJobStatus(db: Db, jobId: number, status: JobStatus, appliedAt: string | null): void {
  db.sql('UPDATE jobs SET status = ?, applied_at = ? WHERE id = ?').run(status, appliedAt, jobId)
}

/** The row of a job's application, made now if there is none. */
export function ensureApplication(db: Db, jobId: number, at: string): void {
  db.sql(
    `INSERT INTO applications (job_id, status, applied_at, company_id, company, updated_at)
     SELECT id, status, applied_at, company_id, company, ? FROM jobs WHERE id = ? ON CONFLICT (job_id) DO NOTHING`,
  ).run(at, jobId)
}

export function notesOf(db: Db, jobId: number): { notes: string; version: number } {
  const row = db
    .sql<{ notes: string; version: number }>(
      'SELECT notes, notes_version AS version FROM applications WHERE job_id = ?',
    )
    .first(jobId)
  return row ?? { notes: '', version: 0 }
}

export function saveNotes(db: Db, jobId: number, notes: string, version: number, at: string): void {
  ensureApplication(db, jobId, at)
  db.sql(
    'UPDATE applications SET notes = ?, notes_version = ?, notes_at = ?, updated_at = ? WHERE job_id = ?',
  ).run(notes, version, at, at, jobId)
}

/** What the person says of an application, as an undo keeps it. */
export interface Known {
  appliedAt: string | null
  recipient: string
  sent: string[]
  response: { kind: ResponseKind; at: string } | null
  nextStep: string
  nextStepAt: string | null
  offer: OfferFacts | null
  followUpOn: string | null
}

interface KnownRow {
  applied_at: string | null
  recipient: string
  sent: string
  response_kind: ResponseKind | null
  response_at: string | null
  next_step: string
  next_step_at: string | null
  offer: string | null
  follow_up_on: string | null
}

/** What is known of an application; undefined when the job has none. */
export function knownOf(db: Db, jobId: number): Known | undefined {
  const row = db
    .sql<KnownRow>(
      `SELECT applied_at, recipient, sent, response_kind, response_at, next_step, next_step_at, offer, follow_up_on
       FROM applications WHERE job_id = ?`,
    )
    .first(jobId)
  return row && knownFrom(row)
}

const knownFrom = (row: KnownRow): Known => ({
  appliedAt: row.applied_at,
  recipient: row.recipient,
  sent: JSON.parse(row.sent),
  response: answer(row),
  nextStep: row.next_step,
  nextStepAt: row.next_step_at,
  offer: row.offer === null ? null : OfferFacts.parse(JSON.parse(row.offer)),
  followUpOn: row.follow_up_on,
})

/** The first answer of a row. */
export function answer(row: {
  response_kind: ResponseKind | null
  response_at: string | null
}): Known['response'] {
  const { response_kind: kind, response_at: at } = row
  return kind === null || at === null ? null : { kind, at }
}

/** Writes everything that is known of an application, which has a row. */
export function saveKnown(db: Db, jobId: number, known: Known, at: string): void {
  db.sql('UPDATE jobs SET applied_at = ? WHERE id = ? AND applied_at IS NOT ?').run(
    known.appliedAt,
    jobId,
    known.appliedAt,
  )
  const offer = known.offer === null ? null : JSON.stringify(known.offer)
  db.sql(
    `UPDATE applications SET recipient = ?, sent = ?, response_kind = ?, response_at = ?, next_step = ?, next_step_at = ?,
       offer = ?, offer_at = CASE WHEN ? IS NULL THEN NULL ELSE coalesce(offer_at, ?) END, follow_up_on = ?, updated_at = ?
     WHERE job_id = ?`,
  ).run(
    known.recipient,
    JSON.stringify(known.sent),
    known.response?.kind ?? null,
    known.response?.at ?? null,
    known.nextStep,
    known.nextStepAt,
    offer,
    offer,
    at,
    known.followUpOn,
    at,
    jobId,
  )
}

/** The first answer to an application; null: none is known. */
export function responseOf(db: Db, jobId: number): Known['response'] {
  const row = db
    .sql<{ response_kind: ResponseKind | null; response_at: string | null }>(
      'SELECT response_kind, response_at FROM applications WHERE job_id = ?',
    )
    .first(jobId)
  return row ? answer(row) : null
}

export function setResponse(db: Db, jobId: number, response: Known['response']): void {
  db.sql('UPDATE applications SET response_kind = ?, response_at = ? WHERE job_id = ?').run(
    response?.kind ?? null,
    response?.at ?? null,
    jobId,
  )
}

export interface InterviewRow {
  id: number
  job_id: number
  kind: InterviewKind
  at: string
  minutes: number
  place: string
  people: string
  created_at: string
  notes: string
}

export const interviews = keptRows<InterviewRow>('interviews', [
  'job_id',
  'kind',
  'at',
  'minutes',
  'place',
  'people',
  'created_at',
  'notes',
])

export interface EntryRow {
  id: number
  job_id: number
  kind: EntryKind
  at: string
  text: string
}

export const entries = keptRows<EntryRow>('application_entries', ['job_id', 'kind', 'at', 'text'])
