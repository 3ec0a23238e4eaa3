import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RunId } from '../../../../main/contract/ids.ts'
import { ask, client } from '../../app/core.ts'
import { type RunsView, statesOf } from './runs-view.ts'

/** Runs asked at once. */
const PAGE = 50

/** The history under a view, the newest first, growing by `loadMore`. */
export function useRunList(view: RunsView) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['runs', 'list', view],
    queryFn: ({ pageParam }) =>
      client.runs.list({
        campaignId: view.campaignId,
        kinds: view.kind === null ? [] : [view.kind],
        states: statesOf(view.state),
        before: pageParam,
        limit: PAGE,
      }),
    initialPageParam: null as RunId | null,
    getNextPageParam: last => (last.length < PAGE ? undefined : last.at(-1)?.id),
    placeholderData: keepPreviousData,
  })
  const runs = useMemo(
    () => [...new Map((data?.pages ?? []).flat().map(run => [run.id, run])).values()],
    [data],
  )
  return {
    ...query,
    runs,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
  }
}

/** The runs that wait or run now, the one that began first on top. */
export function useGoingRuns() {
  const { data } = useQuery(ask('runs', 'list', { states: ['queued', 'running'], limit: 50 }))
  return useMemo(() => data?.toReversed() ?? [], [data])
}

/** Whether a campaign is still there, by its id; null while that is not known. */
export function useKnownCampaigns() {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  return useMemo(() => (data ? new Map(data.map(one => [one.id, one])) : null), [data])
}
