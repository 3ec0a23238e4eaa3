/** Which rows are selected; ids of rows that are not loaded may be among them. */
export interface Selection<K> {
  ids: ReadonlySet<K>
  /** The row from which a range grows; null: none was touched yet. */
  anchor: K | null
  /** What was selected when the anchor was set, which a range is added to. */
  base: ReadonlySet<K>
}

export const nothingSelected = <K>(): Selection<K> => ({ ids: new Set(), anchor: null, base: new Set() })

/** The selection with one row in it or out of it; ranges grow from there. */
export function selectOne<K>(selection: Selection<K>, id: K, on: boolean): Selection<K> {
  const ids = new Set(selection.ids)
  if (on) ids.add(id)
  else ids.delete(id)
  // A range that begins at a row taken out selects it again, as lists elsewhere do.
  return { ids, anchor: id, base: new Set([...ids].filter(other => other !== id)) }
}

/**
 * The rows between the anchor and `to` beside what was selected before; `from` is the anchor where there is none yet
 * or where it has left the list. A range that shrinks takes its rows back.
 */
export function selectRange<K>(selection: Selection<K>, order: readonly K[], from: K, to: K): Selection<K> {
  const kept = selection.anchor !== null && selection.ids.size > 0 && order.includes(selection.anchor)
  const anchor = kept && selection.anchor !== null ? selection.anchor : from
  const base = kept ? selection.base : new Set(selection.ids)
  const [a, b] = [order.indexOf(anchor), order.indexOf(to)]
  if (a === -1 || b === -1) return selection
  const range = order.slice(Math.min(a, b), Math.max(a, b) + 1)
  return { ids: new Set([...base, ...range]), anchor, base }
}
