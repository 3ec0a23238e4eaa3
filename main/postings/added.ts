import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { type AddedPosting, removePosting, removeUnusedCompany } from './added-store.ts'
import { dealingsWith, postingsOf, removeEmptyJob } from './split-store.ts'

/** Jobs that the person added by hand, and how they go away again. */

interface AddedJobs {
  /** The new jobs, each with the postings that it was made of. */
  jobs: { jobId: number; postingIds: number[] }[]
}

/** Remembers how to take new jobs away again; null when none is new. */
export function recordAdded(
  tx: Tx,
  postings: readonly AddedPosting[],
  newJobIds: readonly number[],
): Undoable | null {
  const jobs = newJobIds.map(jobId => ({
    jobId,
    postingIds: postings.filter(posting => posting.job_id === jobId).map(({ id }) => id),
  }))
  const [first] = jobs
  if (!first) return null
  const title = postings.find(posting => posting.job_id === first.jobId)?.title ?? 'a job'
  const label = jobs.length === 1 ? `Added ${title}` : `Added ${jobs.length} jobs`
  return recordChange(tx, label, 'postings.added', { jobs } satisfies AddedJobs)
}

/** Takes jobs that were added by hand away again, unless the person has done something with one of them. */
export function undoAdded(tx: Tx, { jobs }: AddedJobs): void {
  const { db } = tx
  for (const { jobId, postingIds } of jobs) refuseTouched(tx, jobId, postingIds)
  for (const { jobId, postingIds } of jobs) {
    const company = db.sql<{ id: number }>('SELECT company_id AS id FROM jobs WHERE id = ?').first(jobId)
    for (const postingId of postingIds) removePosting(db, postingId)
    removeEmptyJob(db, jobId)
    if (company) removeUnusedCompany(db, company.id)
  }
  tx.emit('jobs.changed', { jobIds: jobs.map(({ jobId }) => JobId.parse(jobId)) })
}

function refuseTouched({ db }: Tx, jobId: number, postingIds: readonly number[]): void {
  const made = dealingsWith(db, jobId) ?? refuse('conflict', 'This job is gone already.')
  const postings = postingsOf(db, jobId)
  const stays = `"${postings[0]?.title ?? 'The job'}" stays`
  if (made.status !== 'waiting' || made.moves === 1)
    refuse('conflict', `${stays}: you have moved it to another status since. Archive it instead.`)
  if (made.notes === 1) refuse('conflict', `${stays}: you have written notes for it since.`)
  if (made.planned === 1)
    refuse('conflict', `${stays}: you have written down interviews, contacts or reminders for it since.`)
  if (made.favourite === 1) refuse('conflict', `${stays}: you have made it a favourite since.`)
  if (made.judged === 1) refuse('conflict', `${stays}: you have liked or disliked it since.`)
  if (made.compared === 1) refuse('conflict', `${stays}: it is part of a comparison since.`)
  if (made.documents === 1) refuse('conflict', `${stays}: it has documents since.`)
  if (made.edited === 1) refuse('conflict', `${stays}: you have corrected it since.`)
  if (postings.some(({ id }) => !postingIds.includes(id)))
    refuse('conflict', `${stays}: another source has listed it since.`)
  if (postingIds.some(postingId => !postings.some(({ id }) => id === postingId)))
    refuse('conflict', `${stays}: you have taken it apart since.`)
}

export const addedUndoers = { 'postings.added': undoAdded } satisfies Record<string, Undoer>
