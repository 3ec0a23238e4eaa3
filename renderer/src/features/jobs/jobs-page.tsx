import { useQuery } from '@tanstack/react-query'
import { FileUp, ListFilter, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { announce } from '../../app/announce.tsx'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { useMedia } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { openAdd } from '../add/add-opener.ts'
import { around } from '../compare/compare-view.ts'
import { openImport } from '../imports/import-opener.ts'
import { JobDetail } from '../job/job-detail.tsx'
import { SearchNote } from '../search/search-note.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { FilterAside, FilterSheet } from './filter-sheet.tsx'
import { chipsOf } from './filter-words.ts'
import { useJobChanges } from './job-changes.ts'
import { JobList } from './job-list.tsx'
import { useFacets, useJobList, usePrefetchedJob } from './job-queries.ts'
import { JobTable } from './job-table.tsx'
import { CampaignChoice, JobsToolbar } from './jobs-toolbar.tsx'
import { type JobsView, jobsQuery, knownTotal, readJobsView } from './jobs-view.ts'
import { useLastVisit } from './last-visit.ts'
import { NoJobs } from './no-jobs.tsx'
import { usePanelOpen } from './panel-memory.ts'
import { useNames } from './use-names.ts'
import { useNeighbours } from './use-neighbours.ts'
import { ViewsMenu } from './views-menu.tsx'

/** From this width on, a job stands beside the list; below, instead of it. */
const SPLIT = '(min-width: 80rem)'
/** From this width on, the filters stand beside the list; beside a job as well from the second one on. */
const BESIDE = '(min-width: 64rem)'
const BESIDE_BOTH = '(min-width: 112rem)'

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
  const lastVisit = useLastVisit()
  const { data: counts } = useQuery(ask('jobs', 'counts', { campaignId: view.campaignId }))
  const filters = useFilters(view, openId !== null, list)
  const known = knownTotal(view, counts) ?? (list.hasMore ? null : list.rows.length)
  const total = known ?? (filters.exact ? (filters.facets?.total ?? null) : null)
  const neighbours = useNeighbours(list.rows, openId, { ...list, total })
  usePrefetchedJob(openId === null ? undefined : neighbours.next?.id, view.campaignId)
  const near = around(list.rows, neighbours.position === null ? -1 : neighbours.position - 1, NEAR)
  const names = useNames(view, filters.facets)
  const chips = chipsOf(view, names)

  const go = (path: string, next: JobsView, replace: boolean) =>
    void navigate({ pathname: path, search: jobsQuery(next) }, { replace })
  const open = (row: JobRow) => {
    if (row.id === openId) document.getElementById('job-title')?.focus()
    else go(`/jobs/${row.id}`, view, openId !== null)
  }
  const close = () => go('/jobs', view, false)
  const change = (next: JobsView) => go('/jobs', next, next.text !== view.text)
  useFocusListOnReturn(openId)
  useAnnounceCount(list.isPending || list.isOld ? null : total, jobsQuery(filterOnly(view)))
  useCommands([
    ...(neighbours.next ? [neighbourCommand('next', () => neighbours.next && open(neighbours.next))] : []),
    ...(neighbours.previous
      ? [neighbourCommand('previous', () => neighbours.previous && open(neighbours.previous))]
      : []),
    {
      id: 'jobs.filters',
      title: filters.shown ? 'Close the filters' : 'Show the filters',
      group: 'Jobs',
      icon: ListFilter,
      shortcut: 'shift+f',
      run: filters.toggle,
    },
  ])

  const listHidden = openId !== null && !split
  const words = list.isPending ? '' : countWords(total, list.rows.length)
  const panel = (
    <FilterPanel
      view={view}
      facets={filters.facets}
      currency={filters.currency}
      onCurrency={filters.setCurrency}
      onChange={change}
    />
  )
  return (
    <div className="flex h-full min-h-0">
      {filters.asideShown ? <FilterAside onClose={filters.close}>{panel}</FilterAside> : null}
      <FilterSheet open={filters.sheetShown} onClose={filters.close} result={words}>
        <div className="px-4 pt-3 sm:hidden">
          <CampaignChoice view={view} onChange={change} />
        </div>
        {panel}
      </FilterSheet>
      <div className={listHidden ? 'hidden' : 'group/list flex min-h-0 min-w-0 flex-1 flex-col'}>
        <Page
          title="Jobs"
          fill
          lead={words || undefined}
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
          <div className="px-4 pt-2 pb-2 group-has-data-bulk/list:hidden sm:px-6">
            <JobsToolbar
              view={view}
              chosen={chips.length}
              panelOpen={filters.shown}
              onPanel={filters.toggle}
              onChange={change}
              views={<ViewsMenu view={view} onChange={change} />}
              columns={<ColumnsMenu />}
            />
          </div>
          <div className="border-b border-line px-4 sm:px-6">
            <FilterChips view={view} chips={chips} onChange={change} />
            <SearchNote text={view.text} />
          </div>
          {list.error && list.rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : list.isPending ? (
            <SkeletonRows rows={14} label="Loading the jobs" />
          ) : list.rows.length === 0 ? (
            <NoJobs
              view={view}
              counts={counts}
              facets={filters.exact ? filters.facets : undefined}
              onChange={change}
            />
          ) : (
            <JobTable view={view} headed={list.rows.length > 0} onChange={change}>
              {table => (
                <JobList
                  key={jobsQuery(view)}
                  view={view}
                  table={table}
                  rows={list.rows}
                  total={total}
                  hasMore={list.hasMore}
                  onLoadMore={list.loadMore}
                  lastVisit={lastVisit}
                  openId={openId}
                  follows={split}
                  changes={changes}
                  onOpen={open}
                  onClose={close}
                />
              )}
            </JobTable>
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

/** The view without what only orders it. */
const filterOnly = (view: JobsView): JobsView => ({ ...view, sort: 'score', reversed: false })

/** The panel of filters and the counts in it. */
function useFilters(
  view: JobsView,
  jobOpen: boolean,
  list: { isPending: boolean; isOld: boolean; rows: readonly JobRow[]; hasMore: boolean },
) {
  const beside = useMedia(jobOpen ? BESIDE_BOTH : BESIDE)
  const [aside, setAside] = usePanelOpen()
  const [sheet, setSheet] = useState(false)
  const [currency, setCurrency] = useState<string | null>(null)
  const asideShown = beside && aside
  const sheetShown = !beside && sheet
  const shown = asideShown || sheetShown
  // The list is asked first; numbers that nobody sees are not counted.
  const wanted =
    !list.isPending &&
    !list.isOld &&
    (shown || list.rows.length === 0 || list.hasMore || view.companyIds.length > 0)
  const { facets, isOld } = useFacets(view, currency, wanted)
  const close = () => {
    setAside(false)
    setSheet(false)
    if (asideShown) document.querySelector<HTMLElement>('[data-filters]')?.focus()
  }
  return {
    facets,
    /** The counts are those of this very view. */
    exact: facets !== undefined && !isOld && !facets.more,
    currency: view.salary?.currency ?? currency ?? facets?.salary?.currency ?? 'EUR',
    setCurrency,
    asideShown,
    sheetShown,
    shown,
    close,
    toggle: () => {
      if (shown) close()
      else if (beside) {
        setAside(true)
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-filter-panel] input')?.focus())
      } else setSheet(true)
    },
  }
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

/** Says how many jobs a filter leaves, once it stands still. */
function useAnnounceCount(total: number | null, query: string): void {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (total === null || query === '') return
    const timer = setTimeout(
      () => announce(`${total.toLocaleString('en')} ${total === 1 ? 'job' : 'jobs'}`),
      500,
    )
    return () => clearTimeout(timer)
  }, [total, query])
}
