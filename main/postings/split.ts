import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { ImportedPosting } from '../contract/imports.ts'
import type { Undoable } from '../contract/shapes.ts'
import { DETECTOR_VERSION } from '../detection/rules/detect.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { insertRankings, refreshBest } from '../ranking/service.ts'
import { insertDetected } from './fields-store.ts'
import { settleClosed } from './gone.ts'
import { insertJob, markKnown } from './job-store.ts'
import { writeMatch } from './match-store.ts'
import type { ReadPosting, StoredBatch } from './prepared.ts'
import { bestShown } from './rules/primary.ts'
import { indexStored, showPosting } from './show.ts'
import {
  copyCampaigns,
  dealingsWith,
  findPosting,
  keepApart,
  letJoin,
  movePosting,
  postingsOf,
  removeEmptyJob,
  setPrimary,
  showAs,
  storedPosting,
} from './split-store.ts'
import { clearPrimary, companyIdOf } from './store.ts'

/** What has to be read again before a posting can be taken out of its job. */
export interface SplitPlan {
  postingId: number
  jobId: number
  items: { sourceKey: string; posting: ImportedPosting }[]
  /** The posting that the old job shows from then on; null when it shows another one anyway. */
  nextShown: number | null
}

/** Plans to take a posting out of its job. `not_found` for an unknown one, `conflict` for the only one of its job. */
export function planSplit(db: Db, postingId: number): SplitPlan {
  const posting = findPosting(db, postingId) ?? refuse('not_found', 'This posting does not exist any more.')
  const others = postingsOf(db, posting.job_id).filter(({ id }) => id !== postingId)
  if (others.length === 0)
    refuse('conflict', 'This is the only posting of its job: there is nothing to take apart.')
  const next = posting.is_primary === 1 ? (bestShown(others) ?? null) : null
  const items = [posting, next].flatMap(each => {
    const stored = each === null ? undefined : storedPosting(db, each.id)
    return each === null || stored === undefined ? [] : [{ sourceKey: each.source_key, posting: stored }]
  })
  return { postingId, jobId: posting.job_id, items, nextShown: next?.id ?? null }
}

/** What was done, as undoing needs it. */
interface Split {
  postingId: number
  oldJobId: number
  newJobId: number
  wasShown: boolean
  reasons: string
  others: number[]
}

/**
 * Takes a posting out of its job into one of its own, and remembers that it stays apart from the others. `read` is what
 * the items of the plan were read as, in their order. `conflict` when the job has changed since it was planned.
 */
export function carryOutSplit(
  tx: Tx,
  plan: SplitPlan,
  read: readonly ReadPosting[],
): { jobId: JobId; undo: Undoable } {
  const { db, now } = tx
  const { postingId, jobId: oldJobId, nextShown } = plan
  const posting = findPosting(db, postingId)
  const others = postingsOf(db, oldJobId).filter(({ id }) => id !== postingId)
  const [own, next] = read
  if (
    posting?.job_id !== oldJobId ||
    own === undefined ||
    (posting.is_primary === 1) !== (next !== undefined) ||
    (nextShown !== null && !others.some(({ id }) => id === nextShown)) ||
    others.length === 0
  )
    return refuse('conflict', 'This job has changed in the meantime. Look at it again.', { retryable: true })
  const companyId = companyIdOf(db, own, now)
  const newJobId = insertJob(db, own, { companyId, detectorVersion: DETECTOR_VERSION, at: posting.found_at })
  markKnown(db, newJobId)
  movePosting(db, postingId, { jobId: newJobId, isPrimary: true, reasons: '[]' })
  insertDetected(db, newJobId, own.detection)
  copyCampaigns(db, oldJobId, newJobId)
  insertRankings(db, newJobId, 'waiting', own.rankings, { at: now, foundAt: posting.found_at })
  writeMatch(db, newJobId, own)
  const tally: Pick<StoredBatch, 'toIndex' | 'ranked'> = {
    toIndex: [{ jobId: newJobId, prepared: own, fresh: true }],
    ranked: 0,
  }
  if (nextShown !== null && next !== undefined) {
    setPrimary(db, nextShown)
    showPosting(tx, oldJobId, next, tally)
  }
  for (const each of [oldJobId, newJobId]) settleClosed(tx, each)
  const split: Split = {
    postingId,
    oldJobId,
    newJobId,
    wasShown: posting.is_primary === 1,
    reasons: posting.merge_reasons,
    others: others.map(({ id }) => id),
  }
  keepApart(db, postingId, split.others, now)
  const jobId = JobId.parse(newJobId)
  tx.emit('jobs.changed', { jobIds: [JobId.parse(oldJobId), jobId] })
  const undo = recordChange(tx, `Made ${posting.title} a job of its own`, 'postings.split', split)
  indexStored(tx, tally)
  return { jobId, undo }
}

const SINCE = 'so it cannot be joined again'

/** Joins the posting with its old job again and takes the job away that only the split had made. */
function undoSplit(tx: Tx, { postingId, oldJobId, newJobId, wasShown, reasons, others }: Split): void {
  const { db } = tx
  const made = dealingsWith(db, newJobId) ?? refuse('conflict', `The job made from it is gone, ${SINCE}.`)
  if (made.status !== 'waiting' || made.moves === 1)
    refuse('conflict', `You have moved the new job to another status since, ${SINCE}.`)
  if (made.notes === 1) refuse('conflict', `You have written notes for the new job since, ${SINCE}.`)
  if (made.planned === 1)
    refuse(
      'conflict',
      `You have written down interviews, contacts or reminders for the new job since, ${SINCE}.`,
    )
  if (made.favourite === 1) refuse('conflict', `You have made the new job a favourite since, ${SINCE}.`)
  if (made.judged === 1) refuse('conflict', `You have liked or disliked the new job since, ${SINCE}.`)
  if (made.compared === 1) refuse('conflict', `The new job is part of a comparison since, ${SINCE}.`)
  if (made.documents === 1) refuse('conflict', `The new job has documents since, ${SINCE}.`)
  if (made.edited === 1) refuse('conflict', `You have corrected the new job since, ${SINCE}.`)
  if (dealingsWith(db, oldJobId) === undefined)
    refuse('conflict', `The job that it came from is gone, ${SINCE}.`)
  const inside = postingsOf(db, newJobId)
  if (inside.length !== 1 || inside[0]?.id !== postingId)
    refuse('conflict', `Other postings have joined the new job since, ${SINCE}.`)
  if (wasShown) {
    showAs(db, oldJobId, newJobId, postingId)
    clearPrimary(db, oldJobId)
  }
  movePosting(db, postingId, { jobId: oldJobId, isPrimary: wasShown, reasons })
  removeEmptyJob(db, newJobId)
  refreshBest(db, oldJobId)
  settleClosed(tx, oldJobId)
  letJoin(db, postingId, others)
  tx.emit('jobs.changed', { jobIds: [JobId.parse(oldJobId), JobId.parse(newJobId)] })
}

export const postingUndoers = { 'postings.split': undoSplit } satisfies Record<string, Undoer>
