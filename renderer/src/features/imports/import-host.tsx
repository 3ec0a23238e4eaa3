import { FileUp } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useCommand } from '../../app/commands.ts'
import { closeImport, openImport, useImportRequest } from './import-opener.ts'

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }))

/** The import dialog wherever it is asked for, its command, and the drop of files anywhere. Stands once in the frame. */
export function ImportHost() {
  const request = useImportRequest()
  const dragging = useFileDrop()
  useCommand({
    id: 'imports.open',
    title: 'Import jobs from a file',
    group: 'Jobs',
    icon: FileUp,
    shortcut: 'i',
    keywords: 'csv json jsonl html page text upload',
    run: () => openImport(),
  })
  return (
    <>
      {dragging ? (
        <div className="pointer-events-none fixed inset-0 z-60 flex items-center justify-center bg-scrim p-6">
          <div className="flex items-center gap-3 rounded border-2 border-dashed border-accent bg-raised px-6 py-5 text-lg font-medium shadow-float">
            <FileUp aria-hidden className="size-6 text-accent" />
            Drop files to import them
          </div>
        </div>
      ) : null}
      {request ? (
        <Suspense fallback={null}>
          <ImportDialog
            key={request.turn}
            files={request.files}
            campaignId={request.campaignId}
            onClose={closeImport}
          />
        </Suspense>
      ) : null}
    </>
  )
}

/** True while files are dragged over the window; a drop opens the import with them instead of leaving the page. */
function useFileDrop(): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    // Enter and leave come for every element under the pointer; the difference says whether it is still inside.
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth += 1
      setDragging(true)
    }
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setDragging(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setDragging(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) openImport({ files })
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return dragging
}
