import { CirclePlus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCommand } from '../../app/commands.ts'
import { closeAdd, openAdd, useAddRequest } from './add-opener.ts'
import { useTextDrop } from './use-text-drop.ts'

const AddDialog = lazy(async () => ({ default: (await import('./add-dialog.tsx')).AddDialog }))

/** The dialog that adds a job wherever it is asked for, its command, and the drop of an address or a text anywhere. */
export function AddHost() {
  const request = useAddRequest()
  const dragging = useTextDrop(openAdd)
  useCommand({
    id: 'jobs.add',
    title: 'Add a job by its address or text',
    group: 'Jobs',
    icon: CirclePlus,
    shortcut: 'shift+a',
    keywords: 'url link paste clip page posting new',
    run: () => openAdd(),
  })
  return (
    <>
      {dragging ? (
        <div className="pointer-events-none fixed inset-0 z-60 flex items-center justify-center bg-scrim p-6">
          <div className="flex items-center gap-3 rounded border-2 border-dashed border-accent bg-raised px-6 py-5 text-lg font-medium shadow-float">
            <CirclePlus aria-hidden className="size-6 text-accent" />
            Drop it to add the job
          </div>
        </div>
      ) : null}
      {request ? (
        <Suspense fallback={null}>
          <AddDialog key={request.turn} given={request.text} onClose={closeAdd} />
        </Suspense>
      ) : null}
    </>
  )
}
