import clsx from 'clsx'
import { type ReactNode, useEffect } from 'react'
import { setPageTitle } from './page-title.ts'

/**
 * A page with its title left and its main action right, at the same place everywhere. `fill`: the content takes the
 * height of the window and scrolls by itself (lists); otherwise the page scrolls.
 */
export function Page({
  title,
  lead,
  action,
  fill = false,
  wide = false,
  children,
}: {
  title: string
  lead?: ReactNode
  action?: ReactNode
  fill?: boolean
  /** Takes the whole width of the window, for what lies in as many columns as there is room for. */
  wide?: boolean
  children: ReactNode
}) {
  useEffect(() => {
    setPageTitle(title)
  }, [title])
  return (
    <div
      className={clsx(
        'flex flex-col',
        fill ? 'h-full min-h-0' : 'w-full px-4 pb-16 sm:px-6',
        fill || wide || 'max-w-[90rem]',
      )}
    >
      <header
        className={clsx(
          'flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5',
          fill && 'border-b border-line px-4 sm:px-6',
        )}
      >
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {lead ? <p className="text-sm text-ink-2">{lead}</p> : null}
        </div>
        {action ? <div className="flex flex-wrap items-center gap-2">{action}</div> : null}
      </header>
      {children}
    </div>
  )
}

/** A part of a page with its own heading. */
export function Section({
  title,
  lead,
  action,
  className,
  children,
}: {
  title: string
  lead?: ReactNode
  action?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section className={clsx('flex min-w-0 flex-col rounded border border-line bg-surface', className)}>
      <header className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0">
          <h2 className="text-base font-semibold">{title}</h2>
          {lead ? <p className="text-sm text-ink-2">{lead}</p> : null}
        </div>
        {action}
      </header>
      <div className="min-w-0 flex-1 px-4 pb-4">{children}</div>
    </section>
  )
}
