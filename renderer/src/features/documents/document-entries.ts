import {
  BookmarkCheck,
  Briefcase,
  Copy,
  Download,
  FilePen,
  FileUp,
  FolderInput,
  Pencil,
  PenLine,
  Trash2,
} from 'lucide-react'
import type { DocumentRow } from '../../../../main/contract/documents.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { canReview } from './document-words.ts'
import type { DocumentActs } from './use-document-acts.ts'

/** The keys of the acts on a document, on the list and on its page. */
export const DOCUMENT_KEYS = {
  rename: 'e',
  replace: 'u',
  review: 'r',
  download: 'd',
  job: 'm',
  copy: 'c',
  remove: 'delete',
} as const

/** What can be done to one document, for its menu. */
export function documentEntries(
  row: DocumentRow,
  acts: DocumentActs,
  ask: { rename: () => void; job: () => void; removed?: () => void },
): MenuEntry[] {
  const other = row.kind === 'resume' ? 'cover_letter' : 'resume'
  return [
    ...(row.written
      ? [{ label: 'Edit the text', icon: PenLine, onSelect: () => acts.edit(row) } satisfies MenuEntry]
      : []),
    ...(canReview(row)
      ? [
          {
            label: 'Review for the profile',
            icon: BookmarkCheck,
            shortcut: DOCUMENT_KEYS.review,
            onSelect: () => acts.review(row),
          } satisfies MenuEntry,
        ]
      : []),
    { label: 'Rename', icon: Pencil, shortcut: DOCUMENT_KEYS.rename, onSelect: ask.rename },
    {
      label: 'Replace by a new version',
      icon: FileUp,
      shortcut: DOCUMENT_KEYS.replace,
      onSelect: () => acts.replace(row),
    },
    {
      label: 'Download',
      icon: Download,
      shortcut: DOCUMENT_KEYS.download,
      onSelect: () => acts.download([row.current.versionId]),
    },
    { label: 'Copy', icon: Copy, shortcut: DOCUMENT_KEYS.copy, onSelect: () => acts.copy(row) },
    'separator',
    {
      label: row.job ? 'Use for another job' : 'Use for one job',
      icon: Briefcase,
      shortcut: DOCUMENT_KEYS.job,
      onSelect: ask.job,
    },
    ...(row.job
      ? [
          {
            label: 'Put into the library',
            icon: FolderInput,
            onSelect: () => acts.setJob(row, null),
          } satisfies MenuEntry,
        ]
      : []),
    {
      label: other === 'resume' ? 'It is a résumé' : 'It is a letter',
      icon: FilePen,
      onSelect: () => acts.setKind(row, other),
    },
    'separator',
    {
      label: 'Delete',
      icon: Trash2,
      danger: true,
      shortcut: DOCUMENT_KEYS.remove,
      onSelect: () => acts.remove([row], ask.removed),
    },
  ]
}
