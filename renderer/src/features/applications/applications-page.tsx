import { keepPreviousData, useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { BriefcaseBusiness, SquareKanban } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { JobId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { NoPage } from '../../app/recovery.tsx'
import { Button } from '../../ui/button.tsx'
import { useMedia } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ApplicationPanel } from './application-panel.tsx'
import {
  APPLICATION_TABS,
  type ApplicationsView,
  type ApplicationTab,
  applicationsQuery,
  OPEN_COLUMNS,
  readApplicationsView,
  tabPath,
} from './applications-view.ts'
import { Board } from './board/board.tsx'
import { CompanyFilter } from './company-filter.tsx'
import { FollowUpsTab } from './follow-ups-tab.tsx'
import { ListTab } from './list-tab.tsx'
import { StaleBanner } from './stale-dialog.tsx'
import { TimelineTab } from './timeline-tab.tsx'

const TAB_LABELS: Record<ApplicationTab, string> = {
  board: 'Board',
  list: 'List',
  timeline: 'Timeline',
  'follow-ups': 'Follow-ups',
}

/** From the first width on, an application stands beside the board; from the second, over its right part. */
const BESIDE = '(min-width: 80rem)'
const OVER = '(min-width: 48rem)'

/** `/applications` and its tabs, with what they show and the open application in the query. */
export function ApplicationsPage() {
  const { tab: asked } = useParams()
  const tab = APPLICATION_TABS.find(one => one === (asked ?? 'board'))
  return tab ? <Applications tab={tab} /> : <NoPage />
}

function Applications({ tab }: { tab: ApplicationTab }) {
  const [params] = useSearchParams()
  const view = readApplicationsView(params)
  const { jobId } = view
  const navigate = useNavigate()
  const beside = useMedia(BESIDE)
  const over = useMedia(OVER)
  const { data: counts } = useQuery({
    ...ask('applications', 'counts', {}),
    placeholderData: keepPreviousData,
  })
  const go = (next: ApplicationsView, replace: boolean) =>
    void navigate({ pathname: tabPath(tab), search: applicationsQuery(next) }, { replace })
  const change = (next: ApplicationsView) => go(next, true)
  const open = (next: JobId) => go({ ...view, jobId: next }, jobId !== null)
  const close = () => go({ ...view, jobId: null }, false)
  useFocusCardOnReturn(jobId)

  const all = counts?.columns.reduce((sum, column) => sum + column.n, 0)
  const isOpen = counts?.columns.reduce(
    (sum, column) => sum + (OPEN_COLUMNS.includes(column.status) ? column.n : 0),
    0,
  )
  return (
    <div className="relative flex h-full min-h-0">
      <div
        inert={jobId !== null && !beside}
        className={clsx('min-h-0 min-w-0 flex-1 flex-col', jobId !== null && !over ? 'hidden' : 'flex')}
      >
        <Page
          title="Applications"
          fill
          lead={isOpen === undefined ? undefined : `${isOpen.toLocaleString('en')} open`}
          action={
            tab === 'board' && all !== 0 ? (
              <CompanyFilter
                companyId={view.companyId}
                onChange={companyId => change({ ...view, companyId })}
              />
            ) : undefined
          }
        >
          <TabLinks tab={tab} view={view} followUps={counts?.followUps ?? 0} />
          {tab === 'board' || tab === 'list' ? <StaleBanner stale={counts?.stale ?? 0} /> : null}
          {all === 0 && tab !== 'follow-ups' ? (
            <NoApplications />
          ) : tab === 'board' ? (
            <Board view={view} onView={change} onOpen={open} />
          ) : tab === 'list' ? (
            <ListTab view={view} onView={change} onOpen={open} />
          ) : tab === 'timeline' ? (
            <TimelineTab view={view} onView={change} onOpen={open} />
          ) : (
            <FollowUpsTab onOpen={open} />
          )}
        </Page>
      </div>
      {jobId === null ? null : (
        <>
          {over && !beside ? (
            // A press beside the application closes it, as Esc and its button do.
            // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has Esc
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc
            <div className="absolute inset-0 bg-scrim" onClick={close} />
          ) : null}
          <div
            className={clsx(
              beside && 'w-104 shrink-0 border-l border-line',
              !beside && over && 'absolute inset-y-0 right-0 w-104 border-l border-line shadow-float',
              !over && 'min-w-0 flex-1',
            )}
          >
            <ApplicationPanel key={jobId} jobId={jobId} covers={!over} onClose={close} />
          </div>
        </>
      )}
    </div>
  )
}

/** The tabs as places of their own: each has an address, and keeps the company and the dates of the one before. */
function TabLinks({
  tab,
  view,
  followUps,
}: {
  tab: ApplicationTab
  view: ApplicationsView
  followUps: number
}) {
  return (
    <PageTabs
      label="Applications"
      fill
      current={tab}
      tabs={APPLICATION_TABS.map(one => ({
        key: one,
        to: { pathname: tabPath(one), search: applicationsQuery({ ...view, statuses: [], jobId: null }) },
        title: TAB_LABELS[one],
        extra:
          one === 'follow-ups' && followUps > 0 ? (
            <span className="text-xs text-ink-3 tabular-nums">{followUps.toLocaleString('en')}</span>
          ) : null,
      }))}
    />
  )
}

function NoApplications() {
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={SquareKanban}
      title="No applications yet"
      action={
        <Button look="primary" icon={BriefcaseBusiness} onClick={() => void navigate('/jobs')}>
          Go to the jobs
        </Button>
      }
    >
      A job that you approve comes here. Then follow it from the letter to the offer, with every interview,
      answer and date in one place.
    </EmptyState>
  )
}

/** The application that was closed has the focus again where it stands: its card, its row or its line. */
function useFocusCardOnReturn(jobId: JobId | null): void {
  const before = useRef(jobId)
  useEffect(() => {
    const left = before.current
    before.current = jobId
    if (left === null || jobId !== null) return
    let frames = 0
    const tryFocus = () => {
      const card =
        document.querySelector<HTMLElement>(`#main [data-card="${left}"]`) ??
        document.querySelector<HTMLElement>('#main [role="listitem"][tabindex="0"]')
      card?.focus({ preventScroll: true })
      frames += 1
      if ((card === null || document.activeElement !== card) && frames < 20)
        frame = requestAnimationFrame(tryFocus)
    }
    let frame = requestAnimationFrame(tryFocus)
    return () => cancelAnimationFrame(frame)
  }, [jobId])
}
