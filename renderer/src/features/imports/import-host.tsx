import { FileUp } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCommand } from '../../app/commands.ts'
import { closeImport, openImport, useImportRequest } from './import-opener.ts'

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }))

/**
 * The import dialog wherever it is asked for, and its command; files that are dropped come by way of the documents' host.
 * Stands once in the frame.
 */
export function ImportHost() {
  const request = useImportRequest()
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
    <Suspense fallback={null}>
      {request ? (
        <ImportDialog
          key={request.turn}
          files={request.files}
          campaignId={request.campaignId}
          onClose={closeImport}
        />
      ) : null}
    </Suspense>
  )
}
