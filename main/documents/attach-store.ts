import { type AttachedDocument, DocumentFormat, DocumentKind } from '../contract/documents.ts'
import { DocumentId, DocumentVersionId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'

/** The SQL of what goes, or went, with applications. Writers expect an open transaction. */

/**
 * What is in sight: attached documents that exist, and everything that was sent, also of documents deleted since. What
 * was attached to a deleted document only waits: bringing the document back brings it back.
 */
const IN_SIGHT = '(s.sent_at IS NOT NULL OR d.deleted_at IS NULL)'

interface AttachedRow {
  document_id: number
  version_id: number
  kind: string
  title: string
  version: number
  file_name: string
  format: string
  sent_at: string | null
  newer: number | null
}

/** What goes, or went, with the application to a job: résumés first, then letters, each in the order of versions. */
export function attachedTo(db: Db, jobId: number): AttachedDocument[] {
  return db
    .sql<AttachedRow>(
      `SELECT d.id AS document_id, v.id AS version_id, d.kind, d.title, v.version, v.file_name, v.format, s.sent_at,
         (SELECT max(version) FROM document_versions WHERE document_id = d.id AND version > v.version
            AND d.deleted_at IS NULL) AS newer
       FROM application_documents s
         CROSS JOIN document_versions v ON v.id = s.document_version_id CROSS JOIN documents d ON d.id = v.document_id
       WHERE s.job_id = ? AND ${IN_SIGHT} ORDER BY d.kind DESC, d.id, v.version`,
    )
    .all(jobId)
    .map(row => ({
      documentId: DocumentId.parse(row.document_id),
      versionId: DocumentVersionId.parse(row.version_id),
      kind: DocumentKind.parse(row.kind),
      title: row.title,
      version: row.version,
      fileName: row.file_name,
      format: DocumentFormat.parse(row.format),
      sentAt: row.sent_at,
      newerVersion: row.newer,
    }))
}

/** The document that a version belongs to. */
export interface VersionFacts {
  documentId: DocumentId
  title: string
  deleted: boolean
}

export function versionFacts(db: Db, versionId: number): VersionFacts | undefined {
  const row = db
    .sql<{ id: number; title: string; deleted_at: string | null }>(
      `SELECT d.id, d.title, d.deleted_at FROM document_versions v JOIN documents d ON d.id = v.document_id
       WHERE v.id = ?`,
    )
    .first(versionId)
  return row && { documentId: DocumentId.parse(row.id), title: row.title, deleted: row.deleted_at !== null }
}

/** When a version was sent with an application: an instant, null for not yet, undefined when it is not attached. */
export function sentAtOf(db: Db, jobId: number, versionId: number): string | null | undefined {
  return db
    .sql<{ sent_at: string | null }>(
      'SELECT sent_at FROM application_documents WHERE job_id = ? AND document_version_id = ?',
    )
    .first(jobId, versionId)?.sent_at
}

/** Versions of a document that are attached to an application and were not sent. */
export function unsentOf(db: Db, jobId: number, documentId: number): number[] {
  return db
    .sql<{ id: number }>(
      `SELECT v.id FROM application_documents s CROSS JOIN document_versions v ON v.id = s.document_version_id
       WHERE s.job_id = ? AND s.sent_at IS NULL AND v.document_id = ? ORDER BY v.id`,
    )
    .all(jobId, documentId)
    .map(({ id }) => id)
}

/** Versions that are attached to an application, in sight and not sent, with their documents. */
export function waitingOf(db: Db, jobId: number): { versionId: number; documentId: DocumentId }[] {
  return db
    .sql<{ id: number; document_id: number }>(
      `SELECT v.id, v.document_id FROM application_documents s
         CROSS JOIN document_versions v ON v.id = s.document_version_id CROSS JOIN documents d ON d.id = v.document_id
       WHERE s.job_id = ? AND s.sent_at IS NULL AND ${IN_SIGHT} ORDER BY v.id`,
    )
    .all(jobId)
    .map(({ id, document_id }) => ({ versionId: id, documentId: DocumentId.parse(document_id) }))
}

export function insertAttached(db: Db, jobId: number, versionId: number): void {
  db.sql(
    `INSERT INTO application_documents (job_id, document_version_id) SELECT ?, id FROM document_versions WHERE id = ?
     ON CONFLICT DO NOTHING`,
  ).run(jobId, versionId)
}

/** Takes an attached version away unless it was sent; true when it stood there. */
export function removeAttached(db: Db, jobId: number, versionId: number): boolean {
  return (
    db
      .sql(
        'DELETE FROM application_documents WHERE job_id = ? AND document_version_id = ? AND sent_at IS NULL',
      )
      .run(jobId, versionId).changes > 0
  )
}

/** Says when a version that was not sent yet went out. */
export function setSent(db: Db, jobId: number, versionId: number, at: string): void {
  db.sql(
    `UPDATE application_documents SET sent_at = ?
     WHERE job_id = ? AND document_version_id = ? AND sent_at IS NULL`,
  ).run(at, jobId, versionId)
}

/** Takes back that a version went out at an instant; true when it said so. */
export function clearSent(db: Db, jobId: number, versionId: number, at: string): boolean {
  return (
    db
      .sql(
        'UPDATE application_documents SET sent_at = NULL WHERE job_id = ? AND document_version_id = ? AND sent_at = ?',
      )
      .run(jobId, versionId, at).changes > 0
  )
}
