import { Link } from 'react-router'
import type { CompanyView } from '../../../../main/contract/companies.ts'
import { Section } from '../../ui/page.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { isHidden } from '../jobs/hidden-words.ts'
import { ScoreBadge } from '../jobs/score-badge.tsx'
import { jobsText } from './company-words.ts'

/** The jobs of a company, the best score first, whatever their status. */
export function CompanyJobs({ company }: { company: CompanyView }) {
  const { jobs, counts } = company
  return (
    <Section
      title="Jobs"
      lead={
        counts.jobs > jobs.length
          ? `The best ${jobs.length.toLocaleString('en')} of ${counts.jobs.toLocaleString('en')}.`
          : jobsText(counts.jobs)
      }
    >
      {jobs.length === 0 ? (
        <p className="text-sm text-ink-3">No job of this company is known any more.</p>
      ) : null}
      <ul aria-label={`Jobs of ${company.name}`} className="-mx-2">
        {jobs.map(job => (
          <li key={job.id} className="flex items-center gap-3 rounded px-2 hover:bg-hover">
            <ScoreBadge job={job} />
            <Link to={`/jobs/${job.id}`} className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1">
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{job.title}</span>
                <span className="block truncate text-xs text-ink-2">
                  {job.location}
                  {job.location === '' ? '' : ' · '}
                  <When at={job.postedAt ?? job.foundAt} />
                  {job.closed ? ' · Closed' : ''}
                  {isHidden(job) ? ' · Hidden by rules' : ''}
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
