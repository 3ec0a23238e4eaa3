import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DocumentVersionId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'

/** Jobs asked at once. */
const PAGE = 10

/** The open jobs that a résumé fits best as one growing list. */
export function useBestJobs(versionId: DocumentVersionId) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['resumes', 'bestJobs', versionId, 'pages'],
    queryFn: ({ pageParam }) => client.resumes.bestJobs({ versionId, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  // A page that was read while jobs moved can repeat one.
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.job.id, row])).values()]
  }, [data])
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? 0,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
  }
}
