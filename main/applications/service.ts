import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import { STATUS_LABELS } from '../contract/labels.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { appliedAtAfterMove, canMove } from './rules.ts'
import { jobState, markMoveUndone, notesOf, saveNotes, setJobStatus, storeMove } from './store.ts'

/** One move as it has to be taken back. */
interface Move {
  jobId: JobId
  moveId: number
  from: JobStatus
  to: JobStatus
  appliedAt: string | null
}

/** Moves a job inside the caller's transaction; null when it has that status already. An unknown job is `not_found`. */
export function moveJob(tx: Tx, jobId: JobId, status: JobStatus): (Move & { title: string }) | null {
  const job = jobState(tx.db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
  if (!canMove(job.status, status)) return null
  const moveId = storeMove(tx.db, jobId, job.status, status, tx.now)
  setJobStatus(tx.db, jobId, status, appliedAtAfterMove(status, job.applied_at, tx.now))
  tx.emit('job.status_changed', { jobId, from: job.status, to: status })
  return { jobId, moveId, from: job.status, to: status, appliedAt: job.applied_at, title: job.title }
}

/** Writes the first notes of a job inside the caller's transaction. */
export function beginNotes(tx: Tx, jobId: JobId, notes: string): void {
  saveNotes(tx.db, jobId, notes, 1, tx.now)
  tx.emit('job.notes_changed', { jobId })
}

export const applicationCommands = {
  'applications.setStatus': (context, { jobIds, status }) =>
    context.unit(tx => {
      const moved = jobIds.flatMap(jobId => moveJob(tx, jobId, status) ?? [])
      const [first] = moved
      if (!first) return { undo: null }
      const what = moved.length === 1 ? first.title : `${moved.length} jobs`
      const moves = moved.map(({ title: _, ...move }): Move => move)
      return {
        undo: recordChange(tx, `Moved ${what} to ${STATUS_LABELS[status]}`, 'applications.moves', { moves }),
      }
    }),
  'applications.saveNotes': (context, { jobId, notes, basedOn }) =>
    context.unit(tx => {
      if (!jobState(tx.db, jobId)) refuse('not_found', 'This job does not exist any more.')
      const current = notesOf(tx.db, jobId)
      if (current.version !== basedOn)
        refuse('conflict', 'These notes were changed elsewhere in the meantime. Both versions are kept.', {
          details: { version: current.version, notes: current.notes },
        })
      if (current.notes === notes) return { version: current.version }
      saveNotes(tx.db, jobId, notes, basedOn + 1, tx.now)
      tx.emit('job.notes_changed', { jobId })
      return { version: basedOn + 1 }
    }),
} satisfies Partial<Commands>

export const applicationUndoers = {
  'applications.moves': (tx: Tx, { moves }: { moves: Move[] }) => {
    for (const move of moves) {
      const job = jobState(tx.db, move.jobId)
      // A job that was moved on since stays where the person put it last.
      if (!job || job.status !== move.to) continue
      setJobStatus(tx.db, move.jobId, move.from, move.appliedAt)
      markMoveUndone(tx.db, move.moveId)
      tx.emit('job.status_changed', { jobId: JobId.parse(move.jobId), from: move.to, to: move.from })
    }
  },
} satisfies Record<string, Undoer>
