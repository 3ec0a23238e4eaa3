import { Link } from 'react-router'
import type { DashboardView } from '../../../../main/contract/shapes.ts'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { INTERVIEW_LABELS } from '../applications/application-words.ts'
import { WIDGET_LINES } from './job-lines.tsx'

/** The interviews still to come, the next one first; each leads to its job. */
export function UpcomingInterviews({ interviews }: { interviews: DashboardView['interviews'] }) {
  return (
    <Section title="Interviews" className="h-full">
      {interviews.length === 0 ? (
        <p className="text-sm text-ink-3">No interview is planned. Add one on the page of its job.</p>
      ) : null}
      <ul aria-label="Interviews" className={WIDGET_LINES}>
        {interviews.map(one => (
          <li key={one.id} className="rounded hover:bg-hover">
            <Link to={`/jobs/${one.jobId}`} className="flex min-h-11 flex-col justify-center px-2 py-1">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate text-sm font-medium">{one.title}</span>
                <When at={one.at} className="shrink-0 text-sm" />
              </span>
              <span className="truncate text-xs text-ink-2">
                {[one.company, INTERVIEW_LABELS[one.kind], one.place].filter(Boolean).join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
