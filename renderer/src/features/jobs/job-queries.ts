import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import { ask, client, queryClient } from '../../app/core.ts'
import { filterOf, type JobsView } from './jobs-view.ts'
import { flatRows } from './patch-rows.ts'

/** Jobs asked at once; the contract allows 200. */
const PAGE = 100

/** The pages of the list under a view, by keyset cursor. */
function jobListOptions(view: JobsView) {
  const filter = filterOf(view)
  const { sort, reversed } = view
  return infiniteQueryOptions({
    queryKey: ['jobs', 'list', { filter, sort, reversed }],
    queryFn: ({ pageParam }) => client.jobs.list({ filter, sort, reversed, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
  })
}

/**
 * The jobs of a view as one growing list. The rows of the view before stay in sight until the first answer; answers
 * to a superseded view only fill its own cache.
 */
export function useJobList(view: JobsView) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    ...jobListOptions(view),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => flatRows(data?.pages ?? []), [data])
  return {
    rows,
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    /** True until rows for exactly this view are there. */
    isOld: query.isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
  }
}

/**
 * How many jobs each further choice would leave. The numbers before stay while new ones load; `wanted` holds the
 * question back, so that the list itself is asked first. `currency`: in which pay is counted while the view names none.
 */
export function useFacets(view: JobsView, currency: string | null, wanted: boolean) {
  const filter = filterOf(view)
  // Narrows nothing, and names the currency of the counts.
  const salary = currency === null ? null : { low: null, high: null, currency, unstated: true }
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...ask('jobs', 'facets', { filter: { ...filter, salary: filter.salary ?? salary } }),
    placeholderData: keepPreviousData,
    enabled: wanted,
  })
  return { facets: data, isOld: data === undefined || isPlaceholderData || isFetching }
}

/** Asks for a job before it is opened, once the page rests. */
export function usePrefetchedJob(jobId: JobId | undefined, campaignId: JobsView['campaignId']): void {
  useEffect(() => {
    if (jobId === undefined) return
    const timer = setTimeout(() => {
      void queryClient.prefetchQuery(ask('jobs', 'get', { jobId, campaignId }))
      void queryClient.prefetchQuery(ask('jobs', 'posting', { jobId }))
    }, 200)
    return () => clearTimeout(timer)
  }, [jobId, campaignId])
}
