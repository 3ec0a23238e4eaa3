import { recordChange } from '../changes/service.ts'
import type { Contract } from '../contract/api.ts'
import type { ParsedInputOf, ProcedureAt } from '../contract/define.ts'
import { LARGEST_DOCUMENT_TEXT } from '../contract/documents.ts'
import { refuse } from '../contract/errors.ts'
import { DocumentId, DocumentVersionId } from '../contract/ids.ts'
import {
  changeVersion,
  createDocument,
  createVersion,
  fileNameOf,
  findDocument,
  jobExists,
  keepContent,
  newestVersion,
  renameDocument,
  wasSent,
} from '../documents/service.ts'
import type { CommandContext } from '../platform/context.ts'

/** Saving what is written: as a new letter, into the version of the last ten minutes, or as the next version. */

/** Edits of so many milliseconds after a version began stay that version. */
const ONE_VERSION_MS = 10 * 60 * 1000

type Input = ParsedInputOf<ProcedureAt<Contract, 'letters.save'>>

const newer = (versionId: number, version: number): never =>
  refuse('conflict', 'This letter was changed elsewhere in the meantime. Nothing was overwritten.', {
    details: { versionId, version },
  })

/** Saves a text; the refusals are those of the contract. */
export function saveLetter({ unit, dataDir, clock }: CommandContext, input: Input) {
  const { documentId, base, basedOn, kind, title, markdown, jobId, keep } = input
  // As it was typed, but for line ends and halves of characters, which no file can hold.
  const text = markdown.toWellFormed().replace(/\r\n?/g, '\n')
  if (text.length > LARGEST_DOCUMENT_TEXT) refuse('bad_input', 'This text is too long. Nothing was changed.')
  const content = keepContent(
    { unit, dataDir },
    {
      bytes: new TextEncoder().encode(text),
      fileName: fileNameOf(title, '.md'),
      format: 'md',
      written: true,
    },
  )
  const { hash } = content
  return unit(tx => {
    if (documentId === null) {
      if (jobId !== null && !jobExists(tx.db, jobId)) refuse('not_found', 'This job does not exist any more.')
      const added = createDocument(tx, { kind, title, jobId }, content, text)
      const undo = recordChange(tx, `Wrote “${title}”`, 'documents.add', { ...added, hash })
      return { ...added, version: 1, hash, undo }
    }
    const document = findDocument(tx.db, documentId)
    const last = newestVersion(tx.db, documentId)
    if (!document || document.deleted_at !== null || !last)
      return refuse('not_found', 'This letter was deleted. Bring it back, or keep the text as a new one.')
    if (last.written === 0)
      refuse('unsupported', 'This document was not written here, so it cannot be changed here.')
    if (last.id !== base || (basedOn !== null && last.file_hash !== basedOn)) newer(last.id, last.version)
    if (document.title !== title) renameDocument(tx, documentId, title)
    const at = (versionId: number, version: number) => ({
      documentId: DocumentId.parse(documentId),
      versionId: DocumentVersionId.parse(versionId),
      version,
      hash,
    })
    if (last.file_hash === hash) return { ...at(last.id, last.version), undo: null }
    const young = clock.millis() - Date.parse(last.created_at) < ONE_VERSION_MS
    if (young && !keep && !wasSent(tx.db, last.id)) {
      changeVersion(tx, documentId, last.id, content, text)
      // The field that it was typed in takes typing back, version by version the history does.
      return { ...at(last.id, last.version), undo: null }
    }
    const versionId = createVersion(tx, documentId, content, text)
    const undo = recordChange(tx, `New version of “${title}”`, 'documents.version', {
      documentId,
      versionId,
      hash,
    })
    return { ...at(versionId, last.version + 1), undo }
  })
}
