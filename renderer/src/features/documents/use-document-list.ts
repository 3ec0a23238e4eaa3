import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { client } from '../../app/core.ts'
import type { DocumentsView } from './documents-view.ts'

/** Documents asked at once; the contract allows 200. */
const PAGE = 100

/** The documents of a view, page after page, the newest change first. */
export function useDocumentList({ kind, place, jobId, text }: DocumentsView) {
  const asked = { kind, place, jobId, text: text.trim() }
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['documents', 'list', 'pages', asked],
    queryFn: ({ pageParam }) => client.documents.list({ ...asked, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })
  // A change between two pages may show a document on both.
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.documentId, row])).values()]
  }, [data])
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return { rows, total: data?.pages.at(-1)?.total ?? null, hasMore: hasNextPage, loadMore, ...query }
}
