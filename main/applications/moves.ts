import { recordChange, type Undoer } from '../changes/service.ts'
import type { ResponseKind } from '../contract/applications.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import { STATUS_LABELS } from '../contract/labels.ts'
import type { JobStatus } from '../contract/values.ts'
import { markAttachedSent, takeBackSent } from '../documents/service.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { settleApplications } from './follow-ups.ts'
import { appliedAtAfterMove, canMove, responseAfterMove } from './rules.ts'
import {
  ensureApplication,
  jobState,
  markMoveUndone,
  responseOf,
  setJobStatus,
  setResponse,
  storeMove,
} from './store.ts'

/** Moves of jobs from status to status, and how they are taken back. */

interface Answer {
  kind: ResponseKind
  at: string
}

/** One move as it has to be taken back. */
interface Move {
  jobId: JobId
  moveId: number
  from: JobStatus
  to: JobStatus
  appliedAt: string | null
  /** The first answer, where the move said what it was. Older changes do not have it. */
  answer?: Answer
  /** Attached versions of documents that the move marked as sent. */
  sent?: number[]
}

/** Moves a job inside the caller's transaction, who settles it; null when it has that status already. */
function move(tx: Tx, jobId: JobId, status: JobStatus): (Move & { title: string }) | null {
  const { db, now } = tx
  const job = jobState(db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
  if (!canMove(job.status, status)) return null
  const moveId = storeMove(db, jobId, job.status, status, now)
  const appliedAt = appliedAtAfterMove(status, job.applied_at, now)
  setJobStatus(db, jobId, status, appliedAt)
  const kind = responseAfterMove(status, appliedAt !== null, responseOf(db, jobId) !== null)
  const answer = kind === null ? null : { kind, at: now }
  if (answer !== null) setResponse(db, jobId, answer)
  const sent = status === 'applied' ? markAttachedSent(tx, jobId) : []
  tx.emit('job.status_changed', { jobId, from: job.status, to: status })
  return {
    jobId,
    moveId,
    from: job.status,
    to: status,
    appliedAt: job.applied_at,
    title: job.title,
    ...(answer === null ? {} : { answer }),
    ...(sent.length === 0 ? {} : { sent }),
  }
}

/** Moves a job inside the caller's transaction; null when it has that status already. An unknown job is `not_found`. */
export function moveJob(tx: Tx, jobId: JobId, status: JobStatus): Move | null {
  const moved = move(tx, jobId, status)
  if (moved !== null) settleApplications(tx.db, [jobId])
  return moved
}

function moveAll(tx: Tx, jobIds: readonly JobId[], status: JobStatus): { moves: Move[]; what: string } {
  const moved = jobIds.flatMap(jobId => move(tx, jobId, status) ?? [])
  const what = moved.length === 1 ? (moved[0]?.title ?? '') : `${moved.length} jobs`
  return { moves: moved.map(({ title: _, ...each }): Move => each), what }
}

export const moveCommands = {
  'applications.setStatus': (context, { jobIds, status }) =>
    context.unit(tx => {
      const { moves, what } = moveAll(tx, jobIds, status)
      if (moves.length === 0) return { undo: null }
      settleApplications(tx.db, jobIds)
      return {
        undo: recordChange(tx, `Moved ${what} to ${STATUS_LABELS[status]}`, 'applications.moves', { moves }),
      }
    }),
  'applications.markNoResponse': (context, { jobIds }) =>
    context.unit(tx => {
      const { db, now } = tx
      const { moves } = moveAll(tx, jobIds, 'archived')
      const answers: Answered[] = []
      for (const jobId of new Set(jobIds)) {
        ensureApplication(db, jobId, now)
        if (responseOf(db, jobId) !== null) continue
        const answer = { kind: 'none', at: now } as const
        setResponse(db, jobId, answer)
        answers.push({ jobId, ...answer })
      }
      if (moves.length + answers.length === 0) return { undo: null }
      settleApplications(db, jobIds)
      if (answers.length > 0) tx.emit('application.changed', { jobIds: answers.map(({ jobId }) => jobId) })
      const only = new Set([...moves, ...answers].map(({ jobId }) => jobId))
      const [jobId = 0] = only
      const label = `Gave up waiting for ${only.size === 1 ? (jobState(db, jobId)?.title ?? 'a job') : `${only.size} jobs`}`
      return { undo: recordChange(tx, label, 'applications.moves', { moves, answers }) }
    }),
} satisfies Partial<Commands>

interface Answered extends Answer {
  jobId: JobId
}

/** Forgets an answer that a change gave, unless the person said otherwise since. */
function takeBackAnswer(tx: Tx, jobId: number, { kind, at }: Answer): boolean {
  const present = responseOf(tx.db, jobId)
  if (present?.kind !== kind || present.at !== at) return false
  setResponse(tx.db, jobId, null)
  return true
}

/** Takes a move back; a job that was moved on since stays where the person put it last. */
function takeBackMove(tx: Tx, { jobId, moveId, from, to, appliedAt, answer, sent }: Move): void {
  const job = jobState(tx.db, jobId)
  if (!job || job.status !== to) return
  const movedAt = markMoveUndone(tx.db, moveId)
  // The day of the application is taken back where the move set it; one that was corrected since stays.
  const set = appliedAt === null && job.applied_at === movedAt
  setJobStatus(tx.db, jobId, from, set ? null : job.applied_at)
  if (answer !== undefined) takeBackAnswer(tx, jobId, answer)
  if (sent !== undefined && movedAt !== null) takeBackSent(tx, jobId, sent, movedAt)
  tx.emit('job.status_changed', { jobId: JobId.parse(jobId), from: to, to: from })
}

export const moveUndoers = {
  'applications.moves': (tx: Tx, { moves, answers = [] }: { moves: Move[]; answers?: Answered[] }) => {
    for (const each of moves) takeBackMove(tx, each)
    const taken = answers.filter(each => takeBackAnswer(tx, each.jobId, each))
    settleApplications(
      tx.db,
      [...moves, ...answers].map(({ jobId }) => jobId),
    )
    if (taken.length > 0)
      tx.emit('application.changed', { jobIds: taken.map(({ jobId }) => JobId.parse(jobId)) })
  },
} satisfies Record<string, Undoer>
