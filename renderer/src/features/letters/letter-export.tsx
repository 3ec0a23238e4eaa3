import { ClipboardCopy, Download, FileCode, FileText, FileType } from 'lucide-react'
import { useState } from 'react'
import type { DocumentVersionId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast-store.ts'
import { fromBase64 } from '../documents/download.ts'
import { saveFile } from '../profile/download.ts'
import { plainText } from './plain-text.ts'

type LetterFormat = 'pdf' | 'docx' | 'md'

/** What a letter is saved as. */
export const LETTER_FORMATS = [
  { format: 'pdf', label: 'PDF', icon: FileText },
  { format: 'docx', label: 'Word document', icon: FileType },
  { format: 'md', label: 'Markdown', icon: FileCode },
] as const

/** Hands a version to the browser's downloads as a file of a format; says what the file could not show. */
export async function exportLetter(versionId: DocumentVersionId, format: LetterFormat): Promise<void> {
  const { fileName, mediaType, data, missing } = await client.letters.export({ versionId, format })
  saveFile(fileName, [fromBase64(data)], mediaType)
  if (missing.length === 0) {
    toast(`${fileName} was handed to your downloads`)
    return
  }
  toast(`${fileName} was handed to your downloads, with signs missing`, {
    description: `The PDF has no shape for ${missing.slice(0, 12).join(' ')}${missing.length > 12 ? ' and others' : ''}. A � stands in their place; the Word file has them.`,
  })
}

/** The letter as a file to send, or as text to paste. */
export function LetterExport({
  version,
  text,
  disabled,
}: {
  /** Saves what is not saved yet and answers the version; null: it could not be saved. */
  version: () => Promise<DocumentVersionId | null>
  text: string
  disabled: boolean
}) {
  const [busy, setBusy] = useState(false)
  const run = async (format: LetterFormat) => {
    setBusy(true)
    try {
      const versionId = await version()
      if (versionId !== null) await exportLetter(versionId, format)
    } catch (error) {
      failureToast(error)
    } finally {
      setBusy(false)
    }
  }
  const copy = () =>
    navigator.clipboard.writeText(plainText(text)).then(
      () => toast('The letter is in the clipboard, as plain text'),
      () =>
        toast('The clipboard cannot be reached', { tone: 'bad', description: 'Mark the text and copy it.' }),
    )
  return (
    <Menu
      align="end"
      trigger={
        <Button look="primary" icon={Download} busy={busy} disabled={disabled}>
          Export
        </Button>
      }
      entries={[
        ...LETTER_FORMATS.map(({ format, label, icon }) => ({
          label,
          icon,
          onSelect: () => void run(format),
        })),
        'separator',
        { label: 'Copy as text', icon: ClipboardCopy, onSelect: () => void copy() },
      ]}
    />
  )
}
