import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { TimelineRow } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { nextRow } from '../../ui/list-keys.ts'
import { SkeletonRows } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { exactText } from '../../ui/when-text.ts'
import { HISTORY_FACES, historyText } from './application-words.ts'
import { APPLICATION_STATUSES, type ApplicationsView, applicationFilterOf } from './applications-view.ts'
import { Filters } from './filters.tsx'
import { NothingMatches } from './list-tab.tsx'
import { clockText, localDay } from './moment-text.ts'
import { type TimelineLine, timelineLines } from './timeline-days.ts'
import { useClock } from './use-clock.ts'
import { type FocusWish, VirtualStack } from './virtual-stack.tsx'

const PAGE = 50
const LINE_PIXELS = 56
/** Never more moments than this in the page. */
const MOST = 80

/** What happened in all applications, day by day, the newest first. */
export function TimelineTab({
  view,
  onView,
  onOpen,
}: {
  view: ApplicationsView
  onView: (view: ApplicationsView) => void
  onOpen: (jobId: JobId) => void
}) {
  const today = localDay(useClock())
  // Empty statuses mean all of them to the core.
  const filter = applicationFilterOf(view, [], today)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, error, refetch } =
    useInfiniteQuery({
      queryKey: ['applications', 'timeline', { filter }],
      queryFn: ({ pageParam }) => client.applications.timeline({ filter, cursor: pageParam, limit: PAGE }),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.cursor,
      placeholderData: keepPreviousData,
    })
  const lines = useMemo(
    () =>
      timelineLines(
        (data?.pages ?? []).flatMap(page => page.rows),
        today,
      ),
    [data, today],
  )
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="border-b border-line px-4 py-2 sm:px-6">
        <Filters view={view} plain={APPLICATION_STATUSES} today={today} onChange={onView} />
      </div>
      {error && lines.length === 0 ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={12} label="Loading the timeline" />
      ) : lines.length === 0 ? (
        <NothingMatches view={view} onView={onView} />
      ) : (
        <Lines lines={lines} hasMore={hasNextPage} loadMore={loadMore} onOpen={onOpen} />
      )}
    </div>
  )
}

const lineName = ({ row, heading }: TimelineLine): string =>
  [
    heading,
    clockText(row.at),
    `${HISTORY_FACES[row.kind].word} ${historyText(row)}`.trim(),
    row.title,
    row.company,
  ]
    .filter(Boolean)
    .join(', ')

function Lines({
  lines,
  hasMore,
  loadMore,
  onOpen,
}: {
  lines: readonly TimelineLine[]
  hasMore: boolean
  loadMore: () => void
  onOpen: (jobId: JobId) => void
}) {
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [wish, setWish] = useState<FocusWish | null>(null)
  const turn = useRef(0)
  const at = Math.max(
    0,
    lines.findIndex(line => line.key === activeKey),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const onLine = event.target instanceof HTMLElement && event.target.hasAttribute('data-card')
    if (!onLine || event.ctrlKey || event.metaKey || event.altKey) return
    const line = lines[at]
    if (event.key === 'Enter' && line) {
      event.preventDefault()
      onOpen(line.row.jobId)
      return
    }
    const next = nextRow(event.key, at, lines.length, 8)
    const goal = next === null ? undefined : lines[next]
    if (!goal) return
    event.preventDefault()
    turn.current += 1
    setWish({ key: goal.key, turn: turn.current })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes the keys of its lines
    <div onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <VirtualStack
        label="Timeline"
        className="flex-1 px-2 pb-6 sm:px-4"
        items={lines}
        keyOf={line => line.key}
        nameOf={lineName}
        estimate={LINE_PIXELS}
        most={MOST}
        activeKey={lines[at]?.key ?? null}
        wish={wish}
        onWishDone={() => setWish(null)}
        total={null}
        hasMore={hasMore}
        onLoadMore={loadMore}
        onFocusItem={line => setActiveKey(line.key)}
        onOpen={line => onOpen(line.row.jobId)}
        renderItem={line => <Line line={line} />}
      />
    </div>
  )
}

function Line({ line: { row, heading } }: { line: TimelineLine }) {
  return (
    <div className="max-w-3xl px-2">
      {heading === null ? null : <h2 className="pt-5 pb-1.5 text-sm font-semibold">{heading}</h2>}
      <Moment row={row} />
    </div>
  )
}

/** A word of the app rather than the person's own words. */
const isFixed = ({ kind }: TimelineRow) => kind === 'status' || kind === 'response' || kind === 'interview'

function Moment({ row }: { row: TimelineRow }) {
  const { icon: Icon, word } = HISTORY_FACES[row.kind]
  const text = historyText(row)
  return (
    <div className="flex gap-3 rounded px-2 hover:bg-hover">
      <time
        dateTime={row.at}
        title={exactText(row.at)}
        className="w-10 shrink-0 pt-2 text-right text-xs leading-5 text-ink-3 tabular-nums"
      >
        {clockText(row.at)}
      </time>
      {/* The line that ties a day together, with the sign of each moment on it. */}
      <span className="relative flex w-6 shrink-0 justify-center">
        <span aria-hidden className="absolute inset-y-0 w-px bg-line" />
        <span className="relative mt-1.5 inline-flex size-6 items-center justify-center rounded-full border border-line bg-surface">
          <Icon aria-hidden className="size-3.5 text-ink-2" strokeWidth={1.75} />
        </span>
      </span>
      <div className="min-w-0 flex-1 py-2">
        <p className="text-sm">
          <span className="text-ink-2">{word}</span>
          {text ? <span className={clsx('break-words', isFixed(row) && 'font-medium')}> {text}</span> : null}
        </p>
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm text-ink-2">
          <span className="min-w-0 truncate">
            {row.title}, {row.company}
          </span>
          {row.kind === 'status' ? null : <StatusBadge status={row.status} />}
        </p>
      </div>
    </div>
  )
}
