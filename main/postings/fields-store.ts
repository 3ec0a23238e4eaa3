import type { FieldName } from '../contract/detection.ts'
import type { Detection } from '../contract/facts.ts'
import { NO_TERMS } from '../contract/terms.ts'
import type { SalaryPeriod } from '../contract/values.ts'
import { yearly } from '../detection/rules/salary/yearly.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { FACT_COLUMNS } from './job-store.ts'
import {
  decodeField,
  FACT_FIELDS,
  type FieldRow,
  factRows,
  OTHER_FIELDS,
  otherRow,
  type StoredTerms,
  winnersOf,
} from './rules/fields.ts'

/** The SQL of the proofs of facts, and of what the person and the model say. Writers expect an open transaction. */

const COLUMNS = 'field, origin, value, confidence, quote, quote_in, quote_start, note'
const MOST_ROWS = 40
// One statement for all fields of a job, by their number: half the time of one each.
const INSERT_FIELDS = Array.from({ length: MOST_ROWS + 1 }, (_, count) =>
  count === 0
    ? null
    : `INSERT INTO job_fields (job_id, ${COLUMNS}) VALUES ${Array(count).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
)

/** Stores proofs; there may be none of the same fact and origin. */
export function insertFields(db: Db, jobId: number, rows: readonly FieldRow[]): void {
  if (rows.length > MOST_ROWS) {
    insertFields(db, jobId, rows.slice(0, MOST_ROWS))
    insertFields(db, jobId, rows.slice(MOST_ROWS))
    return
  }
  const values: SqlValue[] = []
  for (const row of rows)
    values.push(
      jobId,
      row.field,
      row.origin,
      row.value,
      row.confidence,
      row.quote,
      row.quote_in,
      row.quote_start,
      row.note,
    )
  const insert = INSERT_FIELDS[rows.length]
  if (insert) db.sql(insert).run(...values)
}

/** Everything that was said of the facts of a job. */
export function fieldsOf(db: Db, jobId: number): FieldRow[] {
  return db.sql<FieldRow>(`SELECT ${COLUMNS} FROM job_fields WHERE job_id = ?`).all(jobId)
}

/** The proofs of a job that was just made. */
export function insertDetected(db: Db, jobId: number, detection: Detection): void {
  insertFields(db, jobId, factRows(detection))
}

/**
 * Replaces the proofs of structured data and patterns after the job's columns were written from the same detection;
 * what the person or the model said stays and counts. True when there is such a thing, and scores must follow it.
 */
export function replaceDetected(db: Db, jobId: number, detection: Detection): boolean {
  db.sql("DELETE FROM job_fields WHERE job_id = ? AND origin IN ('structured', 'pattern')").run(jobId)
  const rows = factRows(detection)
  const said = new Set(
    db
      .sql<{ field: FieldName }>('SELECT DISTINCT field FROM job_fields WHERE job_id = ?')
      .all(jobId)
      .map(row => row.field),
  )
  for (const field of OTHER_FIELDS) {
    const row = said.has(field) ? otherRow(field, detection) : null
    if (row) rows.push(row)
  }
  insertFields(db, jobId, rows)
  if (said.size === 0) return false
  settleFields(db, jobId)
  return true
}

/** What the model said of an older text stays only where its words stand in the new one. */
export function forgetUnproven(db: Db, jobId: number, text: string): void {
  db.sql(
    "DELETE FROM job_fields WHERE job_id = ? AND origin = 'ai' AND (quote IS NULL OR field = 'skills' OR instr(?, quote) = 0)",
  ).run(jobId, text)
  if (db.sql('DELETE FROM job_ai WHERE job_id = ?').run(jobId).changes > 0)
    db.sql('UPDATE jobs SET ai_read = 0 WHERE id = ?').run(jobId)
}

interface Shown {
  skills: string
  years_low: number | null
  years_high: number | null
  terms: string
}

/** What the job's columns say of the facts that have no row by themselves. */
function columnRows(db: Db, jobId: number, fields: readonly FieldName[]): FieldRow[] {
  const wanted = OTHER_FIELDS.filter(field => fields.includes(field))
  const shown =
    wanted.length === 0
      ? undefined
      : db.sql<Shown>('SELECT skills, years_low, years_high, terms FROM jobs WHERE id = ?').first(jobId)
  if (!shown) return []
  const { years, ...terms }: StoredTerms = JSON.parse(shown.terms)
  const detected = {
    skills: JSON.parse(shown.skills),
    years_low: shown.years_low,
    years_high: shown.years_high,
    years_proof: years ?? null,
    terms: { ...NO_TERMS, ...terms },
  }
  return wanted.map(field => otherRow(field, detected)).filter(row => row !== null)
}

/** The row that counts of every fact that a job states. */
export function shownFields(db: Db, jobId: number): Map<FieldName, FieldRow> {
  const rows = fieldsOf(db, jobId)
  const known = new Set(rows.map(row => row.field))
  const rest = columnRows(
    db,
    jobId,
    OTHER_FIELDS.filter(field => !known.has(field)),
  )
  return new Map([...winnersOf(rows), ...rest.map(row => [row.field, row] as const)])
}

/** Keeps what the job's columns say of some facts in rows, as what was detected. */
const keepDetected = (db: Db, jobId: number, fields: readonly FieldName[]): void =>
  insertFields(db, jobId, columnRows(db, jobId, fields))

/** Sets what the person or the model says of some facts, in place of what the same one said before, and lets it count. */
export function setFields(db: Db, jobId: number, rows: readonly FieldRow[]): void {
  // Before a first word of person or model the columns hold what was detected: it is kept, to come back to.
  const known = new Set(fieldsOf(db, jobId).map(row => row.field))
  keepDetected(
    db,
    jobId,
    rows.map(row => row.field).filter(field => !known.has(field)),
  )
  const remove = db.sql('DELETE FROM job_fields WHERE job_id = ? AND field = ? AND origin = ?')
  for (const row of rows) remove.run(jobId, row.field, row.origin)
  insertFields(db, jobId, rows)
  settleFields(db, jobId)
}

/** Takes one origin's word on some facts away. */
export function removeFields(
  db: Db,
  jobId: number,
  origin: 'manual' | 'ai',
  fields: readonly FieldName[],
): void {
  const remove = db.sql('DELETE FROM job_fields WHERE job_id = ? AND field = ? AND origin = ?')
  // Of what nobody else spoke of, the columns are the only copy: they are left alone.
  const gone = fields.filter(field => remove.run(jobId, field, origin).changes > 0)
  if (gone.length > 0) settleFields(db, jobId, gone)
}

/** After the columns and proofs of another job were copied here: what the person and the model said of this one counts. */
export function settleCopied(db: Db, jobId: number): void {
  const rows = fieldsOf(db, jobId)
  const manual = rows.filter(row => row.origin === 'manual').map(row => row.field)
  const others = new Set(rows.filter(row => row.origin !== 'manual').map(row => row.field))
  keepDetected(
    db,
    jobId,
    manual.filter(field => !others.has(field)),
  )
  settleFields(db, jobId)
  queueRanking(db, [jobId])
}

/** Writes what counts of all that was said into the job's columns; of `cleared` perhaps nothing is said any more. */
function settleFields(db: Db, jobId: number, cleared: readonly FieldName[] = []): void {
  const rows = Map.groupBy(fieldsOf(db, jobId), row => row.field)
  for (const field of cleared) if (!rows.has(field)) rows.set(field, [])
  const winners = winnersOf([...rows.values()].flat())
  const winner = (field: FieldName) => winners.get(field)
  const values: Record<string, SqlValue> = {}
  for (const field of FACT_FIELDS) {
    const value = decodeField(field, winner(field)?.value ?? null)
    values[field] = typeof value === 'object' ? null : value
  }
  straighten(values, winner('salary_low'), winner('salary_high'))
  const period = (values.salary_period ?? null) as SalaryPeriod | null
  values.salary_year_low = yearly(values.salary_low as number | null, period)
  values.salary_year_high = yearly(values.salary_high as number | null, period)
  for (const field of ['years_low', 'years_high'] as const)
    if (rows.has(field)) values[field] = decodeField(field, winner(field)?.value ?? null) as number | null
  if (rows.has('skills')) values.skills = winner('skills')?.value ?? '[]'
  const terms = termsWith(db, jobId, rows, winner)
  if (terms !== null) values.terms = terms
  const names = Object.keys(values)
  db.sql(`UPDATE jobs SET ${names.map(name => `${name} = ?`).join(', ')} WHERE id = ?`).run(
    ...Object.values(values),
    jobId,
  )
}

/** A lower end above the upper one cannot be: the end that the person did not give goes, or the model's. */
function straighten(values: Record<string, SqlValue>, low?: FieldRow, high?: FieldRow): void {
  const from = values.salary_low
  const to = values.salary_high
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return
  const isWeaker = (row?: FieldRow, than?: FieldRow) =>
    (row?.origin !== 'manual' && than?.origin === 'manual') || (row?.origin === 'ai' && than?.origin !== 'ai')
  if (isWeaker(high, low)) values.salary_high = null
  else values.salary_low = null
}

function termsWith(
  db: Db,
  jobId: number,
  rows: ReadonlyMap<FieldName, FieldRow[]>,
  winner: (field: FieldName) => FieldRow | undefined,
): string | null {
  if (!rows.has('education') && !rows.has('visa_sponsorship')) return null
  const stored = db.sql<{ terms: string }>('SELECT terms FROM jobs WHERE id = ?').first(jobId)
  const terms: Record<string, unknown> = stored ? JSON.parse(stored.terms) : {}
  for (const field of ['education', 'visa_sponsorship'] as const) {
    if (!rows.has(field)) continue
    const row = winner(field)
    if (row?.value === undefined || row.value === null) delete terms[field]
    else
      terms[field] = {
        value: row.value,
        origin: row.origin,
        confidence: row.confidence,
        quote: row.quote,
        where: row.quote_in ?? 'description',
        start: row.quote_start,
      }
  }
  return JSON.stringify(terms)
}

/** Everything that a job says and who said it. */
export interface FactsSnapshot {
  rows: FieldRow[]
  columns: Record<string, SqlValue>
}

export function factsSnapshot(db: Db, jobId: number): FactsSnapshot | undefined {
  const columns = db
    .sql(`SELECT ${FACT_COLUMNS.join(', ')}, detector_version FROM jobs WHERE id = ?`)
    .first(jobId)
  return columns && { rows: fieldsOf(db, jobId), columns }
}

/** Takes a job back to what it said. */
export function restoreFacts(db: Db, jobId: number, { rows, columns }: FactsSnapshot): void {
  db.sql('DELETE FROM job_fields WHERE job_id = ?').run(jobId)
  insertFields(db, jobId, rows)
  const names = [...FACT_COLUMNS, 'detector_version']
  db.sql(`UPDATE jobs SET ${names.map(name => `${name} = ?`).join(', ')} WHERE id = ?`).run(
    ...names.map(name => columns[name] ?? null),
    jobId,
  )
}

/** The job's scores are computed anew, soon. */
export function queueRanking(db: Db, jobIds: readonly number[]): void {
  const insert = db.sql('INSERT OR IGNORE INTO jobs_to_rank (job_id) VALUES (?)')
  for (const jobId of jobIds) insert.run(jobId)
}
