import type { DocumentFormat, DocumentKind } from '../contract/documents.ts'
import type { Db } from '../platform/db/connection.ts'
import { freshId } from '../platform/db/fresh-id.ts'
import { MEDIA_TYPES } from './rules/formats.ts'
import { searchable } from './rules/search.ts'

/** The SQL that writes documents and their versions, and what commands look up. Writers expect an open transaction. */

export interface StoredDocument {
  id: number
  kind: DocumentKind
  title: string
  job_id: number | null
  created_at: string
  changed_at: string
  deleted_at: string | null
  /** 1: nobody said what it is, so reading it may. */
  kind_guessed: number
}

/** A document by its id, also one that was removed. */
export function findDocument(db: Db, documentId: number): StoredDocument | undefined {
  return db
    .sql<StoredDocument>(
      'SELECT id, kind, title, job_id, created_at, changed_at, deleted_at, kind_guessed FROM documents WHERE id = ?',
    )
    .first(documentId)
}

export interface StoredVersion {
  id: number
  document_id: number
  version: number
  file_hash: string
  file_name: string
  format: DocumentFormat
  bytes: number
  created_at: string
  /** 1: made here as Markdown. */
  written: number
}

const VERSION =
  'v.id, v.document_id, v.version, v.file_hash, v.file_name, v.format, v.bytes, v.created_at, v.written'

export function findVersion(db: Db, versionId: number): StoredVersion | undefined {
  return db.sql<StoredVersion>(`SELECT ${VERSION} FROM document_versions v WHERE v.id = ?`).first(versionId)
}

/** The version in use. */
export function newestVersion(db: Db, documentId: number): StoredVersion | undefined {
  return db
    .sql<StoredVersion>(
      `SELECT ${VERSION} FROM document_versions v WHERE v.document_id = ? ORDER BY v.version DESC LIMIT 1`,
    )
    .first(documentId)
}

/**
 * The oldest document on the lists that has these bytes as its newest version, rather of the same place: the library
 * (`jobId` null) or a job. For a job it is never one of another job, which stands nowhere in this one.
 */
export function withFile(db: Db, hash: string, jobId: number | null): StoredVersion | undefined {
  return db
    .sql<StoredVersion>(
      `SELECT ${VERSION} FROM document_versions v CROSS JOIN documents d ON d.id = v.document_id
       WHERE v.file_hash = ? AND d.deleted_at IS NULL
         AND v.version = (SELECT max(n.version) FROM document_versions n WHERE n.document_id = d.id)
         AND (? IS NULL OR d.job_id IS NULL OR d.job_id = ?)
       ORDER BY d.job_id IS NOT ?, d.id LIMIT 1`,
    )
    .first(hash, jobId, jobId, jobId)
}

/** Stores a document without a version yet; answers its id. */
export function insertDocument(
  db: Db,
  document: Pick<StoredDocument, 'kind' | 'title' | 'job_id' | 'kind_guessed'>,
  now: string,
): number {
  return db
    .sql(
      `INSERT INTO documents (id, kind, title, job_id, created_at, changed_at, kind_guessed)
       VALUES (${freshId('documents')}, ?, ?, ?, ?, ?, ?)`,
    )
    .run(document.kind, document.title, document.job_id, now, now, document.kind_guessed).lastId
}

/** What a version is made of; its file has to be kept before. */
export interface VersionContent {
  hash: string
  fileName: string
  format: DocumentFormat
  bytes: number
  written: boolean
}

/** Stores a version as the newest of its document; answers its id. */
export function insertVersion(db: Db, documentId: number, content: VersionContent, now: string): number {
  const { hash, fileName, format, bytes, written } = content
  forgetLeft(db, hash)
  return db
    .sql(
      `INSERT INTO document_versions (id, document_id, version, file_hash, file_name, media_type, bytes, created_at, format, written)
       VALUES (${freshId('document_versions')}, ?,
         (SELECT coalesce(max(version), 0) + 1 FROM document_versions WHERE document_id = ?), ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(documentId, documentId, hash, fileName, MEDIA_TYPES[format], bytes, now, format, written ? 1 : 0)
    .lastId
}

/** Puts other content into a version, which stays the same version. */
export function replaceContent(db: Db, versionId: number, content: VersionContent): void {
  const { hash, fileName, format, bytes, written } = content
  forgetLeft(db, hash)
  db.sql(
    `UPDATE document_versions SET file_hash = ?, file_name = ?, media_type = ?, bytes = ?, format = ?, written = ?
     WHERE id = ?`,
  ).run(hash, fileName, MEDIA_TYPES[format], bytes, format, written ? 1 : 0, versionId)
}

/** Removes a version with its reading. What waits to go with an application goes back to the version before it. */
export function removeVersion(db: Db, { id, document_id, version }: StoredVersion): void {
  const before = db
    .sql<{ id: number }>(
      'SELECT id FROM document_versions WHERE document_id = ? AND version < ? ORDER BY version DESC LIMIT 1',
    )
    .first(document_id, version)
  if (before)
    db.sql(
      'UPDATE OR IGNORE application_documents SET document_version_id = ? WHERE document_version_id = ?',
    ).run(before.id, id)
  db.sql('DELETE FROM application_documents WHERE document_version_id = ?').run(id)
  db.sql('DELETE FROM document_versions WHERE id = ?').run(id)
}

/** Whether a version went out with any application. */
export function wasSent(db: Db, versionId: number): boolean {
  return (
    db
      .sql(
        'SELECT 1 FROM application_documents WHERE document_version_id = ? AND sent_at IS NOT NULL LIMIT 1',
      )
      .first(versionId) !== undefined
  )
}

/** Applications that any version of these documents is attached to. */
export function jobsWith(db: Db, documentIds: readonly number[]): number[] {
  return db
    .sql<{ job_id: number }>(
      `SELECT DISTINCT s.job_id FROM json_each(?) chosen CROSS JOIN document_versions v ON v.document_id = chosen.value
         CROSS JOIN application_documents s ON s.document_version_id = v.id`,
    )
    .all(JSON.stringify(documentIds))
    .map(({ job_id }) => job_id)
}

/** What the person may say of a document. */
export type DocumentFacts = Pick<StoredDocument, 'title' | 'kind' | 'kind_guessed' | 'job_id'>

export function setFacts(db: Db, documentId: number, facts: DocumentFacts, now: string): void {
  db.sql(
    'UPDATE documents SET title = ?, kind = ?, kind_guessed = ?, job_id = ?, changed_at = ? WHERE id = ?',
  ).run(facts.title, facts.kind, facts.kind_guessed, facts.job_id, now, documentId)
}

/** Notes that a document changed, so that it comes first. */
export function touch(db: Db, documentId: number, now: string): void {
  db.sql('UPDATE documents SET changed_at = ? WHERE id = ?').run(now, documentId)
}

/** Takes a document off the lists, or (null) puts it back. Its search words are the caller's. */
export function setRemoved(db: Db, documentId: number, at: string | null): void {
  db.sql('UPDATE documents SET deleted_at = ? WHERE id = ?').run(at, documentId)
}

/** Writes the words that search finds of a document: title and text of its newest version; none of a removed one. */
export function indexDocument(db: Db, documentId: number): void {
  db.sql('DELETE FROM documents_search WHERE rowid = ?').run(documentId)
  const document = findDocument(db, documentId)
  const version = newestVersion(db, documentId)
  if (!document || document.deleted_at !== null || !version) return
  const pages = db
    .sql<{ text: string }>(
      `SELECT p.value ->> 'text' AS text FROM document_readings r, json_each(r.text) p
       WHERE r.version_id = ? ORDER BY p.key`,
    )
    .all(version.id)
  const text = searchable(pages.map(page => page.text).join('\n'))
  db.sql('INSERT INTO documents_search (rowid, title, text) VALUES (?, ?, ?)').run(
    documentId,
    searchable(document.title),
    text,
  )
}

export function jobExists(db: Db, jobId: number): boolean {
  return db.sql('SELECT 1 FROM jobs WHERE id = ?').first(jobId) !== undefined
}

/** Documents that were removed before `at` and have something that was never sent, or nothing at all. */
export function removedBefore(db: Db, at: string, limit: number): number[] {
  return db
    .sql<{ id: number }>(
      `SELECT d.id FROM documents d INDEXED BY documents_removed WHERE d.deleted_at < ? AND (
         NOT EXISTS (SELECT 1 FROM document_versions v WHERE v.document_id = d.id)
         OR EXISTS (SELECT 1 FROM document_versions v WHERE v.document_id = d.id AND NOT EXISTS (
           SELECT 1 FROM application_documents s WHERE s.document_version_id = v.id AND s.sent_at IS NOT NULL)))
       ORDER BY d.deleted_at LIMIT ?`,
    )
    .all(at, limit)
    .map(({ id }) => id)
}

/**
 * Removes a document for good, but for the versions that were sent: those stay with their applications. Answers the files
 * that no version names any more.
 */
export function purge(db: Db, documentId: number): string[] {
  const unsent = `SELECT v.id FROM document_versions v WHERE v.document_id = ? AND NOT EXISTS (
    SELECT 1 FROM application_documents s WHERE s.document_version_id = v.id AND s.sent_at IS NOT NULL)`
  const files = db
    .sql<{ file_hash: string }>(`SELECT DISTINCT file_hash FROM document_versions WHERE id IN (${unsent})`)
    .all(documentId)
  db.sql(`DELETE FROM application_documents WHERE document_version_id IN (${unsent})`).run(documentId)
  db.sql(`DELETE FROM document_versions WHERE id IN (${unsent})`).run(documentId)
  db.sql(
    'DELETE FROM documents WHERE id = ? AND NOT EXISTS (SELECT 1 FROM document_versions v WHERE v.document_id = documents.id)',
  ).run(documentId)
  return files.map(({ file_hash }) => file_hash).filter(hash => !isNamed(db, hash))
}

/** Hashes that a version names, or that may still be needed. */
export function namedFiles(db: Db): Set<string> {
  return new Set(
    db
      .sql<{ file_hash: string }>(
        'SELECT file_hash FROM document_versions UNION SELECT file_hash FROM document_files_left',
      )
      .all()
      .map(row => row.file_hash),
  )
}

/** Files that nothing has named since before `at`. */
export function filesLeftBefore(db: Db, at: string, limit: number): string[] {
  return db
    .sql<{ file_hash: string }>('SELECT file_hash FROM document_files_left WHERE at < ? ORDER BY at LIMIT ?')
    .all(at, limit)
    .map(row => row.file_hash)
}

/** Notes that a file is about to be written for a version; one that a version has already is there to stay. */
export function intendFile(db: Db, hash: string, now: string): void {
  db.sql(
    `INSERT INTO document_files_left (file_hash, at, intended) SELECT ?, ?, 1
     WHERE NOT EXISTS (SELECT 1 FROM document_versions v WHERE v.file_hash = ?)
     ON CONFLICT (file_hash) DO NOTHING`,
  ).run(hash, now, hash)
}

/** Files that were about to be written, for a version that never came to be. */
export function intendedFiles(db: Db): string[] {
  return db
    .sql<{ file_hash: string }>(
      `SELECT file_hash FROM document_files_left f WHERE intended = 1
       AND NOT EXISTS (SELECT 1 FROM document_versions v WHERE v.file_hash = f.file_hash)`,
    )
    .all()
    .map(row => row.file_hash)
}

export function forgetLeft(db: Db, hash: string): void {
  db.sql('DELETE FROM document_files_left WHERE file_hash = ?').run(hash)
}

/** Whether a version has this file. */
export function isNamed(db: Db, hash: string): boolean {
  return db.sql('SELECT 1 FROM document_versions WHERE file_hash = ? LIMIT 1').first(hash) !== undefined
}

/** Lets a file that is still needed wait from `at` on. */
export function leaveFile(db: Db, hash: string, at: string): void {
  db.sql(
    `INSERT INTO document_files_left (file_hash, at) VALUES (?, ?)
     ON CONFLICT (file_hash) DO UPDATE SET at = excluded.at, intended = 0`,
  ).run(hash, at)
}

/** The files that should be there: of documents on the lists, and of what was sent. */
export function neededFiles(db: Db): { hash: string; bytes: number; title: string }[] {
  return db
    .sql<{ hash: string; bytes: number; title: string }>(
      `SELECT v.file_hash AS hash, v.bytes, d.title FROM documents d INDEXED BY documents_changed
         CROSS JOIN document_versions v ON v.document_id = d.id WHERE d.deleted_at IS NULL
       UNION
       SELECT v.file_hash, v.bytes, d.title FROM application_documents s INDEXED BY application_documents_sent
         CROSS JOIN document_versions v ON v.id = s.document_version_id CROSS JOIN documents d ON d.id = v.document_id
       WHERE s.sent_at IS NOT NULL`,
    )
    .all()
}
