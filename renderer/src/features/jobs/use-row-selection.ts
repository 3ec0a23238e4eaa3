import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { nothingSelected, type Selection, selectOne, selectRange } from './selection.ts'

/** Keys that move the end of a range. */
const DOWN = new Set(['J', 'ArrowDown'])
const UP = new Set(['K', 'ArrowUp'])

/**
 * Which rows are selected: one by one, by ranges with Shift (click, J, K, arrows), or all. `onMove` makes a row the
 * active one and gives it the focus.
 */
export function useRowSelection(
  rows: readonly JobRow[],
  current: JobRow | undefined,
  onMove: (row: JobRow) => void,
) {
  const [selection, setSelection] = useState<Selection<JobId>>(nothingSelected)
  const order = () => rows.map(row => row.id)
  const rangeTo = (row: JobRow) =>
    setSelection(now => selectRange(now, order(), current?.id ?? row.id, row.id))
  return {
    ids: selection.ids,
    toggle: (row: JobRow, on = !selection.ids.has(row.id)) => setSelection(now => selectOne(now, row.id, on)),
    selectAll: (ids: readonly JobId[]) => setSelection({ ids: new Set(ids), anchor: null, base: new Set() }),
    clear: () => setSelection(nothingSelected()),
    /** For the capture phase of the list's keys. */
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey) return
      const onRow = event.target instanceof HTMLElement && event.target.closest('[role="listitem"]') !== null
      if (onRow && event.key === 'a' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        event.stopPropagation()
        setSelection({ ids: new Set(order()), anchor: null, base: new Set() })
        return
      }
      if (!event.shiftKey || event.ctrlKey || event.metaKey) return
      const step = DOWN.has(event.key) ? 1 : UP.has(event.key) ? -1 : 0
      if (step === 0 || !onRow || !current) return
      event.preventDefault()
      event.stopPropagation()
      const next = rows[rows.indexOf(current) + step]
      if (!next) return
      rangeTo(next)
      onMove(next)
    },
    /** For the capture phase of the list's clicks: Shift selects up to the row, Ctrl or ⌘ the row beside others. */
    onClick: (event: MouseEvent) => {
      const row = rowOf(event, rows)
      if (!row) return
      if (event.shiftKey) rangeTo(row)
      else if (event.ctrlKey || event.metaKey)
        setSelection(now => selectOne(now, row.id, !now.ids.has(row.id)))
      else return
      event.preventDefault()
      event.stopPropagation()
      onMove(row)
    },
    /** A press with Shift would select the text between. */
    onMouseDown: (event: MouseEvent) => {
      if (event.shiftKey && rowOf(event, rows)) event.preventDefault()
    },
  }
}

function rowOf(event: MouseEvent, rows: readonly JobRow[]): JobRow | undefined {
  const line = event.target instanceof Element ? event.target.closest('[data-index]') : null
  return line === null ? undefined : rows[Number(line.getAttribute('data-index'))]
}
