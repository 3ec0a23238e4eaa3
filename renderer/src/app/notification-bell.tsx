import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { NotificationView } from '../../../main/contract/notifications.ts'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { When } from '../ui/when.tsx'
import { useCommand } from './commands.ts'
import { ask, client } from './core.ts'
import { Failure, failureToast } from './failure.tsx'

/** The bell with the number of unread notifications; opens the newest as a list. */
export function NotificationBell() {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(ask('notifications', 'list', { limit: 30 }))
  const unread = data?.unread ?? 0
  const rows = data?.rows ?? []
  const markRead = (ids: NotificationView['id'][] | null) =>
    client.notifications.markRead({ notificationIds: ids }).then(() => undefined, failureToast)

  useCommand({
    id: 'app.notifications',
    title: 'Show notifications',
    group: 'General',
    icon: Bell,
    shortcut: 'g n',
    run: () => setOpen(true),
  })

  return (
    <Popover
      title="Notifications"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-96"
      trigger={
        <button
          type="button"
          aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
          className="relative inline-flex size-8 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Bell aria-hidden className="size-4" strokeWidth={1.75} />
          {unread > 0 ? (
            <span
              aria-hidden
              className="absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-ink"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          ) : null}
        </button>
      }
    >
      <div className="flex items-center justify-between border-b border-line px-3 py-2">
        <h2 className="text-base font-semibold">Notifications</h2>
        <Button size="small" look="quiet" disabled={unread === 0} onClick={() => markRead(null)}>
          Mark all as read
        </Button>
      </div>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!error && rows.length === 0 ? (
        <p className="px-3 py-6 text-center text-ink-2">
          Nothing yet. A job that fits a campaign well is announced here.
        </p>
      ) : null}
      <ul>
        {rows.map(row => (
          <li key={row.id} className="border-b border-line last:border-b-0">
            <Link
              to={row.target}
              onClick={() => {
                setOpen(false)
                if (!row.read) void markRead([row.id])
              }}
              className="flex gap-2 px-3 py-2 hover:bg-hover focus-visible:outline-offset-[-2px]"
            >
              <span className={`mt-2 size-1.5 shrink-0 rounded-full ${row.read ? '' : 'bg-accent'}`} />
              <span className="min-w-0 flex-1">
                <span className={row.read ? 'block' : 'block font-medium'}>
                  {row.read ? null : <span className="sr-only">Unread: </span>}
                  {row.title}
                </span>
                {row.body ? <span className="block text-ink-2">{row.body}</span> : null}
                <When at={row.at} className="text-xs text-ink-3" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
