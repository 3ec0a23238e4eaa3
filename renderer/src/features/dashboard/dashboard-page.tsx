import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { DashboardView } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { openAdd } from '../add/add-opener.ts'
import { jobsQuery, PLAIN_VIEW } from '../jobs/jobs-view.ts'
import { Activity, type Range } from './activity.tsx'
import { JobLines } from './job-lines.tsx'
import { Numbers } from './numbers.tsx'
import { Recommended } from './recommended.tsx'
import { RunHealth } from './run-health.tsx'

/** The day at a glance: what is new, what fits, what was done, and whether the collecting works. */
export function DashboardPage() {
  const [range, setRange] = useState<Range>('30')
  const utcOffset = -new Date().getTimezoneOffset()
  const { data, error, refetch } = useQuery({
    ...ask('dashboard', 'overview', { days: Number(range), utcOffset }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title="Dashboard"
      action={
        <Button icon={Plus} onClick={() => openAdd()}>
          Add a job
        </Button>
      }
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Overview view={data} range={range} onRange={setRange} /> : null}
      {!data && !error ? <Shape /> : null}
    </Page>
  )
}

function Overview({
  view,
  range,
  onRange,
}: {
  view: DashboardView
  range: Range
  onRange: (range: Range) => void
}) {
  const today = new Date()
  today.setHours(0, 0, 0, 0)
  return (
    <div className="flex flex-col gap-4">
      <Numbers view={view} today={today.toISOString()} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Recommended />
          <Activity days={view.days} range={range} onRange={onRange} />
          <JobLines
            title="Best matches"
            jobs={view.best}
            more="/jobs"
            empty="No ranked job yet. Import postings into a campaign, or let it collect them."
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RunHealth runs={view.runs} />
          <JobLines
            title="Last applied"
            jobs={view.lastApplied}
            more={`/jobs${jobsQuery({ ...PLAIN_VIEW, statuses: ['applied', 'interview', 'offer', 'accepted'] })}`}
            empty="Jobs that you mark as applied stand here."
          />
          <JobLines
            title="Favourites"
            jobs={view.favouriteJobs}
            more={`/jobs${jobsQuery({ ...PLAIN_VIEW, favourite: true })}`}
            empty="Mark a job with the star, and it stands here."
          />
        </div>
      </div>
    </div>
  )
}

function Shape() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4">
      <Skeleton className="h-24 w-full" />
      <div className="grid gap-4 lg:grid-cols-[2fr_1fr]">
        <Skeleton className="h-80 w-full" />
        <Skeleton className="h-80 w-full" />
      </div>
    </div>
  )
}
