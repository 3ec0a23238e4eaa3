import type { EditableField, FactEdits, FieldView } from '../../../../main/contract/detection.ts'
import { EDITABLE_FIELDS } from '../../../../main/contract/detection.ts'
import { FIELD_LABELS } from '../../../../main/contract/labels.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import type { Term } from '../../../../main/contract/terms.ts'
import type { FieldOrigin } from '../../../../main/contract/values.ts'
import { amountInCurrency } from '../../ui/money-text.ts'
import { FACT_GROUPS, type FactGroup, type FactValues, groupText, saidBy } from './value-words.ts'

/** Where a shown fact came from. */
export interface Proof {
  /** "Salary from". */
  fact: string
  origin: FieldOrigin
  confidence: number | null
  quote: string | null
  where: string | null
  start: number | null
  note: string | null
}

/** A value that another origin gives and that is not shown as the fact. */
export interface OtherValue {
  /** "The source's own field says On site". */
  words: string
  proof: Proof
  /** What makes it the fact. */
  edits: FactEdits
}

/** One line of the facts: what belongs together in one sentence, with the proofs of its parts. */
export interface FactLine {
  key: FactGroup
  label: string
  fields: readonly EditableField[]
  values: FactValues
  /** null: not stated. */
  text: string | null
  /** Something worked out from it, such as the yearly amount; shown in grey. */
  aside: string | null
  proofs: Proof[]
  /** The person says that it is not stated. */
  saidNothing: boolean
  /** Facts that are the person's own word. */
  byHand: EditableField[]
  others: OtherValue[]
}

/** Below this confidence a fact says that it is less sure. */
const LESS_SURE = 0.7

/** True where the proof is weak enough to say so. */
export const isLessSure = (proof: Pick<Proof, 'confidence' | 'origin'>): boolean =>
  proof.origin !== 'manual' && proof.confidence !== null && proof.confidence < LESS_SURE

type Field = FieldView & { field: EditableField; others: FieldView[] }

const NOTHING: Omit<FieldView, 'value'> = {
  origin: null,
  confidence: null,
  quote: null,
  where: null,
  start: null,
  note: null,
}

function fieldOfTerm(field: EditableField, term: Term<string> | null): Field {
  return term === null
    ? { ...NOTHING, field, value: null, others: [] }
    : { ...term, note: null, field, others: [] }
}

/** Every editable fact of a job; the terms and the skills give those that the list of facts leaves out. */
function fieldsOf({ facts, terms, skills, skillsOrigin }: JobView): Map<EditableField, Field> {
  const fields = new Map<EditableField, Field>([
    ['education', fieldOfTerm('education', terms.education)],
    ['visa_sponsorship', fieldOfTerm('visa_sponsorship', terms.visa_sponsorship)],
  ])
  for (const fact of facts) {
    const field = EDITABLE_FIELDS.find(name => name === fact.name)
    if (field) fields.set(field, { ...fact, field })
  }
  fields.set('skills', {
    ...NOTHING,
    others: fields.get('skills')?.others ?? [],
    field: 'skills',
    value: [...skills],
    origin: skillsOrigin,
  })
  return fields
}

/** The proofs of some facts; those that read the same words are one. */
function proofsOf(fields: readonly Field[]): Proof[] {
  const found = new Map<string, Proof>()
  for (const { field, value, origin, confidence, quote, where, start, note } of fields) {
    if (origin === null || (value === null && origin !== 'manual')) continue
    const key = [origin, where, ...(quote === null ? [note] : [quote, start])].join('\n')
    const known = found.get(key)
    const fact = FIELD_LABELS[field]
    found.set(
      key,
      known
        ? {
            ...known,
            fact: `${known.fact}, ${fact.toLowerCase()}`,
            confidence: lower(known.confidence, confidence),
            note: [...new Set([known.note, note])].filter(Boolean).join(' ') || null,
          }
        : { fact, origin, confidence, quote, where, start, note },
    )
  }
  return [...found.values()]
}

const lower = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)

/** The pay by the year, when the posting gives it by another period. */
function yearlyAside({ job, salaryYearLow: low, salaryYearHigh: high }: JobView): string | null {
  if (job.salary_period === null || job.salary_period === 'year' || (low === null && high === null))
    return null
  const amounts = [low, high].filter(amount => amount !== null)
  const ends = [...new Set(amounts)].map(amount => amountInCurrency(amount, job.compensation_currency))
  return `about ${ends.join(' to ')} a year`
}

/** What each other origin says of a group, in one sentence an origin. */
function othersOf(group: FactGroup, label: string, mine: readonly Field[]): OtherValue[] {
  const current: FactValues = Object.fromEntries(mine.map(one => [one.field, one.value]))
  const lost = mine.flatMap(({ field, others }) => others.map(other => ({ field, other })))
  const origins = [...new Set(lost.map(one => one.other.origin))].filter(origin => origin !== null)
  return origins.flatMap(origin => {
    const said = lost.filter(one => one.other.origin === origin)
    const given: FactValues = Object.fromEntries(said.map(one => [one.field, one.other.value]))
    // An amount without its currency and period means nothing; a city alone does.
    const values = group === 'salary' ? { ...current, ...given } : given
    const text = groupText(group, values)
    const first = said.find(one => one.other.quote !== null) ?? said[0]
    if (text === null || first === undefined) return []
    const { confidence, quote, where, start, note } = first.other
    return [
      {
        words: saidBy(origin, text),
        proof: { fact: label, origin, confidence, quote, where, start, note },
        edits: values as FactEdits,
      },
    ]
  })
}

/** The facts of a job, group by group. */
export function groupFacts(view: JobView): FactLine[] {
  const fields = fieldsOf(view)
  return FACT_GROUPS.map(({ key, label, fields: names }): FactLine => {
    const mine = names.map(name => fields.get(name) ?? { ...NOTHING, field: name, value: null, others: [] })
    const values: FactValues = Object.fromEntries(mine.map(one => [one.field, one.value]))
    const byHand = mine.filter(one => one.origin === 'manual').map(one => one.field)
    const stated = groupText(key, values)
    const words = key === 'salary' && byHand.length === 0 ? view.salaryWords : null
    return {
      key,
      label,
      fields: names,
      values,
      text: stated ?? words,
      aside: key === 'salary' ? yearlyAside(view) : null,
      // What the person says of parts that nobody states needs no mark beside what is stated.
      proofs: proofsOf(stated === null ? mine : mine.filter(one => one.value !== null)),
      saidNothing: stated === null && byHand.length > 0,
      byHand,
      others: othersOf(key, label, mine),
    }
  })
}
