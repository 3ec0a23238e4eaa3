import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Paperclip } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { DocumentId, DocumentVersionId, JobId } from '../../../../main/contract/ids.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { JobMatch } from './job-match.tsx'

/** A résumé and a job whose match is shown. */
export interface ShownMatch {
  documentId: DocumentId
  versionId: DocumentVersionId
  jobId: JobId
  /** What is matched, and beside what. */
  title: string
  beside: string
}

/** The match over the page, with the ways on: to the résumé or the job, and to attaching it. */
export function JobMatchDialog({
  match,
  way,
  onClose,
}: {
  match: ShownMatch | null
  /** Which of both the other button leads to. */
  way: 'job' | 'document'
  onClose: () => void
}) {
  const navigate = useNavigate()
  if (match === null) return null
  const { documentId, versionId, jobId, title, beside } = match
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={beside}
      width="wide"
      footer={
        <>
          <Button
            onClick={() => void navigate(way === 'job' ? `/jobs/${jobId}` : `/documents/${documentId}`)}
          >
            {way === 'job' ? 'Open the job' : 'Open the résumé'}
          </Button>
          <AttachButton jobId={jobId} versionId={versionId} />
        </>
      }
    >
      <JobMatch versionId={versionId} jobId={jobId} />
    </Dialog>
  )
}

function AttachButton({ jobId, versionId }: Pick<ShownMatch, 'jobId' | 'versionId'>) {
  const { data } = useQuery(ask('documents', 'attached', { jobId }))
  const attach = useChange(client.documents.attach)
  if (data?.some(attached => attached.versionId === versionId))
    return (
      <span role="status" className="inline-flex min-h-8 items-center gap-1.5 text-sm text-ink-2">
        <CircleCheck aria-hidden className="size-4 text-good" />
        Attached to the application
      </span>
    )
  return (
    <Button
      look="primary"
      icon={Paperclip}
      busy={attach.isPending}
      onClick={() => attach.mutate({ jobId, versionId })}
    >
      Attach to the application
    </Button>
  )
}
