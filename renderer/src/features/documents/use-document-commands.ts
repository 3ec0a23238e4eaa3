import { BookmarkCheck, Briefcase, Copy, Download, FileUp, Pencil, Trash2 } from 'lucide-react'
import type { DocumentRow } from '../../../../main/contract/documents.ts'
import { type Command, useCommands } from '../../app/commands.ts'
import { DOCUMENT_KEYS } from './document-entries.ts'
import { canReview } from './document-words.ts'
import type { DocumentActs } from './use-document-acts.ts'

/** The acts on one document by key and from the palette; null: there is none. */
export function useDocumentCommands(
  row: DocumentRow | null,
  acts: DocumentActs,
  ask: { rename: () => void; job: () => void; remove: () => void },
): void {
  const group = 'Document'
  const commands: Command[] = []
  if (row)
    commands.push(
      {
        id: 'document.rename',
        title: 'Rename',
        group,
        icon: Pencil,
        shortcut: DOCUMENT_KEYS.rename,
        run: ask.rename,
      },
      {
        id: 'document.replace',
        title: 'Replace by a new version',
        group,
        icon: FileUp,
        shortcut: DOCUMENT_KEYS.replace,
        keywords: 'update upload newer file',
        run: () => acts.replace(row),
      },
      {
        id: 'document.download',
        title: 'Download',
        group,
        icon: Download,
        shortcut: DOCUMENT_KEYS.download,
        keywords: 'save file',
        run: () => acts.download([row.current.versionId]),
      },
      {
        id: 'document.copy',
        title: 'Copy the document',
        group,
        icon: Copy,
        shortcut: DOCUMENT_KEYS.copy,
        run: () => acts.copy(row),
      },
      {
        id: 'document.job',
        title: 'Use for one job',
        group,
        icon: Briefcase,
        shortcut: DOCUMENT_KEYS.job,
        run: ask.job,
      },
      {
        id: 'document.remove',
        title: 'Delete the document',
        group,
        icon: Trash2,
        shortcut: DOCUMENT_KEYS.remove,
        keywords: 'remove',
        run: ask.remove,
      },
    )
  if (row && canReview(row))
    commands.push({
      id: 'document.review',
      title: 'Review for the profile',
      group,
      icon: BookmarkCheck,
      shortcut: DOCUMENT_KEYS.review,
      keywords: 'résumé profile take',
      run: () => acts.review(row),
    })
  useCommands(commands)
}
