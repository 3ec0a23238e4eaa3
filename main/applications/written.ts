import { recordChange, type Undoer } from '../changes/service.ts'
import { EntryId, InterviewId } from '../contract/applications.ts'
import { refuse } from '../contract/errors.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { KeptRows, RowChange } from '../platform/db/kept-rows.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { instant, tellChanged } from './edits.ts'
import {
  type EntryRow,
  ensureApplication,
  entries,
  type InterviewRow,
  interviews,
  jobState,
} from './store.ts'

/** Interviews, and what the person writes down of calls and mails. */

interface OfJob {
  id: number
  job_id: number
}

function record<Row extends OfJob>(tx: Tx, label: string, undoer: string, change: RowChange<Row>): Undoable {
  tellChanged(
    tx,
    [change.before, change.after].flatMap(row => (row === null ? [] : [row.job_id])).slice(0, 1),
  )
  return recordChange(tx, label, undoer, change)
}

/** The title of a job that is about to be dealt with; it has an application from now on. */
function dealtWith(tx: Tx, jobId: number): string {
  const { title } = jobState(tx.db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
  ensureApplication(tx.db, jobId, tx.now)
  return title
}

const titleOf = (tx: Tx, jobId: number): string => jobState(tx.db, jobId)?.title ?? 'a job'

const knownInterview = (tx: Tx, id: number): InterviewRow =>
  interviews.find(tx.db, id) ?? refuse('not_found', 'This interview does not exist any more.')

export const writtenCommands = {
  'applications.saveInterview': (context, { jobId, interviewId, interview }) =>
    context.unit(tx => {
      const title = dealtWith(tx, jobId)
      const before = interviewId === null ? null : knownInterview(tx, interviewId)
      if (before !== null && before.job_id !== jobId)
        refuse('bad_input', 'This interview belongs to another job.', { field: 'jobId' })
      const row = {
        ...interview,
        job_id: jobId,
        at: instant(interview.at),
        created_at: before?.created_at ?? tx.now,
      }
      const after = before === null ? interviews.add(tx.db, row) : { ...row, id: before.id }
      const id = InterviewId.parse(after.id)
      const names = Object.keys(row) as (keyof typeof row)[]
      if (before !== null) {
        if (names.every(name => before[name] === row[name])) return { interviewId: id, undo: null }
        interviews.put(tx.db, after)
      }
      const label = `${before === null ? 'Added' : 'Changed'} the interview for ${title}`
      return { interviewId: id, undo: record(tx, label, 'applications.interview', { before, after }) }
    }),
  'applications.removeInterview': (context, { interviewId }) =>
    context.unit(tx => {
      const before = knownInterview(tx, interviewId)
      interviews.remove(tx.db, interviewId)
      const label = `Removed the interview for ${titleOf(tx, before.job_id)}`
      return { undo: record(tx, label, 'applications.interview', { before, after: null }) }
    }),
  'applications.addEntry': (context, { jobId, entry }) =>
    context.unit(tx => {
      const title = dealtWith(tx, jobId)
      const after = entries.add(tx.db, { ...entry, job_id: jobId, at: instant(entry.at) })
      const change: RowChange<EntryRow> = { before: null, after }
      return {
        entryId: EntryId.parse(after.id),
        undo: record(tx, `Wrote down what happened with ${title}`, 'applications.entry', change),
      }
    }),
  'applications.removeEntry': (context, { entryId }) =>
    context.unit(tx => {
      const before =
        entries.find(tx.db, entryId) ?? refuse('not_found', 'This entry does not exist any more.')
      entries.remove(tx.db, entryId)
      const label = `Removed an entry of ${titleOf(tx, before.job_id)}`
      return { undo: record(tx, label, 'applications.entry', { before, after: null }) }
    }),
} satisfies Partial<Commands>

/** Takes a change of a row back; nothing happens when the row was changed since, or its job is gone. */
const undoerOf =
  <Row extends OfJob>(rows: KeptRows<Row>) =>
  (tx: Tx, change: RowChange<Row>): void => {
    const jobId = (change.before ?? change.after)?.job_id ?? 0
    if (jobState(tx.db, jobId) && rows.takeBack(tx.db, change)) tellChanged(tx, [jobId])
  }

export const writtenUndoers = {
  'applications.interview': undoerOf(interviews),
  'applications.entry': undoerOf(entries),
} satisfies Record<string, Undoer>
