import clsx from 'clsx'
import { useId } from 'react'

/** What happened in one hour. */
export interface Hour {
  key: string
  /** "14" for the hour that begins at 14:00. */
  label: string
  value: number
}

/** Every how many hours a label is written below; twice as far on narrow pages. */
const LABELLED = 3

/**
 * Numbers of a day's hours as bars from zero, the oldest left. Its highest number stands above; sentence and table
 * around it say the rest, so the drawing is one picture to screen readers.
 */
export function HourBars({ title, hours }: { title: string; hours: readonly Hour[] }) {
  const id = useId()
  const highest = Math.max(1, ...hours.map(hour => hour.value))
  const first = hours.findIndex(hour => hour.value === highest)
  return (
    <figure aria-labelledby={id} className="m-0">
      <figcaption id={id} className="sr-only">
        {title}
      </figcaption>
      <div aria-hidden className="flex h-36 items-end xl:h-52 gap-px border-b border-control pt-5 sm:gap-1">
        {hours.map((hour, index) => (
          <div
            key={hour.key}
            title={`${hour.label}:00: ${hour.value.toLocaleString('en')}`}
            className="flex h-full min-w-0 flex-1 flex-col items-center justify-end"
          >
            {index === first && hour.value > 0 ? (
              <span className="-mx-6 text-xs whitespace-nowrap text-ink-2 tabular-nums">
                {hour.value.toLocaleString('en')}
              </span>
            ) : null}
            <div
              className="w-full max-w-10 bg-(--chart-1)"
              style={{ height: hour.value === 0 ? 0 : `max(2px, ${(100 * hour.value) / highest}%)` }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="flex gap-px pt-1 sm:gap-1">
        {hours.map((hour, index) => {
          // Counted from the newest, which is labelled in any case.
          const back = hours.length - 1 - index
          return (
            <span key={hour.key} className="relative h-4 min-w-0 flex-1 text-xs text-ink-3 tabular-nums">
              {back % LABELLED === 0 ? (
                <span
                  className={clsx(
                    'absolute left-1/2 -translate-x-1/2',
                    back % (2 * LABELLED) !== 0 && 'max-sm:hidden',
                  )}
                >
                  {hour.label}
                </span>
              ) : null}
            </span>
          )
        })}
      </div>
    </figure>
  )
}
