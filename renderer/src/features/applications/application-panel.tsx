import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ExternalLink, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { StatusMenu } from '../../ui/status.tsx'
import { JobContacts } from '../contacts/parts/job-contacts.tsx'
import { JobReminders } from '../reminders/parts/job-reminders.tsx'
import { ApplicationFacts } from './parts/application-facts.tsx'
import { Documents } from './parts/documents.tsx'
import { History } from './parts/history.tsx'
import { Interviews } from './parts/interviews.tsx'
import { MailButton } from './parts/mail-button.tsx'
import { Offer } from './parts/offer.tsx'
import { useMoves } from './use-moves.ts'

/** One application with all that is known of it, beside the board or over it. */
export function ApplicationPanel({
  jobId,
  covers,
  onClose,
}: {
  jobId: JobId
  /** It stands instead of what was there. */
  covers: boolean
  onClose: () => void
}) {
  const { data, error, refetch } = useQuery(ask('jobs', 'get', { jobId }))
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="Application"
      className="flex h-full min-h-0 flex-col bg-bg outline-none"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        // What a layer of the panel closes comes up through React, but not from the panel.
        if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="flex min-h-11 shrink-0 items-center gap-2 border-b border-line px-3">
        {covers ? (
          <Button look="quiet" icon={ArrowLeft} onClick={onClose}>
            Applications
          </Button>
        ) : (
          <IconButton label="Close the application" icon={X} shortcut="escape" onClick={onClose} />
        )}
        <span className="flex-1" />
        <Link
          to={`/jobs/${jobId}`}
          className="inline-flex min-h-7 items-center gap-1.5 rounded px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ExternalLink aria-hidden className="size-4" strokeWidth={1.75} />
          Open the job
        </Link>
      </div>
      <div className="relative flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3 sm:p-4">
        {data ? <Head view={data} /> : null}
        {error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            {data ? null : <Skeleton className="h-16 w-full" />}
            <ApplicationFacts jobId={jobId} />
            <Documents jobId={jobId} />
            <Interviews jobId={jobId} />
            <Offer jobId={jobId} />
            <JobContacts jobId={jobId} />
            <JobReminders jobId={jobId} />
            <History jobId={jobId} />
          </>
        )}
      </div>
    </section>
  )
}

function Head({ view: { job } }: { view: JobView }) {
  const move = useMoves()
  return (
    <header className="flex flex-col gap-2 px-1 pb-1">
      <div>
        <h2 className="text-lg font-semibold break-words">{job.title}</h2>
        <p className="text-sm text-ink-2">
          <Link to={`/companies/${job.companyId}`} className="font-medium text-ink hover:underline">
            {job.company}
          </Link>
          {job.location ? ` · ${job.location}` : null}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <StatusMenu status={job.status} onChange={to => void move(job, to)} />
        <MailButton jobId={job.id} size="small" />
      </div>
    </header>
  )
}
