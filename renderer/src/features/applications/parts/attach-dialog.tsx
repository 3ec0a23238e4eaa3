import { useQuery } from '@tanstack/react-query'
import { Check, FilePen, FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AttachedDocument, DocumentRow } from '../../../../../main/contract/documents.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import type { ResumeFit } from '../../../../../main/contract/resumes.ts'
import { useChange } from '../../../app/changes.ts'
import { ask, client } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ScoreRing } from '../../../ui/score-ring.tsx'
import { SkeletonRows } from '../../../ui/states.tsx'
import { FORMAT_LABELS, KIND_LABELS } from '../../documents/document-words.ts'
import { offeredDocuments } from './offered-documents.ts'

/** Documents that are offered; a search reaches the others. */
const OFFERED = 50

/** Chooses what goes with an application: résumés that fit the job best first, then what is for this job, then the rest. */
export function AttachDialog({
  jobId,
  open,
  attached,
  onClose,
}: {
  jobId: JobId
  open: boolean
  attached: readonly AttachedDocument[]
  onClose: () => void
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Attach a document"
      description="The version in use goes with the application."
    >
      {open ? <Choice jobId={jobId} attached={attached} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Choice({
  jobId,
  attached,
  onClose,
}: {
  jobId: JobId
  attached: readonly AttachedDocument[]
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const wanted = text.trim()
  const list = useQuery(ask('documents', 'list', { text: wanted, limit: OFFERED }))
  const own = useQuery(ask('documents', 'list', { jobId, text: wanted, limit: OFFERED }))
  const best = useQuery(ask('resumes', 'bestForJob', { jobId }))
  const attach = useChange(client.documents.attach)
  const rows = offeredDocuments(list.data?.rows ?? [], own.data?.rows ?? [], best.data ?? [], jobId)
  // Without the order by fit the list is still right, so nothing waits for it for long.
  const loading = list.data === undefined && !list.error
  return (
    <div className="flex flex-col gap-2 pb-2">
      <TextField
        label="Search in documents"
        hideLabel
        placeholder="Search in documents"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : null}
      {loading ? <SkeletonRows rows={3} label="Loading documents" /> : null}
      <ul aria-label="Documents to attach" className="flex flex-col">
        {rows.map(({ row, fit }) => (
          <li key={row.documentId}>
            <Offer
              row={row}
              fit={fit}
              there={attached.some(({ versionId }) => versionId === row.current.versionId)}
              onChoose={() =>
                attach.mutate({ jobId, versionId: row.current.versionId }, { onSuccess: onClose })
              }
            />
          </li>
        ))}
      </ul>
      {list.data && rows.length === 0 ? (
        <p role="status" className="text-sm text-ink-2">
          {wanted === ''
            ? 'There is no document yet. Add a résumé, or write a letter.'
            : `No document has the words “${wanted}”.`}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-2 text-sm">
        <Link
          to={`/letters/new?jobId=${jobId}`}
          className="text-link inline-flex min-h-6 items-center gap-1.5"
        >
          <FilePen aria-hidden className="size-4" strokeWidth={1.75} />
          Write a letter
        </Link>
        <Link to="/documents" className="text-link inline-flex min-h-6 items-center gap-1.5">
          <FilePlus2 aria-hidden className="size-4" strokeWidth={1.75} />
          Add a file to the documents
        </Link>
      </p>
    </div>
  )
}

function Offer({
  row,
  fit,
  there,
  onChoose,
}: {
  row: DocumentRow
  fit: ResumeFit | undefined
  /** It is attached already. */
  there: boolean
  onChoose: () => void
}) {
  const { title, kind, current, versions, job } = row
  const facts = [
    KIND_LABELS[kind],
    FORMAT_LABELS[current.format],
    versions > 1 ? `version ${current.version}` : '',
    job ? `for ${job.title}, ${job.company}` : '',
  ]
  return (
    <button
      type="button"
      disabled={there}
      onClick={onChoose}
      className="flex min-h-12 w-full items-center gap-3 rounded px-2 py-1 text-left enabled:hover:bg-hover"
    >
      <span className="flex w-8 shrink-0 justify-center">
        {fit ? <ScoreRing score={fit.score} lessSure={fit.lessSure} what="Match" /> : null}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{title}</span>
        <span className="block text-xs text-ink-2">{facts.filter(Boolean).join(' · ')}</span>
        {fit ? (
          <span className="block text-xs text-ink-3">
            {fit.covered} of {fit.covered + fit.missing} keywords of the posting
          </span>
        ) : null}
      </span>
      {there ? (
        <span className="inline-flex shrink-0 items-center gap-1 text-xs text-ink-2">
          <Check aria-hidden className="size-3.5 text-good" />
          Attached
        </span>
      ) : null}
    </button>
  )
}
