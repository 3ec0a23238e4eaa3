import { isDeepStrictEqual } from 'node:util'
import { recordChange, type Undoer } from '../changes/service.ts'
import type { EditableField, FactEdits, FieldName, FieldValue } from '../contract/detection.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { encodeField, type FieldRow } from '../postings/rules/fields.ts'
import {
  type FactsSnapshot,
  factsSnapshot,
  queueRanking,
  removeFields,
  restoreFacts,
  setFields,
} from '../postings/service.ts'

/** The person's own word on the facts of a job. */

/** What a job said before and after a change. */
interface Corrected {
  jobId: number
  before: FactsSnapshot
  after: FactsSnapshot
}

const UNDOER = 'detection.facts'

const titleOf = (db: Db, jobId: number): string =>
  db.sql<{ title: string }>('SELECT title FROM jobs WHERE id = ?').first(jobId)?.title ??
  refuse('not_found', 'This job does not exist any more.')

const snapshotOf = (db: Db, jobId: number): FactsSnapshot =>
  factsSnapshot(db, jobId) ?? refuse('not_found', 'This job does not exist any more.')

/** A word of the person; null: not stated. */
export function manualRow(field: EditableField, value: FieldValue): FieldRow {
  return {
    field,
    origin: 'manual',
    value: value === null ? null : encodeField(field, value),
    confidence: 1,
    quote: null,
    quote_in: null,
    quote_start: null,
    note: null,
  }
}

/** Runs a change of what is said of a job, with its way back, its event and its new scores. null: it said so already. */
export function correct(
  tx: Tx,
  jobId: number,
  label: (title: string) => string,
  work: () => void,
): Undoable | null {
  const title = titleOf(tx.db, jobId)
  const before = snapshotOf(tx.db, jobId)
  work()
  const after = snapshotOf(tx.db, jobId)
  if (isDeepStrictEqual(before, after)) return null
  queueRanking(tx.db, [jobId])
  tx.emit('job.facts_changed', { jobId: JobId.parse(jobId) })
  return recordChange(tx, label(title), UNDOER, { jobId, before, after } satisfies Corrected)
}

const ENDS = [
  ['salary_low', 'salary_high', 'The lowest salary'],
  ['years_low', 'years_high', 'The least experience'],
] as const

/** `bad_input` when an end would lie above the other one. */
export function checkEnds(
  db: Db,
  jobId: number,
  facts: Readonly<Partial<Record<EditableField, FieldValue>>>,
): void {
  const now = db
    .sql<Record<string, number | null>>(
      'SELECT salary_low, salary_high, years_low, years_high FROM jobs WHERE id = ?',
    )
    .first(jobId)
  for (const [low, high, words] of ENDS) {
    const of = (end: EditableField) => (Object.hasOwn(facts, end) ? facts[end] : now?.[end])
    const [from, to] = [of(low), of(high)]
    if (typeof from === 'number' && typeof to === 'number' && from > to)
      refuse('bad_input', `${words} (${from}) is above the highest (${to}).`, {
        field: Object.hasOwn(facts, high) ? high : low,
      })
  }
}

/** Carries out `detection.setFacts`. */
export function setFacts(tx: Tx, jobId: number, facts: FactEdits): Undoable | null {
  titleOf(tx.db, jobId)
  const given = Object.entries(facts).filter(([, value]) => value !== undefined) as [
    EditableField,
    FieldValue,
  ][]
  checkEnds(tx.db, jobId, Object.fromEntries(given))
  return correct(
    tx,
    jobId,
    title => `Corrected ${title}`,
    () =>
      setFields(
        tx.db,
        jobId,
        given.map(([field, value]) => manualRow(field, value)),
      ),
  )
}

/** Carries out `detection.clearFacts`. */
export function clearFacts(tx: Tx, jobId: number, fields: readonly EditableField[]): Undoable | null {
  return correct(
    tx,
    jobId,
    title => `Took corrections of ${title} back`,
    () => removeFields(tx.db, jobId, 'manual', fields),
  )
}

const wordsOf = (rows: readonly FieldRow[], origin: FieldRow['origin']): Map<FieldName, FieldRow> =>
  new Map(rows.filter(row => row.origin === origin).map(row => [row.field, row]))

/**
 * Back to what was said before. When the job says something else by now (it was read anew, or corrected further), only
 * those words of the person and the model go back that this change touched.
 */
function undoCorrected(tx: Tx, { jobId, before, after }: Corrected): void {
  const { db } = tx
  if (isDeepStrictEqual(snapshotOf(db, jobId), after)) restoreFacts(db, jobId, before)
  else {
    for (const origin of ['manual', 'ai'] as const) {
      const was = wordsOf(before.rows, origin)
      const became = wordsOf(after.rows, origin)
      const touched = [...new Set([...was.keys(), ...became.keys()])].filter(
        field => !isDeepStrictEqual(was.get(field), became.get(field)),
      )
      removeFields(db, jobId, origin, touched)
      setFields(
        db,
        jobId,
        touched.flatMap(field => was.get(field) ?? []),
      )
    }
  }
  queueRanking(db, [jobId])
  tx.emit('job.facts_changed', { jobId: JobId.parse(jobId) })
}

export const detectionUndoers = { [UNDOER]: undoCorrected } satisfies Record<string, Undoer>
