import { Bell, CheckCheck, SearchX, Settings } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { NotificationId } from '../../../../main/contract/ids.ts'
import { announce } from '../../app/announce.tsx'
import { useCommands } from '../../app/commands.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { nextRow } from '../../ui/list-keys.ts'
import { Page } from '../../ui/page.tsx'
import { useRowFocus } from '../../ui/row-focus.ts'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { localDay } from '../applications/moment-text.ts'
import { useClock } from '../applications/use-clock.ts'
import { NoticesTabs } from './notices-tabs.tsx'
import { NotificationFilters } from './notification-filters.tsx'
import { NotificationRow } from './notification-row.tsx'
import {
  EVERYTHING,
  isNarrowed,
  type NotificationsView,
  notificationDays,
  readNotificationsView,
  writeNotificationsView,
} from './notifications-view.ts'
import { markRead, useNotifications } from './use-notifications.ts'

/** Rows that PageUp and PageDown pass. */
const JUMP = 10

/** `/notifications`: everything that the person was told, and how it reached them. */
export function NotificationsPage() {
  const [params, setParams] = useSearchParams()
  const view = readNotificationsView(params)
  const list = useNotifications(view)
  const show = (next: NotificationsView) => setParams(writeNotificationsView(next), { replace: true })
  const navigate = useNavigate()
  const unread = list.unread ?? 0
  const markAll = () => {
    if (unread > 0) void markRead(null).then(() => announce('All notifications are read'))
  }
  return (
    <Page
      title="Notifications"
      lead={
        list.unread === undefined
          ? undefined
          : unread === 0
            ? 'All read'
            : `${unread.toLocaleString('en')} unread`
      }
      action={
        <>
          <Button icon={Settings} look="quiet" onClick={() => void navigate('/settings')}>
            Choose what is told
          </Button>
          {/* Stays in reach of the keyboard when nothing is left to mark. */}
          <Button icon={CheckCheck} aria-disabled={unread === 0} onClick={markAll}>
            Mark all as read
          </Button>
        </>
      }
    >
      <NoticesTabs />
      <div className="flex max-w-3xl flex-col gap-3">
        <NotificationFilters view={view} onChange={show} />
        {list.error && list.rows.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <SkeletonRows rows={8} label="Loading the notifications" />
        ) : list.rows.length === 0 ? (
          <Nothing view={view} onShow={show} />
        ) : (
          <Days list={list} onMarkAll={markAll} />
        )}
      </div>
    </Page>
  )
}

function Days({ list, onMarkAll }: { list: ReturnType<typeof useNotifications>; onMarkAll: () => void }) {
  const { rows } = list
  const today = localDay(useClock())
  const box = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<NotificationId | null>(null)
  const focus = useRowFocus(
    box,
    rows.map(row => row.id),
  )
  const at = Math.max(
    0,
    rows.findIndex(row => row.id === activeId),
  )
  const go = (key: string) => {
    const held = box.current?.contains(document.activeElement) ?? false
    // The first key only comes to the list.
    const next = held ? nextRow(key, at, rows.length, JUMP) : at
    const goal = next === null ? undefined : rows[next]
    if (!goal) return false
    box.current?.querySelector<HTMLElement>(`[data-row="${goal.id}"] a`)?.focus()
    return true
  }
  /** How many rows stood when more were asked for: the first new one gets the focus. */
  const before = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (before.current === null || (rows.length === before.current && list.hasMore)) return
    const links = box.current?.querySelectorAll<HTMLElement>('[data-row] a') ?? []
    links[Math.min(before.current, links.length - 1)]?.focus()
    before.current = null
  }, [rows.length, list.hasMore])
  const markActive = () => {
    const row = rows[at]
    if (row && !row.read && box.current?.contains(document.activeElement))
      void markRead([row.id]).then(() => announce('Marked as read'))
  }
  const group = 'Notifications'
  useCommands([
    { id: 'notifications.next', title: 'Next notification', group, shortcut: 'j', run: () => go('j') },
    {
      id: 'notifications.previous',
      title: 'Previous notification',
      group,
      shortcut: 'k',
      run: () => go('k'),
    },
    {
      id: 'notifications.read',
      title: 'Mark as read',
      group,
      icon: CheckCheck,
      shortcut: 'm',
      run: markActive,
    },
    { id: 'notifications.readAll', title: 'Mark all as read', group, icon: CheckCheck, run: onMarkAll },
  ])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes the keys of its rows
    <div
      ref={box}
      {...focus}
      onKeyDown={event => {
        const onRow = event.target instanceof HTMLAnchorElement
        if (!onRow || event.ctrlKey || event.metaKey || event.altKey || /^[jk]$/.test(event.key)) return
        if (go(event.key)) event.preventDefault()
      }}
      className="flex flex-col gap-4"
    >
      {notificationDays(rows, today).map(({ day, title, rows: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="px-2 pb-1 text-sm font-semibold">
            {title}
          </h2>
          <ul aria-labelledby={`day-${day}`}>
            {ofDay.map(row => (
              <NotificationRow
                key={row.id}
                row={row}
                tabIndex={rows[at]?.id === row.id ? 0 : -1}
                onFocus={() => setActiveId(row.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {list.hasMore ? (
        <Button
          className="self-start"
          busy={list.isLoadingMore}
          onClick={() => {
            before.current = rows.length
            list.loadMore()
          }}
        >
          Show more
        </Button>
      ) : null}
    </div>
  )
}

function Nothing({ view, onShow }: { view: NotificationsView; onShow: (view: NotificationsView) => void }) {
  const navigate = useNavigate()
  if (!isNarrowed(view))
    return (
      <EmptyState
        icon={Bell}
        title="Nothing yet"
        action={<Button onClick={() => void navigate('/settings')}>Choose what is told</Button>}
      >
        New matches, interviews, reminders and runs that failed are told here, and stay to be found again.
      </EmptyState>
    )
  const onlyUnread = view.unread && !isNarrowed({ ...view, unread: false })
  return (
    <EmptyState
      icon={onlyUnread ? CheckCheck : SearchX}
      title={onlyUnread ? 'Nothing unread' : 'Nothing matches'}
      action={<Button onClick={() => onShow(EVERYTHING)}>Show all notifications</Button>}
    >
      {onlyUnread ? 'You have seen everything.' : 'No notification has all of what you look for.'}
    </EmptyState>
  )
}
