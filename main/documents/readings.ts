import { z } from 'zod'
import { DocumentFormat, DocumentKind, ReadingState } from '../contract/documents.ts'
import { DocumentId, DocumentVersionId, JobId } from '../contract/ids.ts'
import { ParsedResume, ResumeLanguage } from '../contract/resumes.ts'
import type { Db } from '../platform/db/connection.ts'

/** What was read of versions, for the areas that work with it. */

export const TextPages = z.array(z.object({ page: z.number().int(), text: z.string() }))
export type TextPages = z.infer<typeof TextPages>

/** What was read of one version of a document. */
export interface Reading {
  documentId: DocumentId
  versionId: DocumentVersionId
  /** From 1; `current` is true for the newest of its document. */
  version: number
  current: boolean
  kind: DocumentKind
  title: string
  fileName: string
  format: DocumentFormat
  /** SHA-256 of the file in hex: the same bytes read the same. */
  hash: string
  /** The one job it is for; null: in the library. */
  jobId: JobId | null
  /** The document was taken off the lists. */
  removed: boolean
  state: ReadingState
  message: string | null
  looksLike: ParsedResume['kind'] | null
  language: ResumeLanguage | null
  remarks: string[]
  /** Page by page; empty while unread and where there are no words. */
  text: TextPages
  /** What was understood; null while unread and where nothing was. */
  resume: ParsedResume | null
  /** When it was read last; null: not yet. */
  readAt: string | null
}

interface ReadingRow {
  document_id: number
  version_id: number
  version: number
  newest: number
  kind: string
  title: string
  file_name: string
  format: string
  file_hash: string
  job_id: number | null
  deleted_at: string | null
  state: string | null
  message: string | null
  looks_like: ParsedResume['kind'] | null
  language: string | null
  remarks: string | null
  text: string | null
  resume: string | null
  read_at: string | null
}

const COLUMNS = `d.id AS document_id, v.id AS version_id, v.version, d.kind, d.title, v.file_name, v.format, v.file_hash,
  d.job_id, d.deleted_at, r.state, r.message, r.looks_like, r.language, r.remarks, r.text, r.resume, r.read_at,
  (SELECT max(n.version) FROM document_versions n WHERE n.document_id = d.id) AS newest`

/** A stored JSON text by its schema; `otherwise` where it was written by another version of the schema, or there is none. */
function parsed<T>(schema: z.ZodType<T>, text: string | null, otherwise: T): T {
  if (text === null) return otherwise
  const answer = schema.safeParse(JSON.parse(text))
  return answer.success ? answer.data : otherwise
}

const Remarks = z.array(z.string())

function toReading(row: ReadingRow): Reading {
  return {
    documentId: DocumentId.parse(row.document_id),
    versionId: DocumentVersionId.parse(row.version_id),
    version: row.version,
    current: row.version === row.newest,
    kind: DocumentKind.parse(row.kind),
    title: row.title,
    fileName: row.file_name,
    format: DocumentFormat.parse(row.format),
    hash: row.file_hash,
    jobId: row.job_id === null ? null : JobId.parse(row.job_id),
    removed: row.deleted_at !== null,
    state: ReadingState.parse(row.state ?? 'waiting'),
    message: row.message,
    looksLike: row.looks_like,
    language: row.language === null ? null : ResumeLanguage.parse(row.language),
    remarks: parsed(Remarks, row.remarks, []),
    text: parsed(TextPages, row.text, []),
    resume: parsed(ParsedResume.nullable(), row.resume, null),
    readAt: row.read_at,
  }
}

/** What was read of a version, also of one that was sent with a document removed since; null: no such version. */
export function readingOf(db: Db, versionId: number): Reading | null {
  const row = db
    .sql<ReadingRow>(
      `SELECT ${COLUMNS} FROM document_versions v CROSS JOIN documents d ON d.id = v.document_id
         LEFT JOIN document_readings r ON r.version_id = v.id WHERE v.id = ?`,
    )
    .first(versionId)
  return row ? toReading(row) : null
}

const CURRENT = `SELECT ${COLUMNS} FROM documents d
    CROSS JOIN document_versions v ON v.document_id = d.id
      AND v.version = (SELECT max(n.version) FROM document_versions n WHERE n.document_id = d.id)
    CROSS JOIN document_readings r ON r.version_id = v.id`
/** More résumés than anybody keeps; the ones changed last count. */
const MOST_RESUMES = 200

/**
 * The newest versions of the library's résumés, and of those for one job when it is given, that are read and
 * understood: the one changed last first, at most `most` of each.
 */
export function currentResumes(db: Db, jobId: number | null, most = MOST_RESUMES): Reading[] {
  const understood = "d.deleted_at IS NULL AND d.kind = 'resume' AND r.resume IS NOT NULL"
  const rows = db
    .sql<ReadingRow>(
      `${CURRENT} WHERE d.job_id IS NULL AND ${understood} ORDER BY d.changed_at DESC, d.id DESC LIMIT ?`,
    )
    .all(most)
  const own =
    jobId === null
      ? []
      : db
          .sql<ReadingRow>(
            `${CURRENT} WHERE d.job_id = ? AND ${understood} ORDER BY d.changed_at DESC, d.id DESC LIMIT ?`,
          )
          .all(jobId, most)
  return [...own, ...rows].map(toReading)
}
