import clsx from 'clsx'
import { Link, useLocation } from 'react-router'

const TABS = [
  { path: '/runs', title: 'Runs' },
  { path: '/schedule', title: 'Schedule' },
  { path: '/checks', title: 'Data quality' },
  { path: '/events', title: 'Events' },
  { path: '/health', title: 'Health' },
] as const

/** The pages that say how Rolecall works by itself, side by side under the head of each; `fill`: in a page that fills. */
export function RunsTabs({ fill = false }: { fill?: boolean }) {
  const { pathname } = useLocation()
  return (
    <nav
      aria-label="Runs and data"
      className={clsx(
        'flex shrink-0 gap-1 overflow-x-auto border-b border-line',
        fill ? 'px-3 sm:px-5' : '-mx-1 mb-4 px-1',
      )}
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
