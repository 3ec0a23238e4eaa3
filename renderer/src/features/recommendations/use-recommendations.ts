import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, client } from '../../app/core.ts'
import { isEmptyProfile } from './empty-profile.ts'

/** Jobs asked at once. */
const PAGE = 50

/** The recommended jobs as one growing list, the best match first. */
export function useRecommendations() {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['recommendations', 'list', 'pages'],
    queryFn: ({ pageParam }) => client.recommendations.list({ cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
  })
  // A page that was read while jobs moved can repeat one.
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.job.id, row])).values()]
  }, [data])
  return {
    rows,
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
  }
}

/** Whether the profile says anything that jobs could be matched with; undefined while it is not known. */
export function useHasProfile(): boolean | undefined {
  const { data } = useQuery(ask('profile', 'get', {}))
  return data && !isEmptyProfile(data)
}
