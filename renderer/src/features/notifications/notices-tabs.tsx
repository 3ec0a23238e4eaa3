import { Link, useLocation } from 'react-router'

const TABS = [
  { path: '/notifications', title: 'Notifications' },
  { path: '/activity', title: 'Activity' },
] as const

/** What the person was told, and all that happened: two pages side by side, under the head of each. */
export function NoticesTabs() {
  const { pathname } = useLocation()
  return (
    <nav
      aria-label="Notifications and activity"
      className="-mx-1 mb-4 flex shrink-0 gap-1 overflow-x-auto border-b border-line px-1"
    >
      {TABS.map(({ path, title }) => (
        <Link
          key={path}
          to={path}
          aria-current={pathname === path ? 'page' : undefined}
          className="-mb-px inline-flex min-h-9 shrink-0 items-center border-b-2 border-transparent px-2 text-sm text-ink-2 hover:text-ink focus-visible:outline-offset-[-2px] aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
