import { useState } from 'react'
import { Link } from 'react-router'
import type { DocumentId, DocumentVersionId } from '../../../../main/contract/ids.ts'
import type { ResumeJobRow } from '../../../../main/contract/resumes.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { JobMatchDialog } from './job-match-dialog.tsx'
import { countsText } from './match-words.ts'
import { useBestJobs } from './use-best-jobs.ts'

/** The open jobs that a résumé fits best; the ring opens why, the title the job. */
export function BestJobs({
  documentId,
  versionId,
  title,
}: {
  documentId: DocumentId
  versionId: DocumentVersionId
  title: string
}) {
  const list = useBestJobs(versionId)
  const [shown, setShown] = useState<ResumeJobRow | null>(null)
  const { rows, total } = list
  return (
    <Section
      title="Jobs that it fits best"
      lead={
        rows.length === 0
          ? 'Open jobs that you have not applied to'
          : `${total.toLocaleString('en')} open ${total === 1 ? 'job' : 'jobs'} that you have not applied to, the best first`
      }
    >
      {list.error && rows.length === 0 ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0">{errorText(errorOf(list.error)).what}</span>
          <Button size="small" onClick={() => void list.refetch()}>
            Try again
          </Button>
        </div>
      ) : list.isPending ? (
        <div role="status" aria-label="Loading the best jobs" className="flex flex-col gap-3 py-1">
          <Skeleton className="h-9 w-11/12" />
          <Skeleton className="h-9 w-4/5" />
          <Skeleton className="h-9 w-11/12" />
        </div>
      ) : rows.length === 0 ? (
        <p className="text-sm text-ink-2">
          No open job fits it by 30 or more.{' '}
          <Link to="/jobs" className="text-link">
            Go to jobs
          </Link>{' '}
          to see what there is, or let a campaign collect more.
        </p>
      ) : (
        <>
          <ol aria-label="Jobs that it fits best" className="-mx-2">
            {rows.map(row => (
              <Row key={row.job.id} row={row} onWhy={() => setShown(row)} />
            ))}
          </ol>
          {list.hasMore ? (
            <Button look="quiet" size="small" busy={list.isLoadingMore} onClick={list.loadMore}>
              Show more jobs
            </Button>
          ) : null}
        </>
      )}
      <JobMatchDialog
        match={
          shown && {
            documentId,
            versionId,
            jobId: shown.job.id,
            title: `${shown.job.title} · ${shown.job.company}`,
            beside: `Held against ${title}`,
          }
        }
        way="job"
        onClose={() => setShown(null)}
      />
    </Section>
  )
}

function Row({ row, onWhy }: { row: ResumeJobRow; onWhy: () => void }) {
  const { job, score, lessSure } = row
  return (
    <li className="flex items-center gap-3 rounded px-2 hover:bg-hover">
      <button
        type="button"
        aria-label={`Match ${score} of 100${lessSure ? ', less sure' : ''}: show why for ${job.title}`}
        onClick={onWhy}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded hover:bg-pressed"
      >
        <ScoreRing score={score} lessSure={lessSure} what="Match" />
      </button>
      <Link to={`/jobs/${job.id}`} className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1">
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{job.title}</span>
          <span className="block truncate text-xs text-ink-2">
            {[job.company, job.location].filter(Boolean).join(' · ')}
          </span>
          <span className="block text-xs text-ink-3 tabular-nums">{countsText(row)}</span>
        </span>
        <StatusBadge status={job.status} iconOnly />
      </Link>
    </li>
  )
}
