import { Plug } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCommand } from '../../../app/commands.ts'
import { closeAddSource, openAddSource, useAddSourceRequest } from './add-source-opener.ts'

const AddSource = lazy(async () => ({ default: (await import('./add-source-dialog.tsx')).AddSource }))

/** The dialog that adds sources, wherever it is asked for, and its command. Stands once in the frame. */
export function AddSourceHost() {
  const request = useAddSourceRequest()
  useCommand({
    id: 'sources.add',
    title: 'Add a source',
    group: 'Sources',
    icon: Plug,
    keywords: 'board careers feed api key follow',
    run: () => openAddSource(),
  })
  return request ? (
    <Suspense fallback={null}>
      <AddSource key={request.turn} campaignId={request.campaignId} onClose={closeAddSource} />
    </Suspense>
  ) : null
}
