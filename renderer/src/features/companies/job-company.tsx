import { useQuery } from '@tanstack/react-query'
import { Ban, Star } from 'lucide-react'
import { Link } from 'react-router'
import { COMPANY_FACT_LABELS } from '../../../../main/contract/labels.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { FactValue } from './company-facts.tsx'
import { ratingText } from './company-words.ts'
import { useCompanyActs } from './use-company-acts.ts'

/** The company of a job without its list of jobs; shared by the parts of the job's page. */
function useJobCompany(job: JobRow) {
  return useQuery(ask('companies', 'get', { companyId: job.companyId, jobs: 0 }))
}

/** Says at the head of a job that its company is blocked. */
export function BlockedBadge({ job }: { job: JobRow }) {
  const { data } = useJobCompany(job)
  return data?.blocked ? (
    <Badge tone="warn" icon={Ban}>
      Company blocked
    </Badge>
  ) : null
}

/** The employer on the page of its job: what is known, the marks, and the way to its page. */
export function JobCompany({ job }: { job: JobRow }) {
  const { data: company, error } = useJobCompany(job)
  const acts = useCompanyActs()
  if (error) return null
  if (!company)
    return (
      <Section title="Company">
        <Skeleton className="h-16" />
      </Section>
    )
  const facts = company.facts.filter(fact => fact.value !== null)
  const rating = ratingText(company.rating, company.reviewCount)
  return (
    <Section
      title="Company"
      action={
        <IconButton
          label={`${company.favourite ? 'Remove from favourites' : 'Add to favourites'}: ${company.name}`}
          icon={Star}
          pressed={company.favourite}
          onClick={() => acts.toggleFavourite(company)}
        />
      }
    >
      {company.blocked ? (
        <p className="flex flex-wrap items-center gap-2 pb-2 text-sm text-ink-2">
          <Badge tone="neutral" icon={Ban}>
            Blocked
          </Badge>
          Its jobs are hidden from lists and kept.
        </p>
      ) : null}
      <p className="pb-1">
        <Link to={`/companies/${company.id}`} className="text-link font-medium break-words">
          {company.name}
        </Link>
        <span className="text-sm text-ink-3">
          {' '}
          {company.counts.jobs > 1 ? `${company.counts.jobs.toLocaleString('en')} jobs` : 'only this job'}
          {company.counts.jobs > 1 && company.counts.applied > 0
            ? `, applied to ${company.counts.applied.toLocaleString('en')}`
            : ''}
        </span>
      </p>
      <dl className="flex flex-col text-sm">
        {facts.map(fact => (
          <div key={fact.name} className="flex gap-x-3 py-0.5">
            <dt className="w-24 shrink-0 text-ink-3">{COMPANY_FACT_LABELS[fact.name]}</dt>
            <dd className="min-w-0 flex-1">
              <FactValue fact={fact} />
            </dd>
          </div>
        ))}
        {rating ? (
          <div className="flex gap-x-3 py-0.5">
            <dt className="w-24 shrink-0 text-ink-3">Rating</dt>
            <dd>{rating}</dd>
          </div>
        ) : null}
      </dl>
      <Button
        size="small"
        icon={Ban}
        className="mt-2"
        aria-label={`${company.blocked ? 'Unblock' : 'Block'} company ${company.name}`}
        onClick={() => acts.toggleBlocked(company)}
      >
        {company.blocked ? 'Unblock company' : 'Block company'}
      </Button>
    </Section>
  )
}
