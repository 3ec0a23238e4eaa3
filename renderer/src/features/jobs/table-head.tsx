import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { JobColumn } from '../../../../main/contract/shapes.ts'
import { COLUMNS, sortWord } from './columns.ts'
import type { JobsView } from './jobs-view.ts'

/** The head of the jobs table. A press on a column orders by it, a second one turns the order round. */
export function TableHead({
  columns,
  view,
  onChange,
}: {
  columns: readonly (JobColumn | 'title')[]
  view: JobsView
  onChange: (view: JobsView) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows below are a virtual list, which no <table> can hold
    <div
      role="table"
      aria-label="Order of the jobs"
      className="overflow-hidden border-b border-line bg-sunken [scrollbar-gutter:stable] [scrollbar-width:thin]"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
      <div
        role="row"
        className="grid h-7 items-center gap-x-3 pr-11 pl-9.5"
        style={{ gridTemplateColumns: 'var(--job-grid)' }}
      >
        {columns.map(column => (
          <Head key={column} column={column} view={view} onChange={onChange} />
        ))}
      </div>
    </div>
  )
}

function Head({
  column,
  view,
  onChange,
}: {
  column: JobColumn | 'title'
  view: JobsView
  onChange: (view: JobsView) => void
}) {
  const { label, right, sort } = COLUMNS[column]
  const word = sortWord(column, view.sort, view.reversed)
  const Arrow = word === 'ascending' ? ArrowUp : ArrowDown
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the head
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      role="columnheader"
      aria-sort={sort ? word : undefined}
      className={clsx('flex min-w-0 text-xs text-ink-3', right && 'justify-end')}
    >
      {sort ? (
        <button
          type="button"
          onClick={() => onChange({ ...view, sort, reversed: view.sort === sort ? !view.reversed : false })}
          className={clsx(
            '-mx-1 inline-flex min-h-6 min-w-0 items-center gap-0.5 rounded-sm px-1 hover:bg-hover hover:text-ink',
            word !== 'none' && 'font-medium text-ink',
          )}
        >
          <span className="truncate">{label}</span>
          {word === 'none' ? null : <Arrow aria-hidden className="size-3 shrink-0" />}
        </button>
      ) : (
        <span className="truncate">{label}</span>
      )}
    </div>
  )
}
