import type { InfiniteData } from '@tanstack/react-query'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobPage, JobRow } from '../../../../main/contract/shapes.ts'

/** What a change from the list does to a row before the core has answered. */
export type RowPatch = Partial<Pick<JobRow, 'status' | 'favourite' | 'unread'>>

/** The loaded pages with the patch of each job applied; untouched pages and rows stay the same objects. */
export function patchPages<P>(
  data: InfiniteData<JobPage, P>,
  patches: ReadonlyMap<JobId, RowPatch>,
): InfiniteData<JobPage, P> {
  const pages = data.pages.map(page => {
    if (!page.rows.some(row => patches.has(row.id))) return page
    return {
      ...page,
      rows: page.rows.map(row => {
        const patch = patches.get(row.id)
        return patch ? { ...row, ...patch } : row
      }),
    }
  })
  return { ...data, pages }
}

/** For each row the patch that brings back what `patch` is about to change. */
export function inversePatches(rows: readonly JobRow[], patch: RowPatch): Map<JobId, RowPatch> {
  return new Map(
    rows.map(row => {
      const before: RowPatch = {}
      if (patch.status !== undefined) before.status = row.status
      if (patch.favourite !== undefined) before.favourite = row.favourite
      if (patch.unread !== undefined) before.unread = row.unread
      return [row.id, before]
    }),
  )
}

/** The rows of all loaded pages, each job once: a page fetched while rows moved can repeat one. */
export function flatRows(pages: readonly JobPage[]): JobRow[] {
  const seen = new Set<JobId>()
  return pages.flatMap(page => page.rows.filter(row => !seen.has(row.id) && seen.add(row.id)))
}
