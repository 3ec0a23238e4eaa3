import { useQuery } from '@tanstack/react-query'
import { Ban, BriefcaseBusiness, PencilLine, Star } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { CompanyView } from '../../../../main/contract/companies.ts'
import { CompanyId } from '../../../../main/contract/ids.ts'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { NoPage } from '../../app/recovery.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { CompanyAliases } from './company-aliases.tsx'
import { CompanyEditor } from './company-editor.tsx'
import { CompanyFacts } from './company-facts.tsx'
import { CompanyJobs } from './company-jobs.tsx'
import { CompanyLookupSection } from './company-lookup.tsx'
import { CompanyRating } from './company-rating.tsx'
import { jobsText } from './company-words.ts'
import { useCompanyActs } from './use-company-acts.ts'

/** `/companies/12`: one employer with its facts, names, rating and jobs. */
export function CompanyPage() {
  const asked = CompanyId.safeParse(Number(useParams().companyId))
  return asked.success ? <Loaded key={asked.data} companyId={asked.data} /> : <NoPage />
}

function Loaded({ companyId }: { companyId: CompanyId }) {
  const { data, error, refetch } = useQuery(ask('companies', 'get', { companyId }))
  if (error && !data)
    return (
      <Page title="Company">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title="Company">
        <SkeletonRows label="Loading the company" />
      </Page>
    )
  return <Company company={data} />
}

function Company({ company }: { company: CompanyView }) {
  const acts = useCompanyActs()
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const { favourite, blocked, name, counts } = company
  const showJobs = () => void navigate(`/jobs?company=${company.id}`)
  const group = 'Company'
  useCommands([
    {
      id: 'company.favourite',
      title: favourite ? 'Remove from favourites' : 'Add to favourites',
      group,
      icon: Star,
      shortcut: 'f',
      run: () => acts.toggleFavourite(company),
    },
    {
      id: 'company.block',
      title: `${blocked ? 'Unblock' : 'Block'} ${name}`,
      group,
      icon: Ban,
      shortcut: 'b',
      run: () => acts.toggleBlocked(company),
    },
    {
      id: 'company.edit',
      title: `Edit the facts of ${name}`,
      group,
      icon: PencilLine,
      shortcut: 'e',
      run: () => setEditing(true),
    },
    { id: 'company.jobs', title: `Show the jobs of ${name}`, group, icon: BriefcaseBusiness, run: showJobs },
  ])
  return (
    <Page
      title={name}
      lead={
        <>
          <Link to="/companies" className="text-link">
            All companies
          </Link>
          {` · ${jobsText(counts.jobs)}, ${counts.open.toLocaleString('en')} open`}
          {counts.applied > 0 ? `, applied to ${counts.applied.toLocaleString('en')}` : null}
        </>
      }
      action={
        <>
          <Button
            icon={Star}
            aria-pressed={favourite}
            className={favourite ? 'border-accent bg-accent-soft [&>svg]:fill-current' : undefined}
            onClick={() => acts.toggleFavourite(company)}
          >
            Favourite
          </Button>
          <Button icon={Ban} onClick={() => acts.toggleBlocked(company)}>
            {blocked ? 'Unblock' : 'Block'}
          </Button>
          <Button look="primary" icon={BriefcaseBusiness} onClick={showJobs}>
            Show its jobs
          </Button>
        </>
      }
    >
      {blocked ? (
        <p
          role="status"
          className="mb-4 flex flex-wrap items-center gap-2 rounded border border-line bg-sunken px-4 py-2"
        >
          <Badge tone="neutral" icon={Ban}>
            Blocked
          </Badge>
          <span className="min-w-0">
            Its jobs are hidden from lists, search, the dashboard and notifications. They are kept and come
            back when you unblock it.
          </span>
        </p>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <CompanyFacts company={company} onEdit={() => setEditing(true)} />
          <CompanyRating company={company} />
          <CompanyLookupSection company={company} />
          <CompanyAliases company={company} />
        </div>
        <CompanyJobs company={company} />
      </div>
      <CompanyEditor company={company} open={editing} onClose={() => setEditing(false)} />
    </Page>
  )
}
