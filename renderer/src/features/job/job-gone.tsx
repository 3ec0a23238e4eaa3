import { useQuery } from '@tanstack/react-query'
import { Copy, Unplug } from 'lucide-react'
import { createElement } from 'react'
import { Link, useLocation } from 'react-router'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { announce } from '../../app/announce.tsx'
import { ask } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { toast } from '../../ui/toast-store.ts'
import { readDraft } from './notes/notes-draft.ts'

/** Jobs of the company among which the other is looked for, as many as the contract gives. */
const LOOKED_AT = 200

/**
 * In place of a job that is not there any more: its postings belong to another job now, or they were taken back. Names
 * the job that it most likely went to, and hands out notes that were typed and could not be saved.
 */
export function JobGone({
  jobId,
  last,
  beside,
  onClose,
}: {
  jobId: JobId
  /** Beside the list, whose heading is the main one. */
  beside: boolean
  /** As it was shown last; null: it was never shown here. */
  last: JobRow | null
  onClose: () => void
}) {
  const draft = readDraft(jobId)
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-3 px-4 py-12">
      <Unplug aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
      {createElement(
        beside ? 'h2' : 'h1',
        { id: 'job-title', tabIndex: -1, className: 'text-lg font-semibold' },
        last ? `“${last.title}” is not a job of its own any more` : 'This job is not there any more',
      )}
      {last ? <Heirs last={last} /> : <Unknown />}
      {draft ? (
        <div className="flex w-full flex-col items-start gap-2">
          <TextArea
            label="Notes that you typed and that could not be saved with it"
            readOnly
            value={draft.text}
            className="w-full"
          />
          <Button
            size="small"
            icon={Copy}
            onClick={() =>
              void navigator.clipboard.writeText(draft.text).then(
                () => announce('Copied'),
                () =>
                  toast('The notes could not be copied', {
                    description: 'Select them and copy them by hand.',
                  }),
              )
            }
          >
            Copy the notes
          </Button>
        </div>
      ) : null}
      <Button look="primary" onClick={onClose}>
        Back to the list
      </Button>
    </div>
  )
}

const Unknown = () => (
  <p className="text-ink-2">
    Its postings belong to another job now, or what brought them was taken back. Undo may bring it back.
  </p>
)

/** Jobs of the company under the same title: a posting that was joined again went to one of them. */
function Heirs({ last }: { last: JobRow }) {
  const { search } = useLocation()
  const { data } = useQuery(ask('companies', 'get', { companyId: last.companyId, jobs: LOOKED_AT }))
  const heirs = (data?.jobs ?? []).filter(job => job.title === last.title && job.id !== last.id)
  if (heirs.length === 0) return <Unknown />
  return (
    <div>
      <p>Its posting was joined with another job of {last.company}; nothing of it is lost:</p>
      <ul>
        {heirs.slice(0, 3).map(job => (
          <li key={job.id} className="min-h-6">
            <Link to={{ pathname: `/jobs/${job.id}`, search }} className="text-link break-words">
              {job.title}
            </Link>
            <span className="text-ink-3"> · {[job.company, job.location].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
