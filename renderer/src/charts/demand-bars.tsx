import clsx from 'clsx'
import type { ReactNode } from 'react'

/** One bar: its name, its two parts, its numbers in words, and what stands before and behind it. */
export interface DemandBar {
  key: string
  name: string
  /** Filled from zero on. */
  full: number
  /** Hollow behind it. */
  hollow: number
  /** Written beside the bar, such as "204 · 42 %". */
  label: string
  /** The same as a sentence, for screen readers. */
  words: string
  mark: ReactNode
  trend: ReactNode
  act: ReactNode
  /** Stands out from the rest. */
  lit: boolean
}

/**
 * Bars from zero that lie below each other, the longest as wide as there is room. They are a list whose rows say their
 * numbers, so the drawing itself is hidden from screen readers.
 */
export function DemandBars({
  title,
  bars,
  longest,
}: {
  title: string
  bars: readonly DemandBar[]
  /** The number that fills the width. */
  longest: number
}) {
  const width = (part: number) => `${(100 * part) / Math.max(1, longest)}%`
  return (
    <div className="@container -mx-2">
      <ul aria-label={title} className="flex flex-col">
        {bars.map(bar => (
          <li
            key={bar.key}
            tabIndex={-1}
            className={clsx(
              'grid min-h-9 grid-cols-[1.75rem_minmax(0,1fr)_auto_1.75rem] items-center gap-x-2 rounded px-2 py-1.5',
              '@xl:grid-cols-[1.75rem_minmax(6rem,10rem)_minmax(0,1fr)_6.5rem_auto_1.75rem] @xl:py-0',
              bar.lit ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <span className="flex min-h-7 items-center justify-center">{bar.mark}</span>
            <span className="min-w-0 truncate text-sm" title={bar.name}>
              {bar.name}
              <span className="sr-only">: {bar.words}</span>
            </span>
            <span
              aria-hidden
              className="order-last col-span-3 col-start-2 flex h-2 @xl:order-none @xl:col-span-1 @xl:col-start-auto @xl:h-3.5"
            >
              <span className="bg-(--chart-1)" style={{ width: width(bar.full) }} />
              {bar.hollow > 0 ? (
                <span className="border border-l-0 border-(--chart-1)" style={{ width: width(bar.hollow) }} />
              ) : null}
            </span>
            <span aria-hidden className="text-right text-xs whitespace-nowrap text-ink-2 tabular-nums">
              {bar.label}
            </span>
            <span className="hidden @xl:block">{bar.trend}</span>
            <span className="flex justify-end">{bar.act}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the fills of the bars mean. */
export function DemandLegend({
  full,
  hollow,
  children,
}: {
  full: string
  hollow: string
  children?: ReactNode
}) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-xs text-ink-2">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-2 bg-(--chart-1)" />
        {full}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-2 border border-(--chart-1)" />
        {hollow}
      </span>
      {children}
    </div>
  )
}
