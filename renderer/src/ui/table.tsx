import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

/** A plain table that scrolls sideways inside its own frame when the page is narrow. `caption` names it. */
export function Table({
  caption,
  showCaption = false,
  head,
  children,
  className,
}: {
  caption: string
  showCaption?: boolean
  /** Column headings; `number` sets a column of figures to the right, `hidden` is said by screen readers only. */
  head: readonly (string | { label: string; number: true } | { label: string; hidden: true })[]
  children: ReactNode
  className?: string
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable frame must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className={clsx('relative overflow-x-auto', className)}>
      <table className="w-full border-collapse text-sm">
        <caption className={showCaption ? 'pb-2 text-left text-sm text-ink-2' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {head.map(column => {
              const label = typeof column === 'string' ? column : column.label
              return (
                <th
                  key={label}
                  scope="col"
                  className={clsx(
                    'border-b border-line px-2 py-1.5 text-xs font-medium text-ink-3',
                    typeof column !== 'string' && 'number' in column ? 'text-right' : 'text-left',
                  )}
                >
                  {typeof column !== 'string' && 'hidden' in column ? (
                    <span className="sr-only">{label}</span>
                  ) : (
                    label
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

/** A cell; `number` sets a figure to the right, `heading` names the row. */
export function Cell({
  number,
  heading,
  className,
  ...rest
}: ComponentProps<'td'> & { number?: boolean; heading?: boolean }) {
  const shape = clsx(
    'border-b border-line px-2 py-1.5 align-top',
    number ? 'text-right whitespace-nowrap tabular-nums' : 'text-left',
    className,
  )
  return heading ? (
    <th scope="row" {...rest} className={clsx(shape, 'font-normal')} />
  ) : (
    <td {...rest} className={shape} />
  )
}
