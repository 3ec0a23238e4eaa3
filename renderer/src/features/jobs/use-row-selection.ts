import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { nothingSelected, type Selection, selectOne, selectRange } from './selection.ts'

/**
 * Which rows are selected: one by one, by ranges with Shift (click, J, K, arrows), or all. `keyOf` names a row,
 * `onMove` makes one the active one and gives it the focus.
 */
export function useRowSelection<R, K>(
  rows: readonly R[],
  current: R | undefined,
  keyOf: (row: R) => K,
  onMove: (row: R) => void,
) {
  const [selection, setSelection] = useState<Selection<K>>(nothingSelected)
  const order = () => rows.map(keyOf)
  const rangeTo = (row: R) =>
    setSelection(now => selectRange(now, order(), keyOf(current ?? row), keyOf(row)))
  const selectAll = (ids: readonly K[]) => setSelection({ ids: new Set(ids), anchor: null, base: new Set() })
  const extend = (step: 1 | -1) => {
    const next = current && rows[rows.indexOf(current) + step]
    if (!next) return
    rangeTo(next)
    onMove(next)
  }
  return {
    ids: selection.ids,
    toggle: (row: R, on = !selection.ids.has(keyOf(row))) =>
      setSelection(now => selectOne(now, keyOf(row), on)),
    selectAll,
    clear: () => setSelection(nothingSelected()),
    /** Selects up to the next row (1) or the one before (-1), which becomes the active one. */
    extend,
    /** For the capture phase of the list's keys: Shift with an arrow, and Ctrl or ⌘ with A. */
    onKeyDown: (event: KeyboardEvent) => {
      const onRow = event.target instanceof HTMLElement && event.target.closest('[role="listitem"]') !== null
      if (!onRow || event.altKey) return
      const mod = event.ctrlKey || event.metaKey
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (mod && event.key === 'a') selectAll(order())
      else if (!mod && event.shiftKey && step !== 0) extend(step)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    /** For the capture phase of the list's clicks: Shift selects up to the row, Ctrl or ⌘ the row beside others. */
    onClick: (event: MouseEvent) => {
      const row = rowOf(event, rows)
      if (!row) return
      if (event.shiftKey) rangeTo(row)
      else if (event.ctrlKey || event.metaKey)
        setSelection(now => selectOne(now, keyOf(row), !now.ids.has(keyOf(row))))
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

function rowOf<R>(event: MouseEvent, rows: readonly R[]): R | undefined {
  const line = event.target instanceof Element ? event.target.closest('[data-index]') : null
  return line === null ? undefined : rows[Number(line.getAttribute('data-index'))]
}
