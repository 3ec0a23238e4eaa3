import clsx from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, type To } from 'react-router'

/** A page among its neighbours; `extra` stands behind its title. */
export interface PageTab {
  key: string
  to: To
  title: string
  extra?: ReactNode
}

/**
 * Pages that belong together, side by side under the head of each: links, as each has an address. The one that is shown
 * is scrolled into sight where not all have room. `fill`: in a page that fills the window.
 */
export function PageTabs({
  label,
  tabs,
  current,
  fill = false,
}: {
  label: string
  tabs: readonly PageTab[]
  /** The key of the page that is shown. */
  current: string
  fill?: boolean
}) {
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another tab to show
  useEffect(() => {
    const strip = nav.current
    const tab = strip?.querySelector<HTMLElement>('[aria-current=page]')
    if (!strip || !tab) return
    const beyond = tab.offsetLeft + tab.offsetWidth - strip.offsetLeft - strip.clientWidth
    if (beyond > 0) strip.scrollLeft = beyond
  }, [current])
  return (
    <nav
      ref={nav}
      aria-label={label}
      className={clsx(
        'flex shrink-0 gap-1 overflow-x-auto border-b border-line',
        fill ? 'px-3 sm:px-5' : '-mx-1 mb-4 px-1',
      )}
    >
      {tabs.map(({ key, to, title, extra }) => (
        <Link
          key={key}
          to={to}
          aria-current={key === current ? 'page' : undefined}
          className="-mb-px inline-flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-ink-2 hover:text-ink focus-visible:outline-offset-[-2px] aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {title}
          {extra}
        </Link>
      ))}
    </nav>
  )
}
