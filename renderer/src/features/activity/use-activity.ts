import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ActivityGroup } from '../../../../main/contract/activity.ts'
import { client } from '../../app/core.ts'

const PAGE = 50

/** Sentences on what happened, the newest first, page by page; live. */
export function useActivity(groups: readonly ActivityGroup[]) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['activity', 'list', { groups }],
    queryFn: ({ pageParam }) => client.activity.list({ groups: [...groups], before: pageParam, limit: PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => (data?.pages ?? []).flatMap(page => page.rows), [data])
  return {
    rows,
    hasMore: hasNextPage,
    loadingMore: isFetchingNextPage,
    loadMore: () => fetchNextPage(),
    ...query,
  }
}
