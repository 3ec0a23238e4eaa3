import { z } from 'zod'
import {
  DocumentFormat,
  DocumentKind,
  DocumentReading,
  type DocumentRow,
  type DocumentUse,
  type DocumentVersion,
  ReadingState,
} from '../contract/documents.ts'
import { DocumentId, DocumentVersionId, JobId } from '../contract/ids.ts'
import { ResumeLanguage } from '../contract/resumes.ts'
import { JobStatus } from '../contract/values.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { HIT_BEGINS, HIT_ENDS, piecesOf } from './rules/search.ts'

/** The SQL of what pages see of documents. */

/** Which documents a list shows. */
export interface Shown {
  kind: DocumentKind | null
  place: 'library' | 'job' | null
  jobId: number | null
  /** Only these; null: all. */
  documentIds: readonly number[] | null
  /** What FTS5 is asked for; null: no search. */
  match: string | null
}

/** Each list is a range of one index, or what the search found. */
function fromOf({ kind, place, jobId, documentIds, match }: Shown): { sql: string; values: SqlValue[] } {
  const tests = ['d.deleted_at IS NULL']
  const values: SqlValue[] = []
  const add = (test: string, ...more: SqlValue[]) => {
    tests.push(test)
    values.push(...more)
  }
  let from = `documents d INDEXED BY ${jobId !== null ? 'documents_of_job' : kind !== null ? 'documents_kind' : 'documents_changed'}`
  if (documentIds !== null) {
    from = 'documents d'
    add('d.id IN (SELECT value FROM json_each(?))', JSON.stringify(documentIds))
  }
  if (match !== null) {
    from = 'documents_search CROSS JOIN documents d ON d.id = documents_search.rowid'
    add('documents_search MATCH ?', match)
  }
  if (jobId !== null) add('d.job_id = ?', jobId)
  if (kind !== null) add('d.kind = ?', kind)
  if (place !== null) add(place === 'library' ? 'd.job_id IS NULL' : 'd.job_id IS NOT NULL')
  return { sql: `FROM ${from} WHERE ${tests.join(' AND ')}`, values }
}

/** Ids of a page of documents, the newest change first, after a place (changed at, id). */
export function pageOf(
  db: Db,
  shown: Shown,
  after: readonly [string, number] | null,
  limit: number,
): { id: number; changed_at: string }[] {
  const { sql, values } = fromOf(shown)
  const more = after === null ? '' : 'AND (d.changed_at, d.id) < (?, ?)'
  return db
    .sql<{ id: number; changed_at: string }>(
      `SELECT d.id, d.changed_at ${sql} ${more} ORDER BY d.changed_at DESC, d.id DESC LIMIT ?`,
    )
    .all(...values, ...(after ?? []), limit)
}

export function countShown(db: Db, shown: Shown): number {
  const { sql, values } = fromOf(shown)
  return db.sql<{ n: number }>(`SELECT count(*) AS n ${sql}`).first(...values)?.n ?? 0
}

interface VersionRow {
  id: number
  document_id: number
  version: number
  file_name: string
  format: string
  bytes: number
  created_at: string
  written: number
  sent_at: string | null
  state: string | null
  message: string | null
  pages: number | null
  words: number | null
  language: string | null
  looks_like: string | null
  confidence: number | null
  remarks: string | null
}

const VERSION = `v.id, v.document_id, v.version, v.file_name, v.format, v.bytes, v.created_at, v.written,
  (SELECT min(s.sent_at) FROM application_documents s WHERE s.document_version_id = v.id) AS sent_at,
  r.state, r.message, r.pages, r.words, r.language, r.looks_like, r.confidence, r.remarks`
const NEWEST =
  'v.version = (SELECT max(n.version) FROM document_versions n WHERE n.document_id = v.document_id)'

const Remarks = z.array(z.string())

function toVersion(row: VersionRow): DocumentVersion {
  return {
    versionId: DocumentVersionId.parse(row.id),
    version: row.version,
    fileName: row.file_name,
    format: DocumentFormat.parse(row.format),
    bytes: row.bytes,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    reading: {
      state: ReadingState.parse(row.state ?? 'waiting'),
      message: row.message,
      pages: row.pages,
      words: row.words,
      language: row.language === null ? null : ResumeLanguage.parse(row.language),
      looksLike: DocumentReading.shape.looksLike.parse(row.looks_like),
      confidence: row.confidence,
      remarks: Remarks.parse(JSON.parse(row.remarks ?? '[]')),
    },
  }
}

interface HeadRow {
  id: number
  kind: string
  title: string
  job_id: number | null
  job_title: string | null
  company: string | null
  created_at: string
  changed_at: string
  versions: number
  used: number
}

/** The rows of documents on the lists, in the order of their ids; `match` finds the places in their texts. */
export function rowsOf(db: Db, documentIds: readonly number[], match: string | null): DocumentRow[] {
  const ids = JSON.stringify(documentIds)
  const heads = db
    .sql<HeadRow>(
      `SELECT d.id, d.kind, d.title, d.job_id, j.title AS job_title, j.company, d.created_at, d.changed_at,
         (SELECT count(*) FROM document_versions v WHERE v.document_id = d.id) AS versions,
         (SELECT count(DISTINCT s.job_id) FROM document_versions v
            CROSS JOIN application_documents s ON s.document_version_id = v.id WHERE v.document_id = d.id) AS used
       FROM json_each(?) chosen CROSS JOIN documents d ON d.id = chosen.value LEFT JOIN jobs j ON j.id = d.job_id
       WHERE d.deleted_at IS NULL`,
    )
    .all(ids)
  const versions = new Map(
    db
      .sql<VersionRow>(
        `SELECT ${VERSION} FROM json_each(?) chosen CROSS JOIN document_versions v ON v.document_id = chosen.value AND ${NEWEST}
           LEFT JOIN document_readings r ON r.version_id = v.id`,
      )
      .all(ids)
      .map(row => [row.document_id, row]),
  )
  const snippets = match === null ? new Map<number, string>() : snippetsOf(db, ids, match)
  const rows = new Map<number, DocumentRow>()
  for (const head of heads) {
    const version = versions.get(head.id)
    if (!version) continue
    rows.set(head.id, {
      documentId: DocumentId.parse(head.id),
      kind: DocumentKind.parse(head.kind),
      title: head.title,
      job:
        head.job_id === null
          ? null
          : { jobId: JobId.parse(head.job_id), title: head.job_title ?? '', company: head.company ?? '' },
      createdAt: head.created_at,
      changedAt: head.changed_at,
      versions: head.versions,
      current: toVersion(version),
      used: head.used,
      written: version.written === 1,
      snippet: piecesOf(snippets.get(head.id) ?? ''),
    })
  }
  return documentIds.flatMap(id => rows.get(id) ?? [])
}

/** Words around what was found. */
const SNIPPET_WORDS = 24

function snippetsOf(db: Db, ids: string, match: string): Map<number, string> {
  const rows = db
    .sql<{ id: number; snippet: string }>(
      `SELECT rowid AS id, snippet(documents_search, 1, '${HIT_BEGINS}', '${HIT_ENDS}', '…', ${SNIPPET_WORDS}) AS snippet
       FROM documents_search WHERE documents_search MATCH ? AND rowid IN (SELECT value FROM json_each(?))`,
    )
    .all(match, ids)
  return new Map(rows.map(row => [row.id, row.snippet]))
}

const MOST_SHOWN = 200

/** The versions of a document, the newest first; at most 200. */
export function historyOf(db: Db, documentId: number): DocumentVersion[] {
  return db
    .sql<VersionRow>(
      `SELECT ${VERSION} FROM document_versions v LEFT JOIN document_readings r ON r.version_id = v.id
       WHERE v.document_id = ? ORDER BY v.version DESC LIMIT ?`,
    )
    .all(documentId, MOST_SHOWN)
    .map(toVersion)
}

interface UseRow {
  job_id: number
  title: string
  company: string
  status: string
  version_id: number
  version: number
  sent_at: string | null
}

/** The applications that a document is attached to, those that wait to go out first, then the newest sent; at most 200. */
export function usesOf(db: Db, documentId: number): DocumentUse[] {
  return db
    .sql<UseRow>(
      `SELECT j.id AS job_id, j.title, j.company, j.status, v.id AS version_id, v.version, s.sent_at
       FROM document_versions v CROSS JOIN application_documents s ON s.document_version_id = v.id
         CROSS JOIN jobs j ON j.id = s.job_id
       WHERE v.document_id = ? ORDER BY s.sent_at IS NULL DESC, s.sent_at DESC, j.id DESC LIMIT ?`,
    )
    .all(documentId, MOST_SHOWN)
    .map(row => ({
      jobId: JobId.parse(row.job_id),
      title: row.title,
      company: row.company,
      status: JobStatus.parse(row.status),
      versionId: DocumentVersionId.parse(row.version_id),
      version: row.version,
      sentAt: row.sent_at,
    }))
}
