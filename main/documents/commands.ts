import { recordChange } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { DocumentId, DocumentVersionId } from '../contract/ids.ts'
import { discardUpload } from '../imports/service.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { arrived, type Sniff } from './arrive.ts'
import { attachCommands } from './attach.ts'
import { type PictureTools, pictureCommands } from './picture.ts'
import type { ReadingQueue } from './reading-queue.ts'
import { askToRead, stopWaiting } from './reading-store.ts'
import { ENDINGS } from './rules/formats.ts'
import { fileNameOf, titleOfFile } from './rules/names.ts'
import { READER_VERSION } from './rules/reader.ts'
import {
  type DocumentFacts,
  findDocument,
  findVersion,
  indexDocument,
  jobExists,
  newestVersion,
  type StoredDocument,
  type StoredVersion,
  setFacts,
  type VersionContent,
  withFile,
} from './store.ts'
import { type Added, type Changed, factsOf, type Removed, removeAll } from './undo.ts'
import { createDocument, createVersion, keepContent, tellChanged } from './write.ts'

/** What the person does with documents. */

export interface DocumentTools extends PictureTools {
  sniff: Sniff
  reading: Pick<ReadingQueue, 'unlock' | 'wake'>
}

const NO_DOCUMENT = 'This document does not exist any more.'
const NO_VERSION = 'This version does not exist any more.'

/** The document as it stands on the lists. */
const listed = (tx: Tx, documentId: number): StoredDocument => {
  const document = findDocument(tx.db, documentId)
  return document && document.deleted_at === null ? document : refuse('not_found', NO_DOCUMENT)
}

const newest = (tx: Tx, documentId: number): StoredVersion =>
  newestVersion(tx.db, documentId) ?? refuse('not_found', NO_DOCUMENT)

function assertJob(tx: Tx, jobId: number | null): void {
  if (jobId !== null && !jobExists(tx.db, jobId)) refuse('not_found', 'This job does not exist any more.')
}

const contentOf = (version: StoredVersion): VersionContent => ({
  hash: version.file_hash,
  fileName: version.file_name,
  format: version.format,
  bytes: version.bytes,
  written: version.written === 1,
})

const sameFacts = (left: DocumentFacts, right: DocumentFacts): boolean =>
  left.title === right.title && left.kind === right.kind && left.job_id === right.job_id

function change(
  tx: Tx,
  documentId: number,
  label: (document: StoredDocument) => string,
  facts: Partial<DocumentFacts>,
) {
  const document = listed(tx, documentId)
  const before = factsOf(document)
  const after = { ...before, ...facts }
  if (sameFacts(before, after)) {
    // Saying what was guessed makes it sure; there is nothing to take back.
    if (before.kind_guessed !== after.kind_guessed) setFacts(tx.db, documentId, after, document.changed_at)
    return { undo: null }
  }
  setFacts(tx.db, documentId, after, tx.now)
  if (before.title !== after.title) indexDocument(tx.db, documentId)
  tellChanged(tx, [documentId], [before.job_id, after.job_id])
  const done: Changed = { documentId, before, after }
  return { undo: recordChange(tx, label(document), 'documents.change', done) }
}

/** The commands of documents; what was added is read by the queue, which `document.changed` wakes. */
export const documentCommands = ({ sniff, reading, ...tools }: DocumentTools) =>
  ({
    'documents.add': (context, { uploadId, kind, jobId, documentId, title }) => {
      const { dataDir } = context
      const { name, bytes, format } = arrived(dataDir, uploadId, sniff)
      const content = keepContent(context, { bytes, fileName: name, format, written: false })
      const answer = context.unit(tx => {
        assertJob(tx, jobId)
        const known =
          documentId === null ? withFile(tx.db, content.hash, jobId) : newest(tx, listed(tx, documentId).id)
        if (known?.file_hash === content.hash)
          return { ...idsOf(known.document_id, known.id), undo: null, already: true }
        if (documentId !== null) return { ...addVersion(tx, documentId, content), already: false }
        const facts = { kind: kind ?? ('resume' as const), kindGuessed: kind === null, jobId }
        const added = createDocument(tx, { ...facts, title: title ?? titleOfFile(name) }, content)
        const done: Added = { ...added, hash: content.hash }
        return { ...added, undo: recordChange(tx, `Added ${name}`, 'documents.add', done), already: false }
      })
      discardUpload(dataDir, uploadId)
      return answer
    },
    'documents.addText': (context, { text, title, kind, jobId, documentId }) => {
      const bytes = new TextEncoder().encode(text.normalize('NFC'))
      if (text.trim() === '')
        return refuse('file_empty', 'There are no words in this text.', { field: 'text' })
      const sniffed = sniff(bytes, `${title}.txt`)
      const json = 'format' in sniffed && sniffed.format === 'json_resume'
      // A letter goes on being written here; a pasted résumé keeps the lines that it came in.
      const written = !json && kind === 'cover_letter'
      const format = json ? 'json_resume' : written ? 'md' : 'txt'
      const content = keepContent(context, {
        bytes,
        fileName: fileNameOf(title, ENDINGS[format]),
        format,
        written,
      })
      return context.unit(tx => {
        assertJob(tx, jobId)
        if (documentId !== null) {
          listed(tx, documentId)
          const last = newest(tx, documentId)
          if (last.file_hash === content.hash) return { ...idsOf(documentId, last.id), undo: null }
          return addVersion(tx, documentId, content, text)
        }
        const added = createDocument(tx, { kind, title, jobId }, content, text)
        const done: Added = { ...added, hash: content.hash }
        return { ...added, undo: recordChange(tx, `Added “${title}”`, 'documents.add', done) }
      })
    },
    'documents.rename': (context, { documentId, title }) =>
      context.unit(tx => change(tx, documentId, before => `Renamed “${before.title}”`, { title })),
    'documents.setKind': (context, { documentId, kind }) =>
      context.unit(tx => {
        const words = kind === 'resume' ? 'a résumé' : 'a cover letter'
        const done = change(tx, documentId, ({ title }) => `Made “${title}” ${words}`, {
          kind,
          kind_guessed: 0,
        })
        // A letter that was written here was not read as a résumé.
        const { id, written } = newest(tx, documentId)
        if (done.undo !== null && kind === 'resume' && written === 1) {
          askToRead(tx.db, id, tx.now, true)
          tellChanged(tx, [documentId])
        }
        return done
      }),
    'documents.setJob': (context, { documentId, jobId }) =>
      context.unit(tx => {
        assertJob(tx, jobId)
        const label = ({ title }: StoredDocument) =>
          jobId === null ? `Moved “${title}” to the library` : `Kept “${title}” for one job`
        return change(tx, documentId, label, { job_id: jobId })
      }),
    'documents.copy': (context, { documentId, title, jobId }) =>
      context.unit(tx => {
        assertJob(tx, jobId)
        const { kind, kind_guessed } = listed(tx, documentId)
        const content = contentOf(newest(tx, documentId))
        const copy = createDocument(tx, { kind, kindGuessed: kind_guessed === 1, title, jobId }, content)
        const done: Added = { ...copy, hash: content.hash }
        return { ...copy, undo: recordChange(tx, `Copied “${title}”`, 'documents.add', done) }
      }),
    'documents.restore': (context, { versionId }) =>
      context.unit(tx => {
        const version = findVersion(tx.db, versionId) ?? refuse('not_found', NO_VERSION)
        const documentId = listed(tx, version.document_id).id
        if (newest(tx, documentId).id === version.id) return { ...idsOf(documentId, version.id), undo: null }
        return addVersion(tx, documentId, contentOf(version))
      }),
    'documents.remove': (context, { documentIds }) =>
      context.unit(tx => {
        const there = [...new Set(documentIds)].flatMap(id => findDocument(tx.db, id) ?? [])
        const gone = there.filter(({ deleted_at }) => deleted_at === null)
        const [first] = gone
        if (!first) return there.length > 0 ? { undo: null } : refuse('not_found', NO_DOCUMENT)
        const ids = gone.map(({ id }) => id)
        removeAll(tx, ids)
        const label = gone.length === 1 ? `Removed “${first.title}”` : `Removed ${gone.length} documents`
        const done: Removed = { documentIds: ids, at: tx.now }
        return { undo: recordChange(tx, label, 'documents.remove', done) }
      }),
    'documents.readAgain': (context, { versionId, password }) => {
      if (password !== null) reading.unlock(versionId, password)
      context.unit(tx => {
        const { document_id } = findVersion(tx.db, versionId) ?? refuse('not_found', NO_VERSION)
        askToRead(tx.db, versionId, tx.now, true)
        tellChanged(tx, [document_id])
      })
      return {}
    },
    'documents.expect': () => {
      void tools.parser.run({ kind: 'ready' })
      return {}
    },
    'documents.cancelReading': context => {
      const cancelled = context.unit(tx => {
        const stopped = stopWaiting(tx.db, READER_VERSION)
        if (stopped > 0) tellChanged(tx, [])
        return stopped
      })
      return { cancelled }
    },
    ...pictureCommands(tools),
    ...attachCommands,
  }) satisfies Partial<Commands>

const idsOf = (documentId: number, versionId: number) => ({
  documentId: DocumentId.parse(documentId),
  versionId: DocumentVersionId.parse(versionId),
})

function addVersion(tx: Tx, documentId: number, content: VersionContent, text?: string) {
  const { title } = listed(tx, documentId)
  const versionId = createVersion(tx, documentId, content, text)
  const done: Added = { documentId, versionId, hash: content.hash }
  const undo = recordChange(tx, `New version of “${title}”`, 'documents.version', done)
  return { ...idsOf(documentId, versionId), undo }
}
