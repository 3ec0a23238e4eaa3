import { recordChange, type Undoer } from '../changes/service.ts'
import { ReminderId, type ReminderView } from '../contract/applications.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'
import type { RowChange } from '../platform/db/kept-rows.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { doneReminders, jobExists, openReminders, type ReminderRow, reminders } from './store.ts'

export { remindersOfJob } from './store.ts'

/** After every instant that can be stored. */
const NEVER = '~'

/** Open reminders that are overdue or become due before `untilMillis` since the epoch, the first due first. */
export function dueReminders(db: Db, untilMillis: number, limit: number): ReminderView[] {
  return openReminders(db, new Date(untilMillis).toISOString(), limit)
}

export const reminderQueries = {
  'reminders.list': ({ db }, { done, limit }) =>
    done ? doneReminders(db, limit) : openReminders(db, NEVER, limit),
} satisfies Partial<Queries>

const known = (db: Db, reminderId: number): ReminderRow =>
  reminders.find(db, reminderId) ?? refuse('not_found', 'This reminder does not exist any more.')

/** Says that reminders changed, of the job that it had and of the one that it has. */
function tell(tx: Tx, ...rows: (ReminderRow | null)[]): void {
  const jobs = rows.flatMap(row => (row === null ? [] : [row.job_id]))
  for (const jobId of new Set(jobs))
    tx.emit('reminder.changed', { jobId: jobId === null ? null : JobId.parse(jobId) })
}

function record(tx: Tx, label: string, change: RowChange<ReminderRow>) {
  tell(tx, change.before, change.after)
  return recordChange(tx, label, 'reminders.change', change)
}

export const reminderCommands = {
  'reminders.save': (context, { reminderId, reminder: { jobId, text, dueAt } }) =>
    context.unit(tx => {
      if (jobId !== null && !jobExists(tx.db, jobId)) refuse('not_found', 'This job does not exist any more.')
      const before = reminderId === null ? null : known(tx.db, reminderId)
      const row = {
        job_id: jobId,
        text,
        due_at: new Date(dueAt).toISOString(),
        done_at: before?.done_at ?? null,
      }
      if (before === null) {
        const after = reminders.add(tx.db, row)
        return {
          reminderId: ReminderId.parse(after.id),
          undo: record(tx, `Added the reminder "${text}"`, { before, after }),
        }
      }
      const after = { ...row, id: before.id }
      const id = ReminderId.parse(before.id)
      if (before.job_id === after.job_id && before.text === text && before.due_at === after.due_at)
        return { reminderId: id, undo: null }
      reminders.put(tx.db, after)
      return { reminderId: id, undo: record(tx, `Changed the reminder "${text}"`, { before, after }) }
    }),
  'reminders.setDone': (context, { reminderId, done }) =>
    context.unit(tx => {
      const before = known(tx.db, reminderId)
      if ((before.done_at !== null) === done) return { undo: null }
      const after = { ...before, done_at: done ? tx.now : null }
      reminders.put(tx.db, after)
      const label = done ? `Done: ${before.text}` : `Opened the reminder "${before.text}" again`
      return { undo: record(tx, label, { before, after }) }
    }),
  'reminders.remove': (context, { reminderId }) =>
    context.unit(tx => {
      const before = known(tx.db, reminderId)
      reminders.remove(tx.db, reminderId)
      return { undo: record(tx, `Removed the reminder "${before.text}"`, { before, after: null }) }
    }),
} satisfies Partial<Commands>

export const reminderUndoers = {
  'reminders.change': (tx: Tx, change: RowChange<ReminderRow>) => {
    const { before } = change
    // The job may be gone by now; what is to be remembered stays.
    const kept =
      before !== null && before.job_id !== null && !jobExists(tx.db, before.job_id)
        ? { ...before, job_id: null }
        : before
    if (reminders.takeBack(tx.db, { ...change, before: kept })) tell(tx, kept, change.after)
  },
} satisfies Record<string, Undoer>
