import type { JobStatus } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of status moves and notes. Writers expect an open transaction. */

export interface JobState {
  title: string
  status: JobStatus
  applied_at: string | null
}

export function jobState(db: Db, jobId: number): JobState | undefined {
  return db.sql<JobState>('SELECT title, status, applied_at FROM jobs WHERE id = ?').first(jobId)
}

/** Writes a move into the book and answers its id. */
export function storeMove(db: Db, jobId: number, from: JobStatus, to: JobStatus, at: string): number {
  return db
    .sql('INSERT INTO status_events (job_id, from_status, to_status, at) VALUES (?, ?, ?, ?)')
    .run(jobId, from, to, at).lastId
}

export function markMoveUndone(db: Db, moveId: number): void {
  db.sql('UPDATE status_events SET undone = 1 WHERE id = ?').run(moveId)
}

export function setJobStatus(db: Db, jobId: number, status: JobStatus, appliedAt: string | null): void {
  db.sql('UPDATE jobs SET status = ?, applied_at = ? WHERE id = ?').run(status, appliedAt, jobId)
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
  db.sql(
    `INSERT INTO applications (job_id, notes, notes_version, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (job_id) DO UPDATE SET notes = excluded.notes, notes_version = excluded.notes_version, updated_at = excluded.updated_at`,
  ).run(jobId, notes, version, at)
}
