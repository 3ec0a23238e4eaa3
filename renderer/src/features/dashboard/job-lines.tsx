import { Link } from 'react-router'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { Section } from '../../ui/page.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { ScoreBadge } from '../jobs/score-badge.tsx'

/** A few jobs by name, each leading to its page. `empty` says how a job comes to stand here. */
export function JobLines({
  title,
  jobs,
  empty,
  more,
}: {
  title: string
  jobs: readonly JobRow[]
  empty: string
  /** Address of the whole list. */
  more: string
}) {
  return (
    <Section
      title={title}
      action={
        jobs.length > 0 ? (
          <Link to={more} aria-label={`${title}: show all`} className="text-link text-sm">
            Show all
          </Link>
        ) : null
      }
    >
      {jobs.length === 0 ? <p className="text-sm text-ink-3">{empty}</p> : null}
      <ul className="-mx-2">
        {jobs.map(job => (
          <li key={job.id} className="flex items-center gap-3 rounded px-2 hover:bg-hover">
            <ScoreBadge job={job} />
            <Link to={`/jobs/${job.id}`} className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1">
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{job.title}</span>
                <span className="block truncate text-xs text-ink-2">
                  {[job.company, job.location].filter(Boolean).join(' · ')}
                </span>
              </span>
              <StatusBadge status={job.status} iconOnly />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
