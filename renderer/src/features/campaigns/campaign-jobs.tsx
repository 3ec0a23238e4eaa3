import { useQuery } from '@tanstack/react-query'
import { BriefcaseBusiness } from 'lucide-react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { CampaignView, JobRow } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { StatusMenu } from '../../ui/status.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { When } from '../../ui/when.tsx'
import { useJobChanges } from '../jobs/job-changes.ts'
import { useJobList } from '../jobs/job-queries.ts'
import { jobsQuery, PLAIN_VIEW } from '../jobs/jobs-view.ts'
import { ScoreBadge } from '../jobs/score-badge.tsx'
import { readStatuses, statusChoices, statusesText } from './status-choice.ts'

/** The jobs of a campaign by its score, of the chosen statuses; which, stands in the address. */
export function CampaignJobs({ campaign }: { campaign: CampaignView }) {
  const { id } = campaign
  const [params, setParams] = useSearchParams()
  const statuses = readStatuses(params.get('status'))
  const counts = useQuery(ask('jobs', 'counts', { campaignId: id })).data
  const view = { ...PLAIN_VIEW, campaignId: id, statuses }
  return (
    <Section
      title="Jobs"
      lead="By the score of this campaign, the best first."
      action={
        <Link to={`/jobs${jobsQuery(view)}`} className="text-link inline-flex items-center gap-1.5 text-sm">
          <BriefcaseBusiness aria-hidden className="size-4" strokeWidth={1.75} />
          All of the list
        </Link>
      }
    >
      <MultiSelect
        label="Status"
        hideLabel
        options={statusChoices(counts?.byStatus)}
        value={statuses}
        onChange={next => {
          const text = statusesText(next)
          setParams(
            before => {
              const after = new URLSearchParams(before)
              if (text === null) after.delete('status')
              else after.set('status', text)
              return after
            },
            { replace: true, preventScrollReset: true },
          )
        }}
      />
      {statuses.length === 0 ? (
        <p className="pt-3 text-sm text-ink-2">Choose a status, and its jobs stand here.</p>
      ) : (
        <Jobs view={view} total={counts ? shownOf(counts.byStatus, statuses) : null} />
      )}
    </Section>
  )
}

const shownOf = (byStatus: Record<JobRow['status'], number>, statuses: readonly JobRow['status'][]) =>
  statuses.reduce((sum, status) => sum + byStatus[status], 0)

/** Rows that are in sight at once; fewer jobs take less room. */
const ROWS = 8
const ROW_REM = 3.25

function Jobs({ view, total }: { view: Parameters<typeof useJobList>[0]; total: number | null }) {
  const list = useJobList(view)
  const changes = useJobChanges()
  const navigate = useNavigate()
  const open = (job: JobRow) => void navigate(`/jobs/${job.id}${jobsQuery(view)}`)
  if (list.error && list.rows.length === 0)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <SkeletonRows rows={ROWS} label="Loading the jobs" />
  if (list.rows.length === 0)
    return (
      <p className="pt-3 text-sm text-ink-2">
        No job of this campaign has a chosen status. Runs and imports bring jobs.
      </p>
    )
  return (
    <div
      className="-mx-2 mt-2 overflow-hidden"
      style={{ height: `${Math.min(ROWS, Math.max(list.rows.length, 1)) * ROW_REM}rem` }}
    >
      <VirtualList
        label="Jobs of this campaign"
        className="h-full"
        items={list.rows}
        total={total}
        keyOf={job => job.id}
        nameOf={job => `${job.title}, ${job.company}`}
        hasMore={list.hasMore}
        onLoadMore={list.loadMore}
        rowRem={ROW_REM}
        onOpen={open}
        renderRow={(job, { tabIndex }) => (
          <div className="flex h-full items-center gap-3 border-b border-line px-2 hover:bg-hover">
            <ScoreBadge job={job} tabIndex={tabIndex} />
            <Link
              to={`/jobs/${job.id}${jobsQuery(view)}`}
              tabIndex={tabIndex}
              className="flex min-h-11 min-w-0 flex-1 flex-col justify-center"
            >
              <span className="truncate text-sm font-medium">{job.title}</span>
              <span className="truncate text-xs text-ink-2">
                {[job.company, job.location].filter(Boolean).join(' · ')}
              </span>
            </Link>
            <span className="hidden shrink-0 text-xs text-ink-3 sm:block">
              Found <When at={job.foundAt} />
            </span>
            <StatusMenu
              status={job.status}
              tabIndex={tabIndex}
              iconOnly
              onChange={status => changes.setStatus([job], status)}
            />
          </div>
        )}
      />
    </div>
  )
}
