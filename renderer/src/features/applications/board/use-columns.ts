import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { ApplicationCard, ApplicationFilter } from '../../../../../main/contract/applications.ts'
import type { JobStatus } from '../../../../../main/contract/values.ts'
import { client } from '../../../app/core.ts'
import { flatCards } from '../patch-cards.ts'

/** Cards asked at once for one column. */
const PAGE = 50

/** One column as far as it is loaded. */
export interface Column {
  status: JobStatus
  cards: ApplicationCard[]
  hasMore: boolean
  loadMore: () => void
  isPending: boolean
  isFetching: boolean
  error: unknown
  retry: () => void
}

function useColumn(status: JobStatus, filter: ApplicationFilter, enabled: boolean): Column {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, isFetching, error, refetch } =
    useInfiniteQuery({
      queryKey: ['applications', 'column', { status, filter }],
      queryFn: ({ pageParam }) =>
        client.applications.column({ status, filter, cursor: pageParam, limit: PAGE }),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.cursor,
      placeholderData: keepPreviousData,
      enabled,
    })
  const cards = useMemo(() => flatCards(data?.pages ?? []), [data])
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const retry = useCallback(() => void refetch(), [refetch])
  return { status, cards, hasMore: hasNextPage, loadMore, isPending, isFetching, error, retry }
}

/** The columns that are in sight, in their order; the others are not asked for. */
export function useColumns(filter: ApplicationFilter, shown: readonly JobStatus[]): Column[] {
  const on = (status: JobStatus) => shown.includes(status)
  const all = [
    useColumn('approved', filter, on('approved')),
    useColumn('preparing_to_apply', filter, on('preparing_to_apply')),
    useColumn('applied', filter, on('applied')),
    useColumn('interview', filter, on('interview')),
    useColumn('offer', filter, on('offer')),
    useColumn('accepted', filter, on('accepted')),
    useColumn('rejected', filter, on('rejected')),
    useColumn('archived', filter, on('archived')),
  ]
  return all.filter(column => on(column.status))
}
