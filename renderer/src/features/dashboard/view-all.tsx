import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { JobFilter } from '../../../../main/contract/job-filter.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { When } from '../../ui/when.tsx'
import { JobLine } from './job-lines.tsx'

/** Jobs asked at once. */
const PAGE = 50

/** A line of a whole list: the job, and when it was applied to or found. */
interface Line {
  job: JobRow
  at: string
}

interface LinePage {
  lines: Line[]
  cursor: string | null
}

/** A whole list that a widget shows the first of. */
interface WholeList {
  title: string
  description: string
  /** Begins with the area, by which events make it old. */
  key: readonly unknown[]
  read: (cursor: string | null) => Promise<LinePage>
}

/** All favourites, those that were found last first. */
export function allFavourites(campaignId: CampaignId | null): WholeList {
  const filter = JobFilter.parse({ favourite: true, foundBy: campaignId === null ? [] : [campaignId] })
  return {
    title: 'Favourites',
    description: 'The newest first, with the day on which each was found.',
    key: ['jobs', 'favourites', campaignId],
    read: async cursor => {
      const page = await client.jobs.list({ filter, sort: 'newest', cursor, limit: PAGE })
      return { lines: page.rows.map(job => ({ job, at: job.foundAt })), cursor: page.cursor }
    },
  }
}

/** All applications that were sent, the last one first. */
export const ALL_APPLIED: WholeList = {
  title: 'Last applied',
  description: 'Everything that was sent, the last one first.',
  key: ['applications', 'sent'],
  read: async cursor => {
    const page = await client.applications.list({ filter: {}, sort: 'applied', cursor, limit: PAGE })
    const lines = page.cards.flatMap(({ job, appliedAt }) =>
      appliedAt === null ? [] : [{ job, at: appliedAt }],
    )
    // What was not sent yet comes behind all that was.
    return { lines, cursor: lines.length < page.cards.length ? null : page.cursor }
  },
}

/** Opens the whole list in a layer, with the keys of every list. */
export function ViewAll({ list }: { list: WholeList }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label={`${list.title}: view all`}
        className="text-link min-h-6 rounded-sm text-sm"
        onClick={() => setOpen(true)}
      >
        View all
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={list.title}
        description={list.description}
        width="wide"
      >
        {open ? <Lines list={list} /> : null}
      </Dialog>
    </>
  )
}

function Lines({ list }: { list: WholeList }) {
  const navigate = useNavigate()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: list.key,
    queryFn: ({ pageParam }) => list.read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
  })
  // A page that was read while jobs moved can repeat one.
  const lines = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.lines)
    return [...new Map(all.map(line => [line.job.id, line])).values()]
  }, [data])
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Frame>{<SkeletonRows rows={10} label={`Loading: ${list.title}`} />}</Frame>
  if (lines.length === 0) return <p className="py-4 text-sm text-ink-2">None is left in this list.</p>
  return (
    <Frame>
      <VirtualList
        label={list.title}
        className="h-full"
        items={lines}
        keyOf={line => line.job.id}
        nameOf={({ job }) => `${job.title}, ${job.company}`}
        hasMore={hasNextPage}
        onLoadMore={() => {
          if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
        }}
        rowRem={3.5}
        onOpen={({ job }) => void navigate(`/jobs/${job.id}`)}
        renderRow={({ job, at }, state) => (
          <div className="flex h-full items-center border-b border-line px-2 hover:bg-hover">
            <JobLine job={job} note={<When at={at} />} tabIndex={state.tabIndex} />
          </div>
        )}
      />
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="-mx-2 h-[60vh] overflow-hidden">{children}</div>
}
