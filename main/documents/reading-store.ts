import type { DocumentFormat, ReadingState } from '../contract/documents.ts'
import type { ParsedResume, ResumeLanguage } from '../contract/resumes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { TextPages } from './readings.ts'

/** The SQL of the reading queue. Writers expect an open transaction. */

const WAITS = "state IN ('waiting', 'reading')"

/** Has a version read; one that the person looks at comes before the others. Begins a new count when nothing waits. */
export function askToRead(db: Db, versionId: number, now: string, wanted = false): void {
  db.sql(
    `UPDATE document_batch SET done = 0 WHERE NOT EXISTS (SELECT 1 FROM document_readings WHERE ${WAITS})`,
  ).run()
  db.sql(
    `INSERT INTO document_readings (version_id, state, asked_at, wanted) VALUES (?, 'waiting', ?, ?)
     ON CONFLICT (version_id) DO UPDATE SET state = 'waiting', asked_at = excluded.asked_at, wanted = excluded.wanted`,
  ).run(versionId, now, wanted ? 1 : 0)
}

/** Lets a waiting version come before the others. */
export function wantRead(db: Db, versionId: number): void {
  db.sql(
    "UPDATE document_readings SET wanted = 1 WHERE version_id = ? AND state = 'waiting' AND wanted = 0",
  ).run(versionId)
}

/**
 * Takes over what was read of the same bytes by the same reader; false when there is nothing such, and the version
 * has to be read.
 */
export function copyReading(db: Db, versionId: number, hash: string, reader: number): boolean {
  return (
    db
      .sql(
        `INSERT INTO document_readings (version_id, state, asked_at, reader, read_at, message, pages, words, language,
           looks_like, confidence, remarks, text, resume)
         SELECT ?, r.state, r.asked_at, r.reader, r.read_at, r.message, r.pages, r.words, r.language, r.looks_like,
           r.confidence, r.remarks, r.text, r.resume
         FROM document_versions v CROSS JOIN document_readings r ON r.version_id = v.id
         WHERE v.file_hash = ? AND v.id <> ? AND r.state = 'read' AND r.reader >= ? LIMIT 1
         ON CONFLICT (version_id) DO NOTHING`,
      )
      .run(versionId, hash, versionId, reader).changes > 0
  )
}

/** A version that is to be read. */
export interface ToRead {
  versionId: number
  documentId: number
  title: string
  fileName: string
  format: DocumentFormat
  hash: string
  /** Read before by an older reader: nobody waits for it, and it stays read meanwhile. */
  again: boolean
}

const TO_READ = `v.id AS versionId, v.document_id AS documentId, d.title, v.file_name AS fileName, v.format, v.file_hash AS hash`
const JOINED = `CROSS JOIN document_versions v ON v.id = r.version_id CROSS JOIN documents d ON d.id = v.document_id`

/** What is read next: what waits, then what an older reader read. */
export function nextToRead(db: Db, reader: number): ToRead | undefined {
  const waiting = db
    .sql<Omit<ToRead, 'again'>>(
      `SELECT ${TO_READ} FROM document_readings r INDEXED BY document_readings_waiting ${JOINED}
       WHERE r.${WAITS} ORDER BY r.wanted DESC, r.asked_at, r.version_id LIMIT 1`,
    )
    .first()
  if (waiting) return { ...waiting, again: false }
  const older = db
    .sql<Omit<ToRead, 'again'>>(
      `SELECT ${TO_READ} FROM document_readings r INDEXED BY document_readings_reader ${JOINED}
       WHERE r.state NOT IN ('waiting', 'reading') AND r.reader < ? AND d.deleted_at IS NULL
       ORDER BY r.reader, r.version_id LIMIT 1`,
    )
    .first(reader)
  return older && { ...older, again: true }
}

/** Versions that have no reading at all are asked to be read; for files of earlier versions of the app. */
export function askUnknown(db: Db, now: string): void {
  db.sql(
    `INSERT INTO document_readings (version_id, state, asked_at)
     SELECT id, 'waiting', ? FROM document_versions v
     WHERE NOT EXISTS (SELECT 1 FROM document_readings r WHERE r.version_id = v.id)`,
  ).run(now)
}

/** Notes that the version is being read now. */
export function beginReading(db: Db, versionId: number): void {
  db.sql("UPDATE document_readings SET state = 'reading' WHERE version_id = ? AND state = 'waiting'").run(
    versionId,
  )
}

/** What a reading found. */
export interface Found {
  state: Exclude<ReadingState, 'waiting' | 'reading'>
  message: string | null
  pages: number | null
  words: number | null
  language: ResumeLanguage | null
  looksLike: ParsedResume['kind'] | null
  confidence: number | null
  remarks: readonly string[]
  text: TextPages
  resume: ParsedResume | null
}

/**
 * Stores what was read, unless the version is gone, was asked to be read anew since, or its file is another by now;
 * answers whether it was stored.
 */
export function storeReading(db: Db, read: ToRead, found: Found, reader: number, now: string): boolean {
  const { changes } = db
    .sql(
      `UPDATE document_readings SET state = ?, wanted = 0, reader = ?, read_at = ?, message = ?, pages = ?, words = ?,
         language = ?, looks_like = ?, confidence = ?, remarks = ?, text = ?, resume = ?
       WHERE version_id = ? AND state ${read.again ? "NOT IN ('waiting', 'reading')" : "= 'reading'"}
         AND EXISTS (SELECT 1 FROM document_versions v WHERE v.id = version_id AND v.file_hash = ?)`,
    )
    .run(
      found.state,
      reader,
      now,
      found.message,
      found.pages,
      found.words,
      found.language,
      found.looksLike,
      found.confidence,
      JSON.stringify(found.remarks),
      JSON.stringify(found.text),
      found.resume === null ? null : JSON.stringify(found.resume),
      read.versionId,
      read.hash,
    )
  if (changes > 0 && !read.again) db.sql('UPDATE document_batch SET done = done + 1').run()
  return changes > 0
}

/** Forgets what was read of a version; for other content. */
export function forgetReading(db: Db, versionId: number): void {
  db.sql('DELETE FROM document_readings WHERE version_id = ?').run(versionId)
}

/** Stores the words of a letter that was written here: nothing has to be read. */
export function storeWritten(db: Db, versionId: number, text: string, reader: number, now: string): void {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  db.sql(
    `INSERT INTO document_readings (version_id, state, asked_at, reader, read_at, words, looks_like, text)
     VALUES (?, 'read', ?, ?, ?, ?, 'cover_letter', ?)
     ON CONFLICT (version_id) DO UPDATE SET state = 'read', reader = excluded.reader, read_at = excluded.read_at,
       words = excluded.words, looks_like = excluded.looks_like, text = excluded.text`,
  ).run(versionId, now, reader, now, words, JSON.stringify([{ page: 1, text }]))
}

/** Keeps what an older reader read where the newer one reads less, such as without the password. */
export function keepReading(db: Db, versionId: number, reader: number): void {
  db.sql('UPDATE document_readings SET reader = ? WHERE version_id = ?').run(reader, versionId)
}

export function stateOf(db: Db, versionId: number): ReadingState | undefined {
  return db
    .sql<{ state: ReadingState }>('SELECT state FROM document_readings WHERE version_id = ?')
    .first(versionId)?.state
}

/** What a version reads like; null while unread. */
export function looksLikeOf(db: Db, versionId: number): ParsedResume['kind'] | null {
  return (
    db
      .sql<{ looks_like: ParsedResume['kind'] | null }>(
        'SELECT looks_like FROM document_readings WHERE version_id = ?',
      )
      .first(versionId)?.looks_like ?? null
  )
}

/** How many wait or are being read, and how many were read since some do. */
export function countReading(db: Db): { waiting: number; done: number } {
  return (
    db
      .sql<{ waiting: number; done: number }>(
        `SELECT (SELECT count(*) FROM document_readings INDEXED BY document_readings_waiting WHERE ${WAITS}) AS waiting, done
         FROM document_batch WHERE id = 1`,
      )
      .first() ?? { waiting: 0, done: 0 }
  )
}

const STOPPED = 'Reading was stopped before it came to this file. Read it again when you need it.'

/** Leaves everything that waits unread, but what is being read; answers how many. */
export function stopWaiting(db: Db, reader: number): number {
  return db
    .sql(
      `UPDATE document_readings SET state = 'failed', wanted = 0, reader = ?, message = ? WHERE state = 'waiting'`,
    )
    .run(reader, STOPPED).changes
}

/** The same for the versions of one document, which was removed. */
export function stopReadingOf(db: Db, documentId: number, reader: number): void {
  db.sql(
    `UPDATE document_readings SET state = 'failed', wanted = 0, reader = ?, message = ?
     WHERE state = 'waiting' AND version_id IN (SELECT id FROM document_versions WHERE document_id = ?)`,
  ).run(reader, STOPPED, documentId)
}

/** Has the versions read that were stopped; for a document that comes back. */
export function askStopped(db: Db, documentId: number, now: string): void {
  const stopped = db
    .sql<{ id: number }>(
      `SELECT v.id FROM document_versions v CROSS JOIN document_readings r ON r.version_id = v.id
       WHERE v.document_id = ? AND r.state = 'failed' AND r.message = ?`,
    )
    .all(documentId, STOPPED)
  for (const { id } of stopped) askToRead(db, id, now)
}
