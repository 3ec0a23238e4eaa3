import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { type DocumentId, type DocumentVersionId, JobId } from '../contract/ids.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import {
  attachedTo,
  clearSent,
  insertAttached,
  removeAttached,
  sentAtOf,
  setSent,
  unsentOf,
  type VersionFacts,
  versionFacts,
  waitingOf,
} from './attach-store.ts'

/** What goes with applications. The version that was sent is frozen: it is neither taken away nor changed. */

/** As it has to be taken back; what gave way to the attached version comes back. */
interface Attached {
  jobId: number
  versionId: number
  gaveWay: number[]
}
interface Detached {
  jobId: number
  versionId: number
}
interface Sent extends Detached {
  at: string
}

const jobExists = (tx: Tx, jobId: number): boolean =>
  tx.db.sql('SELECT 1 FROM jobs WHERE id = ?').first(jobId) !== undefined

function versionOr404(tx: Tx, versionId: DocumentVersionId): VersionFacts {
  return versionFacts(tx.db, versionId) ?? refuse('not_found', 'This document does not exist any more.')
}

function tell(tx: Tx, jobId: number, documentId: DocumentId): void {
  tx.emit('document.changed', { documentIds: [documentId], jobIds: [JobId.parse(jobId)] })
}

function tellVersion(tx: Tx, jobId: number, versionId: number): void {
  const version = versionFacts(tx.db, versionId)
  if (version) tell(tx, jobId, version.documentId)
}

/** Everything attached to an application that is moved to `applied` went out with it; answers what was marked. */
export function markAttachedSent(tx: Tx, jobId: JobId): number[] {
  const waiting = waitingOf(tx.db, jobId)
  for (const { versionId } of waiting) setSent(tx.db, jobId, versionId, tx.now)
  if (waiting.length > 0)
    tx.emit('document.changed', {
      documentIds: waiting.map(({ documentId }) => documentId),
      jobIds: [jobId],
    })
  return waiting.map(({ versionId }) => versionId)
}

/** Takes `markAttachedSent` back, which said so at `at`; what the person said otherwise since stays. */
export function takeBackSent(tx: Tx, jobId: number, versionIds: readonly number[], at: string): void {
  for (const versionId of versionIds)
    if (clearSent(tx.db, jobId, versionId, at)) tellVersion(tx, jobId, versionId)
}

export const attachQueries = {
  'documents.attached': ({ db }, { jobId }) => attachedTo(db, jobId),
} satisfies Partial<Queries>

export const attachCommands = {
  'documents.attach': (context, { jobId, versionId }) =>
    context.unit(tx => {
      if (!jobExists(tx, jobId)) refuse('not_found', 'This job does not exist any more.')
      const { documentId, title, deleted } = versionOr404(tx, versionId)
      if (deleted) refuse('not_found', `“${title}” was deleted. Bring it back first.`)
      if (sentAtOf(tx.db, jobId, versionId) !== undefined) return { undo: null }
      const gaveWay = unsentOf(tx.db, jobId, documentId)
      for (const former of gaveWay) removeAttached(tx.db, jobId, former)
      insertAttached(tx.db, jobId, versionId)
      tell(tx, jobId, documentId)
      const done: Attached = { jobId, versionId, gaveWay }
      return { undo: recordChange(tx, `Attached “${title}”`, 'documents.attach', done) }
    }),
  'documents.detach': (context, { jobId, versionId }) =>
    context.unit(tx => {
      const sentAt = sentAtOf(tx.db, jobId, versionId)
      if (sentAt === undefined) return { undo: null }
      const { documentId, title } = versionOr404(tx, versionId)
      if (sentAt !== null)
        refuse('conflict', `“${title}” was sent with this application, so it stays with it.`)
      removeAttached(tx.db, jobId, versionId)
      tell(tx, jobId, documentId)
      const done: Detached = { jobId, versionId }
      return { undo: recordChange(tx, `Took “${title}” off the application`, 'documents.detach', done) }
    }),
  'documents.markSent': (context, { jobId, versionId, at }) =>
    context.unit(tx => {
      const sentAt = sentAtOf(tx.db, jobId, versionId)
      if (sentAt === undefined) refuse('not_found', 'This document is not attached to this application.')
      const { documentId, title } = versionOr404(tx, versionId)
      if (sentAt !== null) return { undo: null }
      const when = at === null ? tx.now : new Date(at).toISOString()
      setSent(tx.db, jobId, versionId, when)
      tell(tx, jobId, documentId)
      const done: Sent = { jobId, versionId, at: when }
      return { undo: recordChange(tx, `Marked “${title}” as sent`, 'documents.markSent', done) }
    }),
} satisfies Partial<Commands>

export const attachUndoers = {
  'documents.attach': (tx: Tx, { jobId, versionId, gaveWay }: Attached) => {
    // One that went out in the meantime stays, and then nothing else takes its place.
    if (!removeAttached(tx.db, jobId, versionId)) return
    for (const former of gaveWay) insertAttached(tx.db, jobId, former)
    tellVersion(tx, jobId, versionId)
  },
  'documents.detach': (tx: Tx, { jobId, versionId }: Detached) => {
    const version = versionFacts(tx.db, versionId)
    // Another version of it was attached since, or the job is gone.
    if (!version || !jobExists(tx, jobId) || unsentOf(tx.db, jobId, version.documentId).length > 0) return
    insertAttached(tx.db, jobId, versionId)
    tell(tx, jobId, version.documentId)
  },
  'documents.markSent': (tx: Tx, { jobId, versionId, at }: Sent) => takeBackSent(tx, jobId, [versionId], at),
} satisfies Record<string, Undoer>
