import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { NotificationId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import type { NotificationsView } from './notifications-view.ts'

/** Notifications asked at once; the contract allows 200. */
const PAGE = 50

/** The history that a view shows, page by page, with the number of all unread ones. */
export function useNotifications({ text, kinds, unread }: NotificationsView) {
  const asked = { text: text.trim().slice(0, 300), kinds: [...kinds], unread }
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['notifications', 'list', 'pages', asked],
    queryFn: ({ pageParam }) => client.notifications.list({ ...asked, before: pageParam, limit: PAGE }),
    initialPageParam: null as NotificationId | null,
    getNextPageParam: last => (last.rows.length < PAGE ? null : (last.rows.at(-1)?.id ?? null)),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.id, row])).values()]
  }, [data])
  return {
    rows,
    unread: data?.pages[0]?.unread,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    ...query,
  }
}

/** Marks notifications as read; null: all of them. */
export const markRead = (notificationIds: NotificationId[] | null): Promise<void> =>
  client.notifications.markRead({ notificationIds }).then(() => undefined, failureToast)
