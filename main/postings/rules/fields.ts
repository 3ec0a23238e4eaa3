import {
  type EditableField,
  FACT_NAMES,
  type FieldName,
  type FieldValue,
  type FieldView,
} from '../../contract/detection.ts'
import type { Detection, Evidence, FactName } from '../../contract/facts.ts'
import type { JobTerms } from '../../contract/terms.ts'
import type { FieldOrigin } from '../../contract/values.ts'

/** What several origins say of one fact, and which of them counts. */

/** One value of one fact by one origin, as it is stored. */
export interface FieldRow {
  field: FieldName
  origin: FieldOrigin
  /** null, by the person only: it is not stated. */
  value: string | null
  confidence: number
  quote: string | null
  quote_in: string | null
  quote_start: number | null
  note: string | null
}

/** The ten facts that have a column of their own and always a proof. */
export const FACT_FIELDS: readonly FactName[] = FACT_NAMES

/** Facts that are kept in a row of their own only when the person or the model says something else. */
export const OTHER_FIELDS = ['skills', 'years_low', 'years_high', 'education', 'visa_sponsorship'] as const
type OtherField = (typeof OTHER_FIELDS)[number]

const NUMBERS: ReadonlySet<FieldName> = new Set(['salary_low', 'salary_high', 'years_low', 'years_high'])

/** A value as text. */
export const encodeField = (field: FieldName, value: Exclude<FieldValue, null>): string =>
  field === 'skills' ? JSON.stringify(value) : String(value)

/** The value of a text that `encodeField` made. */
export function decodeField(field: FieldName, text: string | null): FieldValue {
  if (text === null) return null
  if (field === 'skills') return JSON.parse(text)
  return NUMBERS.has(field) ? Number(text) : text
}

const NOTHING: FieldView = {
  value: null,
  origin: null,
  confidence: null,
  quote: null,
  where: null,
  start: null,
  note: null,
}

/** One row as pages see it; without one, nothing is stated. */
export function viewField(row: FieldRow | undefined): FieldView {
  if (!row) return NOTHING
  return {
    value: decodeField(row.field, row.value),
    origin: row.origin,
    confidence: row.confidence,
    quote: row.quote,
    where: row.quote_in,
    start: row.quote_start,
    note: row.note,
  }
}

/** Facts that only make sense together: a model's half is not added to half a fact of the posting. */
const TOGETHER: readonly (readonly FieldName[])[] = [
  ['salary_low', 'salary_high', 'compensation_currency', 'salary_period'],
  ['office_city', 'office_province', 'office_country'],
]

const isDetected = ({ origin }: FieldRow): boolean => origin === 'structured' || origin === 'pattern'

/** The row that counts of every fact that somebody speaks of; the model's only where the posting leaves the whole open. */
export function winnersOf(rows: readonly FieldRow[]): Map<FieldName, FieldRow> {
  const detected = new Set(rows.filter(isDetected).map(row => row.field))
  const known = new Set(TOGETHER.filter(group => group.some(field => detected.has(field))).flat())
  const winners = new Map<FieldName, FieldRow>()
  for (const [field, own] of Map.groupBy(rows, row => row.field)) {
    const winner = winnerOf(known.has(field) ? own.filter(row => row.origin !== 'ai') : own)
    if (winner) winners.set(field, winner)
  }
  return winners
}

/** The row that counts of one fact: the person's, else the surer one of source and text, else the model's. */
export function winnerOf(rows: readonly FieldRow[]): FieldRow | undefined {
  const by = (origin: FieldOrigin) => rows.find(row => row.origin === origin)
  const structured = by('structured')
  const pattern = by('pattern')
  const detected =
    structured && pattern
      ? pattern.confidence > structured.confidence
        ? pattern
        : structured
      : (structured ?? pattern)
  return by('manual') ?? detected ?? by('ai')
}

const rowOf = (field: FieldName, value: string, proof: Evidence): FieldRow => ({
  field,
  origin: proof.origin,
  value,
  confidence: proof.confidence,
  quote: proof.quote,
  quote_in: proof.where,
  quote_start: proof.start,
  note: proof.note ?? null,
})

/** The proofs of the ten facts and of the values that lost, which are always a little less sure than what won. */
export function factRows({ facts, evidence, conflicts }: Detection): FieldRow[] {
  const rows: FieldRow[] = []
  for (const field of FACT_FIELDS) {
    const value = facts[field]
    const proof = evidence[field]
    if (value !== null && proof !== undefined) rows.push(rowOf(field, String(value), proof))
  }
  for (const { fact, value, evidence: lost } of conflicts) {
    const won = evidence[fact]
    if (facts[fact] === null || won === undefined || won.origin === lost.origin) continue
    const confidence = Math.max(0, Math.min(lost.confidence, won.confidence - 0.01))
    rows.push(rowOf(fact, String(value), { ...lost, confidence }))
  }
  return rows
}

/** What detection says of the facts that have no row by themselves; null where it says nothing. */
export function otherRow(field: OtherField, detected: Pick<Detection, OtherParts>): FieldRow | null {
  const plain = (value: FieldValue, proof: Evidence | null): FieldRow | null =>
    value === null ? null : rowOf(field, encodeField(field, value), proof ?? { ...UNPROVEN })
  if (field === 'skills') return detected.skills.length === 0 ? null : plain(detected.skills, null)
  if (field === 'years_low' || field === 'years_high') return plain(detected[field], detected.years_proof)
  const term = detected.terms[field]
  return term && plain(term.value, { ...term, origin: 'pattern' })
}

type OtherParts = 'skills' | 'years_low' | 'years_high' | 'years_proof' | 'terms'

const UNPROVEN: Evidence = {
  origin: 'pattern',
  confidence: 0.8,
  quote: null,
  where: 'description',
  start: null,
}

/** The proof of the years asked stands with the terms. */
export type StoredTerms = Partial<JobTerms> & { years?: Evidence }

/** The terms as they are stored: what says nothing is left out. */
export function packTerms({ terms, years_proof }: Pick<Detection, 'terms' | 'years_proof'>): string {
  let said = false
  const packed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(terms)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue
    packed[name] = value
    said = true
  }
  if (years_proof !== null) {
    packed.years = years_proof
    said = true
  }
  return said ? JSON.stringify(packed) : '{}'
}

/** True for a fact that the person can correct. */
export const isFactField = (field: EditableField): field is FactName =>
  (FACT_FIELDS as readonly string[]).includes(field)
