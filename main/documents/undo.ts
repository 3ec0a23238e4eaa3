import { UNDO_MS, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { attachUndoers } from './attach.ts'
import { askStopped, stopReadingOf } from './reading-store.ts'
import { READER_VERSION } from './rules/reader.ts'
import {
  type DocumentFacts,
  findDocument,
  findVersion,
  indexDocument,
  jobExists,
  newestVersion,
  removeVersion,
  type StoredDocument,
  type StoredVersion,
  setFacts,
  setRemoved,
  touch,
  wasSent,
} from './store.ts'
import { tellChanged } from './write.ts'

/** How what was done with documents is taken back. */

/** A document, or a version of one, that was added. */
export interface Added {
  documentId: number
  versionId: number
  /** What stood in it then; changes that were noted by earlier versions of Rolecall do not say. */
  hash?: string
}
/** Facts that the person changed. */
export interface Changed {
  documentId: number
  before: DocumentFacts
  after: DocumentFacts
}
/** Documents that were removed together. */
export interface Removed {
  documentIds: number[]
  at: string
}

export const factsOf = ({ title, kind, kind_guessed, job_id }: StoredDocument): DocumentFacts => ({
  title,
  kind,
  kind_guessed,
  job_id,
})
/** Whether a version says something else by now: edits of its first minutes stay that version. */
const isWrittenOn = (version: StoredVersion, hash: string | undefined): boolean =>
  hash !== undefined && version.file_hash !== hash

/** Takes documents off the lists and tells of it. */
export function removeAll(tx: Tx, documentIds: readonly number[]): void {
  for (const documentId of documentIds) {
    setRemoved(tx.db, documentId, tx.now)
    stopReadingOf(tx.db, documentId, READER_VERSION)
    indexDocument(tx.db, documentId)
  }
  tellChanged(
    tx,
    documentIds,
    documentIds.map(id => findDocument(tx.db, id)?.job_id ?? null),
  )
}

/** The ways back of what was done with documents. */
export const documentUndoers = {
  'documents.add': (tx: Tx, { documentId, versionId, hash }: Added) => {
    const document = findDocument(tx.db, documentId)
    if (document?.deleted_at !== null) return
    const last = newestVersion(tx.db, documentId)
    if (last?.id !== versionId || isWrittenOn(last, hash))
      refuse('conflict', 'It was changed since, so it stays. Remove the document instead if it is to go.')
    removeAll(tx, [documentId])
  },
  'documents.version': (tx: Tx, { documentId, versionId, hash }: Added) => {
    const version = findVersion(tx.db, versionId)
    if (!version) return
    if (isWrittenOn(version, hash))
      refuse('conflict', 'It was written on since, so it stays. Restore an older version instead.')
    if (wasSent(tx.db, versionId)) refuse('conflict', 'This version was sent since, so it stays.')
    const jobs = findDocument(tx.db, documentId)?.job_id ?? null
    removeVersion(tx.db, version)
    touch(tx.db, documentId, tx.now)
    indexDocument(tx.db, documentId)
    tellChanged(tx, [documentId], [jobs])
  },
  'documents.change': (tx: Tx, { documentId, before, after }: Changed) => {
    const document = findDocument(tx.db, documentId)
    if (!document) return
    const now = factsOf(document)
    // Each fact that was changed again since stays.
    const jobId = now.job_id === after.job_id ? before.job_id : now.job_id
    const facts: DocumentFacts = {
      title: now.title === after.title ? before.title : now.title,
      ...(now.kind === after.kind
        ? { kind: before.kind, kind_guessed: before.kind_guessed }
        : { kind: now.kind, kind_guessed: now.kind_guessed }),
      job_id: jobId !== null && jobExists(tx.db, jobId) ? jobId : null,
    }
    setFacts(tx.db, documentId, facts, tx.now)
    indexDocument(tx.db, documentId)
    tellChanged(tx, [documentId], [now.job_id, facts.job_id])
  },
  'documents.remove': (tx: Tx, { documentIds, at }: Removed) => {
    if (Date.parse(tx.now) - Date.parse(at) > UNDO_MS)
      refuse('conflict', 'This was removed more than a day ago, and is gone for good.')
    const back = documentIds.filter(id => findDocument(tx.db, id)?.deleted_at === at)
    for (const id of back) {
      setRemoved(tx.db, id, null)
      askStopped(tx.db, id, tx.now)
      indexDocument(tx.db, id)
    }
    tellChanged(
      tx,
      back,
      back.map(id => findDocument(tx.db, id)?.job_id ?? null),
    )
  },
  ...attachUndoers,
} satisfies Record<string, Undoer>
