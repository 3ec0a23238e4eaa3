import { Ban, BriefcaseBusiness, FileUp, Plus, SearchX, Target } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import type { JobFacets } from '../../../../main/contract/job-filter.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { openAdd } from '../add/add-opener.ts'
import { openImport } from '../imports/import-opener.ts'
import { widenings } from './filter-words.ts'
import { isNarrowed, type JobsView } from './jobs-view.ts'

const jobsText = (n: number) => (n === 1 ? '1 job' : `${n.toLocaleString('en')} jobs`)

/** Ways out that are offered; the rest is found in the filters. */
const MOST_WAYS = 5

/** In place of a list without rows: why, and what would show some. */
export function NoJobs({
  view,
  counts,
  facets,
  onChange,
}: {
  view: JobsView
  /** Of the view's campaign; undefined: not known yet. */
  counts: { total: number; blocked: number; ineligible: number } | undefined
  /** Of exactly this view; undefined: not known yet. */
  facets: JobFacets | undefined
  onChange: (view: JobsView) => void
}) {
  const navigate = useNavigate()
  if (counts?.total === 0 && counts.ineligible === 0 && counts.blocked > 0) {
    const many = counts.blocked === 1 ? '1 job is' : `${counts.blocked.toLocaleString('en')} jobs are`
    return (
      <EmptyState
        icon={Ban}
        title={view.campaignId === null ? 'All jobs are hidden' : 'All jobs of this campaign are hidden'}
        action={
          <Link to="/companies?show=blocked" className="text-link">
            Show the blocked companies
          </Link>
        }
      >
        {many} of blocked companies. Unblock a company to see its jobs again.
      </EmptyState>
    )
  }
  if (counts?.total === 0 && counts.ineligible === 0 && view.campaignId === null) {
    return (
      <EmptyState
        icon={BriefcaseBusiness}
        title="No jobs yet"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="primary" icon={FileUp} onClick={() => openImport()}>
              Import jobs
            </Button>
            <Button icon={Plus} onClick={() => openAdd()}>
              Add a job
            </Button>
            <Button icon={Target} onClick={() => void navigate('/campaigns')}>
              Go to campaigns
            </Button>
          </div>
        }
      >
        Import a file of postings, add one by its address or text, or let a campaign collect them. Files and
        addresses can also be dropped anywhere.
      </EmptyState>
    )
  }
  const ways = widenings(view, facets?.relax, facets?.ineligible ?? counts?.ineligible)
  const searched = view.text.trim() !== ''
  return (
    <EmptyState
      icon={SearchX}
      title="No job matches"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ways.slice(0, MOST_WAYS).map(({ verb, n, view: next }, index) => (
            <Button key={verb} look={index === 0 ? 'primary' : 'plain'} onClick={() => onChange(next)}>
              <span className="tabular-nums">{n === null ? verb : `${verb} (${jobsText(n)})`}</span>
            </Button>
          ))}
        </div>
      }
    >
      {searched && !isNarrowed(view)
        ? 'No title, company, place or description has these words.'
        : facets && ways.length === 0
          ? 'No single filter is the reason: take several away.'
          : 'What is chosen leaves nothing to show. Taking one of these away would show some.'}
    </EmptyState>
  )
}
