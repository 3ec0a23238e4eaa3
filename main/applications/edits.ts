import { recordChange, type Undoer } from '../changes/service.ts'
import type { ApplicationEdit } from '../contract/applications.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { settleApplications } from './follow-ups.ts'
import { ensureApplication, jobState, type Known, knownOf, saveKnown } from './store.ts'

/** What the person says of an application, field by field. */

/** Former and new values of the fields that an edit changed. */
interface Edit {
  jobId: JobId
  before: Partial<Known>
  after: Partial<Known>
}

/** The one way to write an instant, so that equal ones are equal texts. */
export const instant = (at: string): string => new Date(at).toISOString()

/** The fields that an edit names, as they are stored. */
function storedValues(facts: ApplicationEdit): Partial<Known> {
  const { appliedAt, response, nextStepAt, ...others } = facts
  const values = {
    ...others,
    appliedAt: appliedAt && instant(appliedAt),
    response: response && { kind: response.kind, at: instant(response.at) },
    nextStepAt: nextStepAt && instant(nextStepAt),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

const pick = (known: Known, names: readonly string[]): Partial<Known> =>
  Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)))

/** Says that applications changed, after computing what follows from it. */
export function tellChanged(tx: Tx, jobIds: readonly number[]): void {
  settleApplications(tx.db, jobIds)
  tx.emit('application.changed', { jobIds: jobIds.map(jobId => JobId.parse(jobId)) })
}

function write(tx: Tx, jobId: JobId, known: Known, changed: readonly string[]): void {
  saveKnown(tx.db, jobId, known, tx.now)
  tellChanged(tx, [jobId])
  // The day of the application stands in lists of jobs, too.
  if (changed.includes('appliedAt')) tx.emit('jobs.changed', { jobIds: [jobId] })
}

export const editCommands = {
  'applications.edit': (context, { jobId, facts }) =>
    context.unit(tx => {
      const job = jobState(tx.db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
      ensureApplication(tx.db, jobId, tx.now)
      const known = knownOf(tx.db, jobId)
      if (!known) return { undo: null }
      const next: Known = { ...known, ...storedValues(facts) }
      const changed = Object.keys(known).filter(
        name => !same(known[name as keyof Known], next[name as keyof Known]),
      )
      if (changed.length === 0) return { undo: null }
      write(tx, jobId, next, changed)
      const edit: Edit = { jobId, before: pick(known, changed), after: pick(next, changed) }
      return {
        undo: recordChange(tx, `Changed the application for ${job.title}`, 'applications.edit', edit),
      }
    }),
} satisfies Partial<Commands>

export const editUndoers = {
  'applications.edit': (tx: Tx, { jobId, before, after }: Edit) => {
    const known = knownOf(tx.db, jobId)
    if (!known) return
    // What was said anew since stays.
    const back = Object.keys(after).filter(name =>
      same(known[name as keyof Known], after[name as keyof Known]),
    )
    if (back.length === 0) return
    const former = Object.fromEntries(Object.entries(before).filter(([name]) => back.includes(name)))
    write(tx, jobId, { ...known, ...former }, back)
  },
} satisfies Record<string, Undoer>
