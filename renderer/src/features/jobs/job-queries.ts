import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { client } from '../../app/core.ts'
import { filterOf, type JobsView } from './jobs-view.ts'
import { flatRows } from './patch-rows.ts'

/** Jobs asked at once; the contract allows 200. */
const PAGE = 100

/** The pages of the list under a view, by keyset cursor. */
function jobListOptions({ sort, ...view }: JobsView) {
  const filter = filterOf({ sort, ...view })
  return infiniteQueryOptions({
    queryKey: ['jobs', 'list', { filter, sort }],
    queryFn: ({ pageParam }) => client.jobs.list({ filter, sort, cursor: pageParam, limit: PAGE }),
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
