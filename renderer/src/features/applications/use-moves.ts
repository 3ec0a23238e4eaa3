import type { ApplicationCard } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobRow, JobView } from '../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { announce } from '../../app/announce.tsx'
import { useChange } from '../../app/changes.ts'
import { client, queryClient } from '../../app/core.ts'
import {
  type BoardCounts,
  type CardPages,
  countMove,
  movedCard,
  putFirst,
  replaceCard,
  takeOut,
} from './patch-cards.ts'

const COLUMNS = ['applications', 'column'] as const
const LISTS = ['applications', 'list'] as const
const COUNTS = ['applications', 'counts'] as const

const JOBS = ['jobs', 'get'] as const

/** The card of a job as it stands in some column or list; undefined: it is loaded nowhere. */
function loadedCard(jobId: JobId): ApplicationCard | undefined {
  return [COLUMNS, LISTS]
    .flatMap(queryKey => queryClient.getQueriesData<CardPages>({ queryKey }))
    .flatMap(([, data]) => data?.pages.flatMap(page => page.cards) ?? [])
    .find(card => card.job.id === jobId)
}

/** Shows a move in everything that is loaded. Answers what takes all of it back. */
function patchCaches(job: JobRow, to: JobStatus): () => void {
  const before = [COLUMNS, LISTS, COUNTS, JOBS].flatMap(queryKey =>
    queryClient.getQueriesData<unknown>({ queryKey }),
  )
  const card = loadedCard(job.id)
  const moved = card && movedCard(card, to, new Date().toISOString())
  queryClient.setQueriesData<CardPages>({ queryKey: COLUMNS }, data => data && takeOut(data, job.id))
  if (moved) {
    queryClient.setQueriesData<CardPages>(
      { queryKey: [...COLUMNS, { status: to }] },
      data => data && putFirst(data, moved),
    )
    queryClient.setQueriesData<CardPages>({ queryKey: LISTS }, data => data && replaceCard(data, moved))
  }
  queryClient.setQueriesData<BoardCounts>(
    { queryKey: COUNTS },
    data => data && countMove(data, job.status, to),
  )
  queryClient.setQueriesData<JobView>({ queryKey: JOBS }, data =>
    data?.job.id === job.id ? { ...data, job: { ...data.job, status: to } } : data,
  )
  return () => {
    for (const [key, data] of before) queryClient.setQueryData(key, data)
    void queryClient.invalidateQueries({ queryKey: ['applications'] })
  }
}

/**
 * Moves applications from status to status: in sight at once, with Undo, and back where they were when the core
 * refuses.
 */
export function useMoves() {
  const change = useChange(client.applications.setStatus)
  /** `total`: how many the new column will hold; null: it is not in sight. Answers when the move is in sight. */
  return async (job: JobRow, to: JobStatus, total: number | null = null): Promise<void> => {
    if (to === job.status) return
    // An answer from before the move would put the card back for a moment.
    await queryClient.cancelQueries({
      queryKey: ['applications'],
      predicate: query => query.state.data !== undefined,
    })
    const takeBack = patchCaches(job, to)
    const place = total === null ? '' : `, 1 of ${total.toLocaleString('en')}`
    announce(`Moved ${job.title} to ${STATUS_LABELS[to]}${place}`)
    change.mutate({ jobIds: [job.id], status: to }, { onError: takeBack })
  }
}
