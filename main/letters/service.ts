import { refuse } from '../contract/errors.ts'
import { DocumentId } from '../contract/ids.ts'
import { fileNameOf, findDocument, findVersion, readKept } from '../documents/service.ts'
import type { QueryContext } from '../platform/context.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { readProfile } from '../profile/service.ts'
import type { LetterFile, LetterTask } from './make.ts'
import { saveLetter } from './save.ts'

export type { LetterFile, LetterTask } from './make.ts'

/** Makes files of letters somewhere else: it takes half a second. */
export interface LetterTools {
  letter(task: LetterTask): Promise<LetterFile>
}

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
}

/** A version that was written here, with its text; its file is looked at before it is believed. */
function writtenText({ db, dataDir }: QueryContext, versionId: number) {
  const version = findVersion(db, versionId)
  const document = version && findDocument(db, version.document_id)
  if (!version || !document) return refuse('not_found', 'This version does not exist any more.')
  if (version.written === 0)
    refuse('unsupported', 'This document was not written here. It can be downloaded as it is.')
  const markdown = new TextDecoder().decode(readKept(dataDir, version.file_hash))
  return { version, document, markdown }
}

export const letterQueries = {
  'letters.read': (context, { versionId }) => {
    const { version, document, markdown } = writtenText(context, versionId)
    return {
      documentId: DocumentId.parse(document.id),
      title: document.title,
      markdown,
      version: version.version,
      hash: version.file_hash,
    }
  },
} satisfies Partial<Queries>

export const letterCommands = (tools: LetterTools) =>
  ({
    'letters.save': saveLetter,
    'letters.export': async (context, { versionId, format }) => {
      const { document, markdown } = writtenText(context, versionId)
      const file = { fileName: fileNameOf(document.title, `.${format}`), mediaType: MEDIA_TYPES[format] }
      if (format === 'md') return { ...file, data: Buffer.from(markdown).toString('base64'), missing: [] }
      const author = readProfile(context.db).name
      const facts = { title: document.title, author, now: context.clock.now() }
      const made = await tools.letter({ kind: 'letter', format, markdown, facts }).catch((error: unknown) => {
        context.log.error('A letter could not be made into a file', {
          versionId,
          format,
          reason: error instanceof Error ? error.message : String(error),
        })
        return refuse(
          'unsupported',
          'This text could not be made into such a file. It is kept, and can be saved as Markdown.',
        )
      })
      return { ...file, data: Buffer.from(made.bytes).toString('base64'), missing: made.missing }
    },
  }) satisfies Partial<Commands>
