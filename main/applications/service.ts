import { z } from 'zod'
import type { Undoer } from '../changes/service.ts'
import type { ApplicationFilter } from '../contract/applications.ts'
import { refuse } from '../contract/errors.ts'
import type { JobId } from '../contract/ids.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import {
  askedJobs,
  cardsOf,
  columnCounts,
  columnKeys,
  countFollowUps,
  countStale,
  type Key,
  listKeys,
  staleJobs,
} from './board.ts'
import { interviewCalendar } from './calendar.ts'
import { editCommands, editUndoers, instant } from './edits.ts'
import { dayOf, followUpsOf } from './follow-ups.ts'
import { moveCommands, moveUndoers } from './moves.ts'
import { interviews, jobState, notesOf, saveNotes } from './store.ts'
import { pageOfTimeline } from './timeline.ts'
import { applicationView } from './view.ts'
import { writtenCommands, writtenUndoers } from './written.ts'

export { moveJob } from './moves.ts'
export { interviewsAfter as upcomingInterviews } from './view.ts'

const NO_FILTER = { statuses: [], since: null, until: null, companyId: null }

/** How many applications wait for their first answer for 14 days or more. */
export const staleCount = (db: Tx['db'], now: string): number => countStale(db, NO_FILTER, Date.parse(now))

/** How many applications are to be asked about again on the present local day or before. */
export const followUpCount = (db: Tx['db'], now: string): number => countFollowUps(db, NO_FILTER, dayOf(now))

/** Writes the first notes of a job inside the caller's transaction. */
export function beginNotes(tx: Tx, jobId: JobId, notes: string): void {
  saveNotes(tx.db, jobId, notes, 1, tx.now)
  tx.emit('job.notes_changed', { jobId })
}

/** The times of a filter written as they are stored, so that equal ones are equal texts. */
const exact = (filter: ApplicationFilter): ApplicationFilter => ({
  ...filter,
  since: filter.since && instant(filter.since),
  until: filter.until && instant(filter.until),
})

const MOST_STALE = 1000
const MOST_FOLLOW_UPS = 200

const KeyCursor = z.tuple([z.string(), z.number().int()])
const PlaceCursor = z.tuple([z.string(), z.number().int(), z.number().int()])

/** The place that a cursor names; null, the beginning, for one that is not ours. */
function placeOf<T>(cursor: string | null, shape: z.ZodType<T>): T | null {
  if (cursor === null) return null
  try {
    return shape.safeParse(JSON.parse(cursor)).data ?? null
  } catch {
    return null
  }
}

/** Cards of a page of keys that was asked for with one more, and the cursor of the next page. */
function pageOfCards(db: Tx['db'], keys: readonly Key[], limit: number, now: string) {
  const page = keys.slice(0, limit)
  const cards = cardsOf(
    db,
    page.map(([, jobId]) => jobId),
    now,
  )
  return { cards, cursor: keys.length > limit ? JSON.stringify(page.at(-1)) : null }
}

export const applicationQueries = {
  'applications.column': ({ db, clock }, { status, filter, cursor, limit }) =>
    pageOfCards(
      db,
      columnKeys(db, status, exact(filter), placeOf(cursor, KeyCursor), limit + 1),
      limit,
      clock.now(),
    ),
  'applications.counts': ({ db, clock }, input) => {
    const filter = exact(input.filter)
    return {
      columns: columnCounts(db, filter),
      stale: countStale(db, filter, clock.millis()),
      followUps: countFollowUps(db, filter, dayOf(clock.now())),
    }
  },
  'applications.list': ({ db, clock }, { filter, sort, cursor, limit }) =>
    pageOfCards(
      db,
      listKeys(db, exact(filter), sort, placeOf(cursor, KeyCursor), limit + 1),
      limit,
      clock.now(),
    ),
  'applications.get': ({ db, clock }, { jobId }) =>
    applicationView(db, jobId, clock.now()) ?? refuse('not_found', 'This job does not exist any more.'),
  'applications.timeline': ({ db, clock }, { filter, cursor, limit }) => {
    const page = pageOfTimeline(db, exact(filter), placeOf(cursor, PlaceCursor), limit, clock.now())
    return { rows: page.rows, cursor: page.next && JSON.stringify(page.next) }
  },
  'applications.stale': ({ db, clock }) =>
    cardsOf(db, staleJobs(db, clock.millis(), MOST_STALE), clock.now()),
  'applications.followUps': ({ db, clock }, { today }) => {
    const jobIds = askedJobs(db, MOST_FOLLOW_UPS)
    const found = followUpsOf(db, jobIds, today)
    return cardsOf(db, jobIds, clock.now()).flatMap(card => {
      const followUp = found.get(card.job.id)
      return followUp ? [{ card, followUp }] : []
    })
  },
  'applications.interviewFile': ({ db, clock }, { interviewId }) => {
    const interview = interviews.find(db, interviewId)
    const job = interview && jobState(db, interview.job_id)
    if (!interview || !job) return refuse('not_found', 'This interview does not exist any more.')
    return interviewCalendar(interview, job, clock.now())
  },
} satisfies Partial<Queries>

export const applicationCommands = {
  ...moveCommands,
  ...editCommands,
  ...writtenCommands,
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
  ...moveUndoers,
  ...editUndoers,
  ...writtenUndoers,
} satisfies Record<string, Undoer>
