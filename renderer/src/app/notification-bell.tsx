import { useQuery } from '@tanstack/react-query'
import { Bell, BellRing } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { KIND_FACES } from '../features/notifications/notification-words.ts'
import { markRead } from '../features/notifications/use-notifications.ts'
import { Button } from '../ui/button.tsx'
import { setTitleCount } from '../ui/page-title.ts'
import { Popover } from '../ui/popover.tsx'
import { toast } from '../ui/toast-store.ts'
import { When } from '../ui/when.tsx'
import { useCommands } from './commands.ts'
import { ask, client } from './core.ts'
import { Failure, failureToast } from './failure.tsx'

/** As many as one looks through in passing; the rest stands on the page. */
const NEWEST = 10

/** Sends one over the channel by which this shell can show it, and says how it went. */
async function sendTest(): Promise<void> {
  try {
    const { notifications } = await client.shell.info({})
    const result = await client.notifications.test({ channel: notifications === 'granted' ? 'os' : 'in_app' })
    toast(result.message, {
      tone: result.ok ? 'good' : 'bad',
      ...(result.detail === null ? {} : { description: result.detail }),
    })
  } catch (error) {
    failureToast(error)
  }
}

/** The bell with the number of unread notifications; opens the newest, and leads to all of them. */
export function NotificationBell() {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(ask('notifications', 'list', { limit: NEWEST }))
  const unread = data?.unread ?? 0
  const rows = data?.rows ?? []
  useEffect(() => setTitleCount(unread), [unread])
  const group = 'General'
  useCommands([
    {
      id: 'app.notifications',
      title: 'Show notifications',
      group,
      icon: Bell,
      shortcut: 'g n',
      run: () => setOpen(true),
    },
    {
      id: 'app.testNotification',
      title: 'Send a test notification',
      group,
      icon: BellRing,
      run: () => void sendTest(),
    },
  ])
  return (
    <Popover
      title="Notifications"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="flex w-96 flex-col overflow-hidden"
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
      <div className="flex shrink-0 items-center justify-between gap-2 border-b border-line px-3 py-2">
        <h2 className="text-base font-semibold">
          Notifications
          {unread > 0 ? (
            <span className="font-normal text-ink-2"> · {unread.toLocaleString('en')} unread</span>
          ) : null}
        </h2>
        <Button
          size="small"
          look="quiet"
          // Keeps the focus when nothing is left to mark.
          aria-disabled={unread === 0}
          onClick={() => unread > 0 && void markRead(null)}
        >
          Mark all as read
        </Button>
      </div>
      <div className="min-h-0 overflow-y-auto">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!error && rows.length === 0 ? (
          <p className="px-3 py-6 text-center text-ink-2">
            Nothing yet. A job that fits a campaign well is announced here.
          </p>
        ) : null}
        <ul>
          {rows.map(row => {
            const { icon: Icon, title: kind } = KIND_FACES[row.kind]
            return (
              <li key={row.id} className="border-b border-line last:border-b-0">
                <Link
                  to={row.target}
                  onClick={() => {
                    setOpen(false)
                    if (!row.read) void markRead([row.id])
                  }}
                  className="flex gap-2.5 px-3 py-2 hover:bg-hover focus-visible:outline-offset-[-2px]"
                >
                  <Icon
                    aria-hidden
                    className={`mt-0.5 size-4 shrink-0 ${row.read ? 'text-ink-3' : 'text-accent'}`}
                    strokeWidth={1.75}
                  />
                  <span className="min-w-0 flex-1">
                    <span className={row.read ? 'block' : 'block font-medium'}>
                      <span className="sr-only">
                        {row.read ? '' : 'Unread, '}
                        {kind}:{' '}
                      </span>
                      {row.title}
                    </span>
                    {row.body ? (
                      <span className="line-clamp-3 whitespace-pre-line text-ink-2">{row.body}</span>
                    ) : null}
                    <When at={row.at} className="text-xs text-ink-3" />
                  </span>
                  {row.read ? null : (
                    <span aria-hidden className="mt-1.5 size-2 shrink-0 rounded-full bg-accent" />
                  )}
                </Link>
              </li>
            )
          })}
        </ul>
      </div>
      <div className="shrink-0 border-t border-line px-3 py-2">
        <Link
          to="/notifications"
          onClick={() => setOpen(false)}
          className="inline-flex min-h-6 items-center text-link"
        >
          All notifications
        </Link>
      </div>
    </Popover>
  )
}
