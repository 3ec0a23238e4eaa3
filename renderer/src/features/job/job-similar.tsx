import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import type { JobId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { ScoreBadge } from '../jobs/score-badge.tsx'

/** Jobs like this one, each with the reason; they open in the list that this one was opened from. */
export function JobSimilar({ jobId }: { jobId: JobId }) {
  const { data, error, refetch } = useQuery(ask('jobs', 'similar', { jobId }))
  const { search } = useLocation()
  return (
    <Section title="Similar jobs">
      {data ? (
        data.length === 0 ? (
          <p className="text-sm text-ink-3">No other job is much like this one.</p>
        ) : (
          <ul aria-label="Similar jobs" className="-mx-2">
            {data.map(({ job, why }) => (
              <li key={job.id} className="flex items-center gap-3 rounded px-2 hover:bg-hover">
                <ScoreBadge job={job} />
                <Link
                  to={{ pathname: `/jobs/${job.id}`, search }}
                  className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate text-sm font-medium">{job.title}</span>
                    <span className="block truncate text-xs text-ink-2">
                      {[job.company, job.location, job.closed ? 'Closed' : ''].filter(Boolean).join(' · ')}
                    </span>
                    <span className="block text-xs text-ink-3">{why}</span>
                  </span>
                  <StatusBadge status={job.status} iconOnly />
                </Link>
              </li>
            ))}
          </ul>
        )
      ) : error ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0">{errorText(errorOf(error)).what}</span>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div role="status" aria-label="Loading the similar jobs" className="flex flex-col gap-3 py-1">
          <Skeleton className="h-8 w-11/12" />
          <Skeleton className="h-8 w-4/5" />
          <Skeleton className="h-8 w-11/12" />
        </div>
      )}
    </Section>
  )
}
