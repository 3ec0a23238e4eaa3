import { useQuery } from '@tanstack/react-query'
import { Ban, BriefcaseBusiness, FileUp, Plus, SearchX, Target } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { announce } from '../../app/announce.tsx'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { useMedia } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { openAdd } from '../add/add-opener.ts'
import { around } from '../compare/compare-view.ts'
import { openImport } from '../imports/import-opener.ts'
import { JobDetail } from '../job/job-detail.tsx'
import { widenings } from './filter-words.ts'
import { useJobChanges } from './job-changes.ts'
import { JobFilters } from './job-filters.tsx'
import { JobList } from './job-list.tsx'
import { useJobList } from './job-queries.ts'
import { type JobsView, jobsQuery, knownTotal, readJobsView } from './jobs-view.ts'
import { useNeighbours } from './use-neighbours.ts'

/** From this width on, a job stands beside the list; below, instead of it. */
const SPLIT = '(min-width: 80rem)'

/** Jobs around the open one that are offered to compare it with. */
const NEAR = 20

/** The jobs, and one of them: `/jobs` and `/jobs/12`, with the view of the list in the query. */
export function JobsPage() {
  const [params] = useSearchParams()
  const view = readJobsView(params)
  const asked = JobId.safeParse(Number(useParams().jobId))
  const openId = asked.success ? asked.data : null
  const split = useMedia(SPLIT)
  const navigate = useNavigate()
  const list = useJobList(view)
  const changes = useJobChanges()
  const { data: counts } = useQuery(ask('jobs', 'counts', { campaignId: view.campaignId }))
  const total = knownTotal(view, counts) ?? (list.hasMore ? null : list.rows.length)
  const neighbours = useNeighbours(list.rows, openId, { ...list, total })

  const near = around(list.rows, neighbours.position === null ? -1 : neighbours.position - 1, NEAR)

  const go = (path: string, next: JobsView, replace: boolean) =>
    void navigate({ pathname: path, search: jobsQuery(next) }, { replace })
  const open = (row: JobRow) => {
    if (row.id === openId) document.getElementById('job-title')?.focus()
    else go(`/jobs/${row.id}`, view, openId !== null)
  }
  const close = () => go('/jobs', view, false)
  const change = (next: JobsView) => go('/jobs', next, next.text !== view.text)
  useFocusListOnReturn(openId)
  useAnnounceCount(list.isPending || list.isOld ? null : total, view.text)
  useCommands([
    ...(neighbours.next ? [neighbourCommand('next', () => neighbours.next && open(neighbours.next))] : []),
    ...(neighbours.previous
      ? [neighbourCommand('previous', () => neighbours.previous && open(neighbours.previous))]
      : []),
  ])

  const listHidden = openId !== null && !split
  return (
    <div className="flex h-full min-h-0">
      <div className={listHidden ? 'hidden' : 'group/list flex min-h-0 min-w-0 flex-1 flex-col'}>
        <Page
          title="Jobs"
          fill
          lead={list.isPending ? undefined : countWords(total, list.rows.length)}
          action={
            <>
              <Button icon={FileUp} onClick={() => openImport()}>
                Import jobs
              </Button>
              <Button look="primary" icon={Plus} onClick={() => openAdd()}>
                Add a job
              </Button>
            </>
          }
        >
          {/* Makes room for the acts on selected jobs, which stand at the same place. */}
          <div className="border-b border-line px-4 py-2 group-has-data-bulk/list:hidden sm:px-6">
            <JobFilters view={view} onChange={change} />
          </div>
          {list.error && list.rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : list.isPending ? (
            <SkeletonRows rows={14} label="Loading the jobs" />
          ) : list.rows.length === 0 ? (
            <NoJobs view={view} counts={counts} onChange={change} />
          ) : (
            <JobList
              key={jobsQuery(view)}
              rows={list.rows}
              total={total}
              hasMore={list.hasMore}
              onLoadMore={list.loadMore}
              campaignId={view.campaignId}
              openId={openId}
              follows={split}
              changes={changes}
              onOpen={open}
              onClose={close}
            />
          )}
        </Page>
      </div>
      {openId === null ? null : (
        <div
          className={split ? 'flex w-[54%] min-w-0 shrink-0 flex-col border-l border-line' : 'min-w-0 flex-1'}
        >
          <JobDetail
            key={openId}
            jobId={openId}
            campaignId={view.campaignId}
            near={near}
            beside={split}
            neighbours={neighbours}
            onOpen={open}
            onClose={close}
          />
        </div>
      )}
    </div>
  )
}

function neighbourCommand(which: 'next' | 'previous', run: () => void) {
  return {
    id: `job.${which}`,
    title: which === 'next' ? 'Next job' : 'Job before',
    group: 'Job',
    shortcut: which === 'next' ? ']' : '[',
    run,
  }
}

function countWords(total: number | null, loaded: number): string {
  const count = total ?? loaded
  const words = `${count.toLocaleString('en')}${total === null ? ' or more' : ''}`
  return `${words} ${count === 1 ? 'job' : 'jobs'}`
}

/** Coming back from a job, the focus is on its row again. */
function useFocusListOnReturn(openId: JobId | null): void {
  const before = useRef(openId)
  useEffect(() => {
    const returned = before.current !== null && openId === null
    before.current = openId
    if (!returned) return
    // A list that was hidden needs a frame or two until its rows are there.
    let frames = 0
    const tryFocus = () => {
      if (document.activeElement instanceof HTMLInputElement) return
      const row = document.querySelector<HTMLElement>('#main [role="listitem"][tabindex="0"]')
      row?.focus()
      frames += 1
      if (document.activeElement !== row && frames < 20) frame = requestAnimationFrame(tryFocus)
    }
    let frame = requestAnimationFrame(tryFocus)
    return () => cancelAnimationFrame(frame)
  }, [openId])
}

/** Says how many jobs a search found, once it stands still. */
function useAnnounceCount(total: number | null, text: string): void {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (total === null || text === '') return
    const timer = setTimeout(
      () => announce(`${total.toLocaleString('en')} ${total === 1 ? 'job' : 'jobs'}`),
      500,
    )
    return () => clearTimeout(timer)
  }, [total, text])
}

function NoJobs({
  view,
  counts,
  onChange,
}: {
  view: JobsView
  /** Of the view's campaign; undefined: not known yet. */
  counts: { total: number; blocked: number; ineligible: number } | undefined
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
  const ways = widenings(view, undefined, counts?.ineligible)
  return (
    <EmptyState
      icon={SearchX}
      title="No job matches"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ways.map((way, index) => (
            <Button
              key={way.verb}
              look={index === 0 ? 'primary' : 'plain'}
              onClick={() => onChange(way.view)}
            >
              {way.verb}
            </Button>
          ))}
        </div>
      }
    >
      {view.text.trim() !== ''
        ? 'No title, company, place or description has these words.'
        : 'What is chosen above leaves nothing to show.'}
    </EmptyState>
  )
}
