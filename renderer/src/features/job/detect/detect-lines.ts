import type {
  DetectionPreview,
  EditableField,
  FactChoice,
  FactEdits,
  FieldValue,
  FieldView,
} from '../../../../../main/contract/detection.ts'
import { FIELD_LABELS } from '../../../../../main/contract/labels.ts'
import type { Proof } from '../group-facts.ts'
import { FACT_GROUPS, type FactGroup, type FactValues, groupText } from '../value-words.ts'

/** What one side of a comparison says of a fact. */
interface Side {
  values: FactValues
  /** null: not stated. */
  text: string | null
  proofs: Proof[]
}

/** One fact, as the job shows it and as it was found now. */
export interface DetectLine {
  key: FactGroup
  label: string
  fields: readonly EditableField[]
  /** Those of its parts that differ. */
  differing: EditableField[]
  old: Side
  found: Side
  /** What is new and what is gone, where whole lists are compared. */
  change: string | null
  /** The job shows the person's own word. */
  byHand: boolean
}

/** What the person decides on one line. */
export type Decision = { act: 'accept' } | { act: 'keep' } | { act: 'edit'; edits: FactEdits }

function sideOf(group: FactGroup, views: readonly (readonly [EditableField, FieldView])[]): Side {
  const values: FactValues = Object.fromEntries(views.map(([field, view]) => [field, view.value]))
  const proofs = new Map<string, Proof>()
  for (const [field, { value, origin, quote, ...rest }] of views) {
    if (origin === null || (value === null && origin !== 'manual')) continue
    const key = `${origin}\n${quote ?? rest.note}`
    if (!proofs.has(key)) proofs.set(key, { fact: FIELD_LABELS[field], origin, quote, ...rest })
  }
  return { values, text: groupText(group, values), proofs: [...proofs.values()] }
}

const namesOf = (value: FieldValue | undefined, required?: boolean): string[] =>
  Array.isArray(value)
    ? value.filter(skill => required === undefined || skill.required === required).map(skill => skill.name)
    : []

/** "adds Go, Kubernetes; leaves out Excel; required now: Python". */
function skillsChange(old: FieldValue | undefined, found: FieldValue | undefined): string | null {
  const before = new Set(namesOf(old))
  const after = new Set(namesOf(found))
  const stay = (names: readonly string[]) => names.filter(name => before.has(name) && after.has(name))
  const wasRequired = new Set(namesOf(old, true))
  const isRequired = new Set(namesOf(found, true))
  const parts: [string, string[]][] = [
    ['adds', [...after].filter(name => !before.has(name))],
    ['leaves out', [...before].filter(name => !after.has(name))],
    ['required now:', stay([...isRequired]).filter(name => !wasRequired.has(name))],
    ['nice to have now:', stay([...wasRequired]).filter(name => !isRequired.has(name))],
  ]
  const said = parts.flatMap(([verb, names]) => (names.length > 0 ? [`${verb} ${names.join(', ')}`] : []))
  return said.join('; ') || null
}

/** The comparison by groups of facts: those that differ, and those that are the same and stated. */
export function detectLines({ fields }: Pick<DetectionPreview, 'fields'>): {
  different: DetectLine[]
  same: DetectLine[]
} {
  const lines = FACT_GROUPS.flatMap(({ key, label, fields: names }): DetectLine[] => {
    const mine = names.flatMap(name => fields.filter(one => one.field === name))
    if (mine.length === 0) return []
    const old = sideOf(
      key,
      mine.map(one => [one.field, one.old] as const),
    )
    const found = sideOf(
      key,
      mine.map(one => [one.field, one.found] as const),
    )
    return [
      {
        key,
        label,
        fields: mine.map(one => one.field),
        differing: mine.filter(one => !one.same).map(one => one.field),
        old,
        found,
        change: key === 'skills' ? skillsChange(old.values.skills, found.values.skills) : null,
        byHand: mine.some(one => one.old.origin === 'manual'),
      },
    ]
  })
  return {
    different: lines.filter(line => line.differing.length > 0),
    same: lines.filter(line => line.differing.length === 0),
  }
}

/** The decisions as the core takes them; lines without one are left out. */
export function choicesFor(
  lines: readonly DetectLine[],
  decisions: ReadonlyMap<FactGroup, Decision>,
): FactChoice[] {
  return lines.flatMap((line): FactChoice[] => {
    const decision = decisions.get(line.key)
    if (!decision) return []
    if (decision.act !== 'edit') return line.differing.map(field => ({ act: decision.act, field }))
    const values = new Map<string, FieldValue | undefined>(Object.entries(decision.edits))
    return line.fields.flatMap(field => {
      const value = values.get(field)
      return value === undefined ? [] : [{ act: 'edit' as const, field, value }]
    })
  })
}
