import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { Section } from '../../ui/page.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { ScoreBadge } from '../jobs/score-badge.tsx'

/** Lines of a widget: below each other, and beside each other where the widget is wide. */
export const WIDGET_LINES =
  '-mx-2 grid grid-cols-1 gap-x-4 @3xl/widget:grid-cols-2 @7xl/widget:grid-cols-3 empty:hidden'

/** A few jobs by name, each leading to its page. `empty` says how a job comes to stand here. */
export function JobLines({
  title,
  jobs,
  empty,
  action,
}: {
  title: string
  jobs: readonly JobRow[]
  empty: ReactNode
  /** What leads to the whole list; not shown while there is none. */
  action: ReactNode
}) {
  return (
    <Section title={title} action={jobs.length > 0 ? action : null} className="h-full">
      {jobs.length === 0 ? <p className="text-sm text-ink-3">{empty}</p> : null}
      <ul aria-label={title} className={WIDGET_LINES}>
        {jobs.map(job => (
          <li key={job.id} className="flex items-center rounded px-2 hover:bg-hover">
            <JobLine job={job} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One job in short. `tabIndex` for lists of which only the active row is in the order of Tab. */
export function JobLine({
  job,
  note,
  tabIndex,
}: {
  job: JobRow
  /** Stands behind company and place. */
  note?: ReactNode
  tabIndex?: 0 | -1
}) {
  const tab = tabIndex === undefined ? {} : { tabIndex }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      <ScoreBadge job={job} {...tab} />
      <Link to={`/jobs/${job.id}`} {...tab} className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1">
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{job.title}</span>
          <span className="block truncate text-xs text-ink-2">
            {[job.company, job.location].filter(Boolean).join(' · ')}
          </span>
        </span>
        {note ? <span className="shrink-0 text-xs text-ink-3">{note}</span> : null}
        <StatusBadge status={job.status} iconOnly />
      </Link>
    </div>
  )
}
