import { useSyncExternalStore } from 'react'
import { announce } from '../../../app/announce.tsx'
import { showDone } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { uploadFile } from '../../imports/upload.ts'
import { countText } from '../document-words.ts'
import { type AddItem, createAddingQueue } from './adding-queue.ts'

/** The files that this page adds, whoever gave them. */
export const adding = createAddingQueue({
  upload: (file, signal, onProgress) => uploadFile(client.uploads, file, signal, onProgress),
  add: (uploadId, { kind, jobId, documentId }) => client.documents.add({ uploadId, kind, jobId, documentId }),
  onEnd: (items, undo) => {
    const kept = items.filter(({ state }) => state === 'kept').length
    if (undo) showDone(undo.label, undo)
    else if (kept > 0) announce(`${countText(kept)} added`)
  },
})

/** Files are near: what reads them starts meanwhile. Without it they are read as well, a little later. */
export const expectDocuments = (): void => void client.documents.expect({}).catch(() => {})

/** The files that are being added or were just added. */
export function useAdding(): readonly AddItem[] {
  return useSyncExternalStore(adding.subscribe, adding.items)
}
