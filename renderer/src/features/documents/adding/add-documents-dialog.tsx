import { ClipboardType, FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { AddDocumentsRequest } from './add-opener.ts'
import { adding, expectDocuments } from './adding.ts'
import { oneVersion } from './adding-queue.ts'
import { PASTE_FORM, PasteForm } from './paste-form.tsx'
import { sortFiles } from './sort-files.ts'

const ACCEPTED =
  '.pdf,.docx,.doc,.rtf,.txt,.md,.markdown,.json,application/pdf,application/msword,application/rtf,text/plain,text/markdown,application/json'

/** Adds documents: files that are chosen or dropped, or a text that is pasted. */
export function AddDocumentsDialog({
  request: { goal, about },
  onClose,
}: {
  request: AddDocumentsRequest
  onClose: () => void
}) {
  const [pasting, setPasting] = useState(false)
  const [saving, setSaving] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(expectDocuments, [])
  const isVersion = goal.documentId !== null
  const give = async (files: readonly File[]) => {
    const sorted = await sortFiles(files)
    // What is chosen here is meant as a document; whether it is one, its reader tells.
    const meant = sorted.flatMap(one => (one.way === 'refused' ? [] : [one.file]))
    const { taken, left } = oneVersion(goal, meant)
    adding.give(taken, goal, [...left, ...sorted.flatMap(one => (one.way === 'refused' ? [one] : []))])
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={isVersion ? 'Replace by a new version' : 'Add documents'}
      description={
        isVersion
          ? `${about}. The version before stays and can be restored.`
          : about
            ? `For ${about}`
            : undefined
      }
      footer={
        pasting ? (
          <>
            <Button onClick={() => setPasting(false)}>Back</Button>
            <Button look="primary" type="submit" form={PASTE_FORM} busy={saving}>
              Keep the text
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Cancel</Button>
        )
      }
    >
      {pasting ? (
        <PasteForm goal={goal} about={isVersion ? about : ''} onBusy={setSaving} onSaved={onClose} />
      ) : (
        <div className="flex flex-col items-center gap-3 rounded border border-dashed border-control px-4 py-8 text-center">
          <FileUp aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
          <p>{isVersion ? 'Drop the new file here, or' : 'Drop files here, or'}</p>
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="primary" onClick={() => input.current?.click()}>
              {isVersion ? 'Choose a file' : 'Choose files'}
            </Button>
            <Button icon={ClipboardType} onClick={() => setPasting(true)}>
              Paste a text
            </Button>
          </div>
          <input
            ref={input}
            type="file"
            aria-label="Documents to add"
            accept={ACCEPTED}
            multiple={!isVersion}
            tabIndex={-1}
            className="sr-only"
            onChange={event => {
              const files = [...(event.target.files ?? [])]
              if (files.length > 0) void give(files)
            }}
          />
          <p className="max-w-sm text-sm text-ink-2">
            PDF, Word, RTF, Markdown, text or JSON Resume, up to 20 MB each. They are read on this computer;
            nothing leaves it, and your profile changes only when you say so.
          </p>
        </div>
      )}
    </Dialog>
  )
}
