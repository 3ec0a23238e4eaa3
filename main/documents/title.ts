import type { Tx } from '../platform/events/outbox.ts'
import { findDocument, indexDocument, setFacts } from './store.ts'
import { tellChanged } from './write.ts'

/** Gives a document another name inside the caller's transaction and tells of it; its way back is the caller's. */
export function renameDocument(tx: Tx, documentId: number, title: string): void {
  const document = findDocument(tx.db, documentId)
  if (!document) return
  const { kind, kind_guessed, job_id } = document
  setFacts(tx.db, documentId, { title, kind, kind_guessed, job_id }, tx.now)
  indexDocument(tx.db, documentId)
  tellChanged(tx, [documentId], [job_id])
}
