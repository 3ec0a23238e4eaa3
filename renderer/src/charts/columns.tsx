import { type ReactNode, useId } from 'react'

/** One column: what it stands for, its number, and whether it stands out. */
export interface Column {
  key: string
  label: string
  value: number
  lit: boolean
}

/**
 * Numbers of a few classes as columns from zero, each with its number above it. Sentence and table around it say the
 * same, so the drawing is one picture to screen readers.
 */
export function Columns({
  title,
  columns,
  legend,
}: {
  title: string
  columns: readonly Column[]
  /** What the two colours mean. */
  legend: ReactNode
}) {
  const id = useId()
  const highest = Math.max(1, ...columns.map(column => column.value))
  return (
    <figure aria-labelledby={id} className="m-0">
      <figcaption id={id} className="flex flex-wrap gap-x-4 text-xs text-ink-2">
        <span className="sr-only">{title}</span>
        {legend}
      </figcaption>
      <div aria-hidden className="flex h-36 items-end gap-1 border-b border-control pt-4">
        {columns.map(column => (
          <div key={column.key} className="flex h-full min-w-0 flex-1 flex-col items-center justify-end">
            <span className="text-xs text-ink-2 tabular-nums">
              {column.value === 0 ? '' : short(column.value)}
            </span>
            <div
              className={`w-full max-w-12 ${column.lit ? 'bg-(--chart-1)' : 'bg-(--chart-4)'}`}
              style={{ height: column.value === 0 ? 0 : `max(2px, ${(100 * column.value) / highest}%)` }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="flex gap-1 pt-1">
        {columns.map(column => (
          <span key={column.key} className="min-w-0 flex-1 text-center text-xs text-ink-3 tabular-nums">
            {column.label}
          </span>
        ))}
      </div>
    </figure>
  )
}

/** "1,204" as it is, "12k" where columns are narrow. */
const short = (value: number): string =>
  value < 10_000 ? value.toLocaleString('en') : `${Math.round(value / 1000).toLocaleString('en')}k`
