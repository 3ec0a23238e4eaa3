import type { InfiniteData, QueryKey } from '@tanstack/react-query'
import type { JobId } from '../../../../main/contract/ids.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobPage, JobRow, JobView } from '../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { announce } from '../../app/announce.tsx'
import { useChange } from '../../app/changes.ts'
import { client, queryClient } from '../../app/core.ts'
import { inversePatches, patchPages, type RowPatch } from './patch-rows.ts'

/** Applies patches to every loaded list and job page, so that the eye need not wait for the core. */
function patchCaches(patches: ReadonlyMap<JobId, RowPatch>): void {
  queryClient.setQueriesData<InfiniteData<JobPage>>(
    { queryKey: ['jobs', 'list'] },
    data => data && patchPages(data, patches),
  )
  queryClient.setQueriesData<JobView>({ queryKey: ['jobs', 'get'] as QueryKey }, data => {
    const patch = data && patches.get(data.job.id)
    return patch ? { ...data, job: { ...data.job, ...patch } } : data
  })
}

const jobsText = (count: number) => (count === 1 ? '1 job' : `${count.toLocaleString('en')} jobs`)

/**
 * What can be done to jobs from a list or a job page: shown at once, taken back when the core refuses. `more` names
 * jobs whose rows are not loaded; each act is one change with one way back.
 */
export function useJobChanges() {
  const status = useChange(client.applications.setStatus)
  const favourite = useChange(client.jobs.setFavourite)
  const read = useChange(client.jobs.markRead)

  const change = (
    rows: readonly JobRow[],
    more: readonly JobId[],
    patch: RowPatch,
    words: string,
    send: (jobIds: JobId[]) => Promise<unknown>,
  ) => {
    const ids = [...rows.map(row => row.id), ...more]
    if (ids.length === 0) return
    const before = inversePatches(rows, patch)
    patchCaches(new Map(rows.map(row => [row.id, patch])))
    announce(`${jobsText(ids.length)}: ${words}`)
    // The failure itself is told by useChange.
    send(ids).catch(() => patchCaches(before))
  }

  return {
    setStatus: (all: readonly JobRow[], next: JobStatus, more: readonly JobId[] = []) => {
      const rows = all.filter(row => row.status !== next)
      change(rows, more, { status: next }, STATUS_LABELS[next], jobIds =>
        status.mutateAsync({ jobIds, status: next }),
      )
    },
    setFavourite: (all: readonly JobRow[], next: boolean, more: readonly JobId[] = []) => {
      const rows = all.filter(row => row.favourite !== next)
      change(rows, more, { favourite: next }, next ? 'favourite' : 'no favourite', jobIds =>
        favourite.mutateAsync({ jobIds, favourite: next }),
      )
    },
    setUnread: (all: readonly JobRow[], next: boolean, more: readonly JobId[] = []) => {
      const rows = all.filter(row => row.unread !== next)
      change(rows, more, { unread: next }, next ? 'unread' : 'read', jobIds =>
        read.mutateAsync({ jobIds, read: !next }),
      )
    },
    /** Jobs that are being changed; 0: none. */
    underWay: Math.max(
      status.isPending ? (status.variables?.jobIds.length ?? 0) : 0,
      favourite.isPending ? (favourite.variables?.jobIds.length ?? 0) : 0,
      read.isPending ? (read.variables?.jobIds.length ?? 0) : 0,
    ),
  }
}

export type JobChanges = ReturnType<typeof useJobChanges>

/** Marks a job as read because it was opened: silently, since nobody asked for it. */
export function markOpened(row: JobRow): void {
  patchCaches(new Map([[row.id, { unread: false }]]))
  client.jobs.markRead({ jobIds: [row.id], read: true }).catch(() => {
    patchCaches(new Map([[row.id, { unread: true }]]))
  })
}
