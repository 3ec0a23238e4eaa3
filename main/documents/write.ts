import { type DocumentFormat, type DocumentKind, LARGEST_DOCUMENT } from '../contract/documents.ts'
import { refuse } from '../contract/errors.ts'
import { DocumentId, DocumentVersionId, JobId } from '../contract/ids.ts'
import type { ParsedResume } from '../contract/resumes.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { assertRoom, hashOf, keepFile } from './files.ts'
import { askToRead, copyReading, forgetReading, looksLikeOf, storeWritten } from './reading-store.ts'
import { READER_VERSION } from './rules/reader.ts'
import {
  findDocument,
  findVersion,
  indexDocument,
  insertDocument,
  insertVersion,
  intendFile,
  isNamed,
  jobsWith,
  leaveFile,
  replaceContent,
  setFacts,
  touch,
  type VersionContent,
} from './store.ts'

/** How documents and versions come to be, for every area that makes some. The file comes first, then its row. */

/** What becomes a version. */
export interface NewContent {
  bytes: Uint8Array
  fileName: string
  format: DocumentFormat
  /** Made here as Markdown. */
  written: boolean
}

const MIB = 1024 * 1024

/** Refuses what is larger than a document may be, as `file_too_large`. */
export function assertSize(bytes: number): void {
  if (bytes <= LARGEST_DOCUMENT) return
  const size = (bytes / MIB).toLocaleString('en', { maximumFractionDigits: bytes < 100 * MIB ? 1 : 0 })
  refuse(
    'file_too_large',
    `This file has ${size} MB; documents of up to ${LARGEST_DOCUMENT / MIB} MB are kept. Save it smaller, for instance without pictures.`,
  )
}

/**
 * Keeps the bytes on the disk, before the transaction that names them. When none does, because it failed or a kill came
 * between, the file goes again. Refused as `file_too_large` or `disk_full`.
 */
export function keepContent(
  { unit, dataDir }: Pick<CommandContext, 'unit' | 'dataDir'>,
  content: NewContent,
): VersionContent {
  const { bytes, fileName, format, written } = content
  assertSize(bytes.length)
  // Noting what is to be written would take what is kept for deleting.
  assertRoom(dataDir, bytes.length)
  const hash = hashOf(bytes)
  unit(tx => intendFile(tx.db, hash, tx.now))
  keepFile(dataDir, hash, bytes)
  return { hash, fileName, format, bytes: bytes.length, written }
}

/** Tells that documents changed, with the applications that they are attached to. */
export function tellChanged(
  tx: Tx,
  documentIds: readonly number[],
  alsoJobs: readonly (number | null)[] = [],
): void {
  const jobIds = new Set([...jobsWith(tx.db, documentIds), ...alsoJobs.filter(id => id !== null)])
  tx.emit('document.changed', {
    documentIds: documentIds.map(id => DocumentId.parse(id)),
    jobIds: [...jobIds].map(id => JobId.parse(id)),
  })
}

/** Says what a document is by what it reads like, unless the person said so; true when that is something else now. */
export function guessKind(tx: Tx, documentId: number, looksLike: ParsedResume['kind'] | null): boolean {
  const document = findDocument(tx.db, documentId)
  const kind = looksLike === 'cover_letter' ? 'cover_letter' : 'resume'
  if (!document || document.kind_guessed === 0 || document.kind === kind) return false
  setFacts(tx.db, documentId, { ...document, kind }, document.changed_at)
  return true
}

/** Letters that were written here say what they say; everything else is read by the parser process, once for its bytes. */
function readVersion(
  tx: Tx,
  documentId: number,
  versionId: number,
  content: VersionContent,
  text?: string,
): void {
  const { db, now } = tx
  if (content.written && text !== undefined && findDocument(db, documentId)?.kind === 'cover_letter')
    storeWritten(db, versionId, text, READER_VERSION, now)
  else if (copyReading(db, versionId, content.hash, READER_VERSION))
    guessKind(tx, documentId, looksLikeOf(db, versionId))
  else askToRead(db, versionId, now)
  indexDocument(db, documentId)
}

/** What a new document is, besides its content. */
export interface NewDocument {
  kind: DocumentKind
  /** Nobody said so: reading it may find otherwise. */
  kindGuessed?: boolean
  title: string
  jobId: number | null
}

/** Stores a document with its first version and tells of it. `text`: the words of what was written here. */
export function createDocument(
  tx: Tx,
  { kind, kindGuessed = false, title, jobId }: NewDocument,
  content: VersionContent,
  text?: string,
): { documentId: DocumentId; versionId: DocumentVersionId } {
  const facts = { kind, title, job_id: jobId, kind_guessed: kindGuessed ? 1 : 0 }
  const documentId = insertDocument(tx.db, facts, tx.now)
  const versionId = insertVersion(tx.db, documentId, content, tx.now)
  readVersion(tx, documentId, versionId, content, text)
  tellChanged(tx, [documentId], [jobId])
  return { documentId: DocumentId.parse(documentId), versionId: DocumentVersionId.parse(versionId) }
}

/** Stores content as the newest version of a document and tells of it; answers the version's id. */
export function createVersion(
  tx: Tx,
  documentId: number,
  content: VersionContent,
  text?: string,
): DocumentVersionId {
  const versionId = insertVersion(tx.db, documentId, content, tx.now)
  touch(tx.db, documentId, tx.now)
  readVersion(tx, documentId, versionId, content, text)
  tellChanged(tx, [documentId], [findDocument(tx.db, documentId)?.job_id ?? null])
  return DocumentVersionId.parse(versionId)
}

/**
 * Puts other content into a version that was never sent, and tells of it. Nothing brings its former content back, so that
 * the next upkeep removes that file unless another version or a backup has it.
 */
export function changeVersion(
  tx: Tx,
  documentId: number,
  versionId: number,
  content: VersionContent,
  text?: string,
): void {
  const former = findVersion(tx.db, versionId)?.file_hash
  replaceContent(tx.db, versionId, content)
  if (former !== undefined && !isNamed(tx.db, former)) leaveFile(tx.db, former, '')
  forgetReading(tx.db, versionId)
  touch(tx.db, documentId, tx.now)
  readVersion(tx, documentId, versionId, content, text)
  tellChanged(tx, [documentId], [findDocument(tx.db, documentId)?.job_id ?? null])
}
