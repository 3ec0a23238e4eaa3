import { type CSSProperties, type ReactNode, useMemo, useRef } from 'react'
import type { JobColumn } from '../../../../main/contract/shapes.ts'
import { useLook } from '../../app/look.ts'
import { useSettings } from '../../app/use-settings.ts'
import { useWidthInRem } from '../../ui/media.ts'
import { fittingColumns, gridOf, withTitle } from './columns.ts'
import type { RowLayout } from './job-row-props.ts'
import type { JobsView } from './jobs-view.ts'
import { TableHead } from './table-head.tsx'

/** Below these widths, in rem, a row takes two and three lines. */
const TWO_LINES = 46
const THREE_LINES = 26

const NO_COLUMNS: readonly JobColumn[] = []

/** How rows are laid out in the room that they have. */
export interface TableLayout {
  layout: RowLayout
  columns: readonly (JobColumn | 'title')[]
  stacked: boolean
}

/**
 * The frame of the list: its head and the widths of its columns. The head stays the same element while the order
 * changes, so that the focus stays on it.
 */
export function JobTable({
  view,
  headed,
  onChange,
  children,
}: {
  view: JobsView
  /** Rows are there to be headed. */
  headed: boolean
  onChange: (view: JobsView) => void
  children: (layout: TableLayout) => ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidthInRem(box)
  const layout: RowLayout = width >= TWO_LINES ? 'wide' : width >= THREE_LINES ? 'two' : 'three'
  const chosen = useSettings().data?.jobColumns ?? NO_COLUMNS
  const stacked = useLook().density === 'comfortable'
  const columns = useMemo(() => {
    // Below the title they need no column of their own.
    const wanted = stacked ? chosen.filter(one => one !== 'company' && one !== 'location') : chosen
    return withTitle(fittingColumns(wanted, width))
  }, [chosen, stacked, width])
  const style: CSSProperties & Record<'--job-grid', string> = { '--job-grid': gridOf(columns) }
  return (
    <div ref={box} style={style} className="@container flex min-h-0 min-w-0 flex-1 flex-col">
      {headed && layout === 'wide' ? <TableHead columns={columns} view={view} onChange={onChange} /> : null}
      {width === 0 ? null : children({ layout, columns, stacked })}
    </div>
  )
}
