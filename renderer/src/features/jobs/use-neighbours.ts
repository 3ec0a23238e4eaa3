import { useEffect, useRef } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'

/** The jobs before and after one in the list it was opened from. */
export interface Neighbours {
  previous: JobRow | null
  next: JobRow | null
  /** From 1; null when the job is not in the list. */
  position: number | null
  /** How many the list holds; null while unknown. */
  total: number | null
}

/**
 * Finds the neighbours in the loaded rows. A job that left the list (it was just archived) keeps its place: the row
 * that took it is next. Asks for more rows when the last one is reached.
 */
export function useNeighbours(
  rows: readonly JobRow[],
  jobId: JobId | null,
  more: { hasMore: boolean; loadMore: () => void; total: number | null },
): Neighbours {
  const last = useRef<{ jobId: JobId; index: number } | null>(null)
  const index = rows.findIndex(row => row.id === jobId)
  if (jobId !== null && index !== -1) last.current = { jobId, index }
  const { hasMore, loadMore, total } = more
  const atEnd = index !== -1 && index >= rows.length - 2
  useEffect(() => {
    if (atEnd && hasMore) loadMore()
  }, [atEnd, hasMore, loadMore])

  if (jobId === null) return { previous: null, next: null, position: null, total }
  if (index !== -1)
    return { previous: rows[index - 1] ?? null, next: rows[index + 1] ?? null, position: index + 1, total }
  if (last.current?.jobId !== jobId) return { previous: null, next: null, position: null, total }
  const at = last.current.index
  return { previous: rows[at - 1] ?? null, next: rows[at] ?? null, position: null, total }
}
