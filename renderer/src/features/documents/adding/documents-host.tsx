import { FilePlus2, FileUp, PenLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useCommands } from '../../../app/commands.ts'
import { openImport, useImportRequest } from '../../imports/import-opener.ts'
import { closeAddDocuments, openAddDocuments, useAddDocumentsRequest } from './add-opener.ts'
import { adding, expectDocuments } from './adding.ts'
import { oneVersion } from './adding-queue.ts'
import { type Dragged, dragWords, type Taken } from './drag-words.ts'
import { sortFiles } from './sort-files.ts'
import { useFileDrop } from './use-file-drop.ts'

const AddDocumentsDialog = lazy(async () => ({
  default: (await import('./add-documents-dialog.tsx')).AddDocumentsDialog,
}))
const WhichWayDialog = lazy(async () => ({
  default: (await import('./which-way-dialog.tsx')).WhichWayDialog,
}))

/** What waits for the person's word, and the postings that go on after it. */
interface Asked {
  unclear: readonly File[]
  postings: readonly File[]
}

/**
 * The dialog that adds documents wherever it is asked for, its commands, and the drop and paste of files anywhere:
 * documents are kept, tables and pages of postings are imported. Stands once in the frame.
 */
export function DocumentsHost() {
  const navigate = useNavigate()
  const request = useAddDocumentsRequest()
  const importing = useImportRequest() !== null
  const onDocuments = /^\/documents(?:\/|$)/.test(useLocation().pathname)
  const [asked, setAsked] = useState<Asked | null>(null)
  // Where only one of them is meant, nobody is asked.
  const taken: Taken = importing ? 'posting' : request !== null || onDocuments ? 'document' : null

  const takeFiles = async (files: readonly File[]) => {
    const sorted = await sortFiles(files)
    const of = (way: 'document' | 'posting' | 'unclear') =>
      sorted.flatMap(one => (one.way === way ? [one.file] : []))
    const unclear = of('unclear')
    const documents = [...of('document'), ...(taken === 'document' ? unclear : [])]
    const postings = [...of('posting'), ...(taken === 'posting' ? unclear : [])]
    const refused = sorted.flatMap(one => (one.way === 'refused' ? [one] : []))
    if (documents.length + refused.length > 0) {
      const { taken: first, left } = oneVersion(request?.goal, documents)
      adding.give(first, request?.goal, [...left, ...refused])
      closeAddDocuments()
    }
    if (taken === null && unclear.length > 0) setAsked({ unclear, postings })
    else if (postings.length > 0) openImport({ files: postings })
  }
  const dragged = useFileDrop(files => void takeFiles(files), expectDocuments)

  const group = 'Documents'
  useCommands([
    {
      id: 'documents.add',
      title: 'Add a document',
      group,
      icon: FilePlus2,
      shortcut: 'shift+d',
      keywords: 'resume résumé cv letter upload pdf word file',
      run: () => openAddDocuments(),
    },
    {
      id: 'letters.new',
      title: 'Write a letter',
      group,
      icon: PenLine,
      keywords: 'cover letter application text new',
      run: () => void navigate('/letters/new'),
    },
  ])
  return (
    <>
      {dragged ? <DropLayer dragged={dragged} taken={taken} /> : null}
      <Suspense fallback={null}>
        {request ? (
          <AddDocumentsDialog key={request.turn} request={request} onClose={closeAddDocuments} />
        ) : null}
        {asked ? (
          <WhichWayDialog
            files={asked.unclear}
            onDocuments={() => {
              adding.give(asked.unclear)
              if (asked.postings.length > 0) openImport({ files: asked.postings })
              setAsked(null)
            }}
            onPostings={() => {
              openImport({ files: [...asked.postings, ...asked.unclear] })
              setAsked(null)
            }}
            onClose={() => {
              if (asked.postings.length > 0) openImport({ files: asked.postings })
              setAsked(null)
            }}
          />
        ) : null}
      </Suspense>
    </>
  )
}

/** Says over the whole page what a drop will do. */
function DropLayer({ dragged, taken }: { dragged: Dragged; taken: Taken }) {
  const { title, note } = dragWords(dragged, taken)
  return (
    <div className="pointer-events-none fixed inset-0 z-60 flex items-center justify-center bg-scrim p-6">
      <div className="flex items-center gap-3 rounded border-2 border-dashed border-accent bg-raised px-6 py-5 shadow-float">
        <FileUp aria-hidden className="size-6 shrink-0 text-accent" />
        <div>
          <p className="text-lg font-medium">{title}</p>
          <p className="text-sm text-ink-2">{note}</p>
        </div>
      </div>
    </div>
  )
}
