import { useQuery } from '@tanstack/react-query'
import { Check, Lock, Paperclip } from 'lucide-react'
import type { DocumentId, JobId } from '../../../../main/contract/ids.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import type { StoredLetter } from './letter-state.ts'

/** Whether the letter goes with the application to its job, and the button that lets it go with it. */
export function LetterAttach({
  jobId,
  documentId,
  version,
  flush,
}: {
  jobId: JobId
  documentId: DocumentId
  /** The newest one that is kept. */
  version: number
  flush: () => Promise<StoredLetter | null>
}) {
  const { data } = useQuery(ask('documents', 'attached', { jobId }))
  const attach = useChange(async () => {
    const letter = await flush()
    return letter ? client.documents.attach({ jobId, versionId: letter.versionId }) : { undo: null }
  })
  if (!data) return null
  const mine = data.filter(one => one.documentId === documentId)
  const newest = mine.find(one => one.version === version)
  if (newest)
    return (
      <span className="inline-flex min-h-8 items-center gap-1.5 text-sm text-ink-2">
        {newest.sentAt ? (
          <Lock aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        ) : (
          <Check aria-hidden className="size-4 shrink-0 text-good" strokeWidth={1.75} />
        )}
        {newest.sentAt ? 'Sent with the application' : 'Attached to the application'}
      </span>
    )
  return (
    <Button icon={Paperclip} busy={attach.isPending} onClick={() => attach.mutate(undefined)}>
      {mine.length > 0 ? `Attach version ${version}` : 'Attach to the application'}
    </Button>
  )
}
