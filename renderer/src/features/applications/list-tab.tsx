import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ListX } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { ApplicationCard, ApplicationFilter } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { useCommand } from '../../app/commands.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useStatusLetters } from '../jobs/use-status-letters.ts'
import {
  type ApplicationSort,
  type ApplicationsView,
  applicationFilterOf,
  isNarrowed,
  OPEN_COLUMNS,
} from './applications-view.ts'
import { cardName } from './card-notes.ts'
import { Filters } from './filters.tsx'
import { ListHead, ListRow, type ListRowLayout } from './list-row.tsx'
import { localDay } from './moment-text.ts'
import { flatCards } from './patch-cards.ts'
import { useClock } from './use-clock.ts'
import { useMoves } from './use-moves.ts'

/** Applications asked at once; the contract allows 200. */
const PAGE = 100
/** Below this width a row takes two lines. */
const TWO_LINES_REM = 48

function useApplicationList(filter: ApplicationFilter, sort: ApplicationSort) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['applications', 'list', { filter, sort }],
    queryFn: ({ pageParam }) => client.applications.list({ filter, sort, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
    placeholderData: keepPreviousData,
  })
  const cards = useMemo(() => flatCards(data?.pages ?? []), [data])
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return { cards, hasMore: hasNextPage, loadMore, ...query }
}

/** All applications in one list, by status, date and company. */
export function ListTab({
  view,
  onView,
  onOpen,
}: {
  view: ApplicationsView
  onView: (view: ApplicationsView) => void
  onOpen: (jobId: JobId) => void
}) {
  const now = useClock()
  const today = localDay(now)
  const list = useApplicationList(applicationFilterOf(view, OPEN_COLUMNS, today), view.sort)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="border-b border-line px-4 py-2 sm:px-6">
        <Filters view={view} plain={OPEN_COLUMNS} today={today} sorted onChange={onView} />
      </div>
      {list.error && list.cards.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={12} label="Loading the applications" />
      ) : list.cards.length === 0 ? (
        <NothingMatches view={view} onView={onView} />
      ) : (
        <Cards now={now} openedId={view.jobId} onOpen={onOpen} {...list} />
      )}
    </div>
  )
}

function Cards({
  cards,
  hasMore,
  loadMore,
  now,
  openedId,
  onOpen,
}: {
  cards: readonly ApplicationCard[]
  hasMore: boolean
  loadMore: () => void
  now: Date
  openedId: JobId | null
  onOpen: (jobId: JobId) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const layout: ListRowLayout = useWidthInRem(box) < TWO_LINES_REM ? 'two' : 'wide'
  const [active, setActive] = useState<JobId | null>(openedId)
  const [statusOf, setStatusOf] = useState<JobId | null>(null)
  const move = useMoves()
  const current = cards.find(card => card.job.id === active) ?? cards[0]
  const focusSoon = () =>
    void setTimeout(
      () =>
        box.current
          ?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]')
          ?.focus({ preventScroll: true }),
      60,
    )
  const statusCard = cards.find(card => card.job.id === statusOf)
  useStatusLetters(statusCard !== undefined, to => {
    setStatusOf(null)
    if (statusCard) void move(statusCard.job, to)
    focusSoon()
  })
  useCommand(
    current
      ? {
          id: 'job.status',
          title: 'Set the status',
          group: 'Applications',
          shortcut: 's',
          run: () => setStatusOf(current.job.id),
        }
      : null,
  )
  return (
    <div ref={box} className="@container flex min-h-0 flex-1 flex-col">
      {layout === 'wide' ? <ListHead /> : null}
      <VirtualList
        label="Applications"
        className="flex-1"
        items={cards}
        keyOf={card => card.job.id}
        nameOf={card => cardName(card, now)}
        hasMore={hasMore}
        onLoadMore={loadMore}
        {...(layout === 'two' ? { rowRem: 4 } : {})}
        onActiveChange={card => setActive(card.job.id)}
        onRowFocus={card => setActive(card.job.id)}
        onOpen={card => onOpen(card.job.id)}
        renderRow={(card, { tabIndex }) => (
          <ListRow
            card={card}
            now={now}
            layout={layout}
            tabIndex={tabIndex}
            opened={card.job.id === openedId}
            statusOpen={card.job.id === statusOf}
            onStatusOpen={open => {
              setStatusOf(open ? card.job.id : null)
              if (!open) focusSoon()
            }}
            onMove={to => void move(card.job, to)}
          />
        )}
      />
    </div>
  )
}

/** Where a filter leaves nothing: what to relax. */
export function NothingMatches({
  view,
  onView,
}: {
  view: ApplicationsView
  onView: (view: ApplicationsView) => void
}) {
  const ways = [
    view.span === null ? null : { verb: 'Show any date', change: { span: null } },
    view.companyId === null ? null : { verb: 'Show all companies', change: { companyId: null } },
    view.statuses.length === 0 ? null : { verb: 'Show the usual statuses', change: { statuses: [] } },
  ].filter(way => way !== null)
  return (
    <EmptyState
      icon={ListX}
      title={isNarrowed(view) ? 'No application matches' : 'No application is open'}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ways.map((way, index) => (
            <Button
              key={way.verb}
              look={index === 0 ? 'primary' : 'plain'}
              onClick={() => onView({ ...view, ...way.change })}
            >
              {way.verb}
            </Button>
          ))}
        </div>
      }
    >
      {isNarrowed(view)
        ? 'What is chosen above leaves nothing to show.'
        : 'Rejected and archived ones are left out; choose them above to see them.'}
    </EmptyState>
  )
}
