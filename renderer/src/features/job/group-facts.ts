import type { FactName } from '../../../../main/contract/facts.ts'
import {
  FACT_LABELS,
  JOB_TYPE_LABELS,
  REMOTE_LABELS,
  SENIORITY_LABELS,
} from '../../../../main/contract/labels.ts'
import type { FactView, JobView } from '../../../../main/contract/shapes.ts'
import type { FieldOrigin } from '../../../../main/contract/values.ts'
import { amountInCurrency, salaryText } from '../../ui/money-text.ts'

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

/** One line of the facts: what belongs together in one sentence, with the proofs of its parts. */
export interface FactLine {
  key: string
  label: string
  /** null: not stated. */
  text: string | null
  /** Something worked out from it, such as the yearly amount; shown in grey. */
  aside: string | null
  proofs: Proof[]
}

const GROUPS: readonly { key: string; label: string; names: readonly FactName[] }[] = [
  {
    key: 'salary',
    label: 'Salary',
    names: ['salary_low', 'salary_high', 'compensation_currency', 'salary_period'],
  },
  { key: 'place', label: 'Place', names: ['office_city', 'office_province', 'office_country'] },
  { key: 'remote', label: FACT_LABELS.remote_options, names: ['remote_options'] },
  { key: 'type', label: FACT_LABELS.job_type, names: ['job_type'] },
  { key: 'seniority', label: FACT_LABELS.seniority_level, names: ['seniority_level'] },
]

const VALUE_LABELS: Record<string, Record<string, string>> = {
  remote_options: REMOTE_LABELS,
  job_type: JOB_TYPE_LABELS,
  seniority_level: SENIORITY_LABELS,
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

function valueText({ name, value }: FactView): string | null {
  if (value === null) return null
  if (name === 'office_country') return named(countries, String(value))
  return VALUE_LABELS[name]?.[String(value)] ?? String(value)
}

const isFactName = (name: string): name is FactName => Object.hasOwn(FACT_LABELS, name)

function labelOf(name: string): string {
  if (isFactName(name)) return FACT_LABELS[name]
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The proofs of some facts; those that read the same words are one. */
function proofsOf(facts: readonly FactView[]): Proof[] {
  const found = new Map<string, Proof>()
  for (const { name, origin, confidence, quote, where, start, note } of facts) {
    if (origin === null) continue
    const key = [origin, where, ...(quote === null ? [note] : [quote, start])].join('\n')
    const known = found.get(key)
    const fact = labelOf(name)
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

/** The facts of a job in the order in which people ask for them. Facts that have no group stand at the end. */
export function groupFacts(view: JobView): FactLine[] {
  const { job, facts } = view
  const inGroups = new Set<string>(GROUPS.flatMap(group => group.names))
  const lines = GROUPS.map(({ key, label, names }): FactLine => {
    const mine = names.flatMap(name => facts.filter(fact => fact.name === name))
    const stated = mine.filter(fact => fact.value !== null)
    const text =
      key === 'salary'
        ? (salaryText(job.salary_low, job.salary_high, job.compensation_currency, job.salary_period) ??
          view.salaryWords)
        : stated.map(valueText).join(', ') || null
    return { key, label, text, aside: key === 'salary' ? yearlyAside(view) : null, proofs: proofsOf(stated) }
  })
  const others = facts
    .filter(fact => !inGroups.has(fact.name))
    .map(
      (fact): FactLine => ({
        key: fact.name,
        label: labelOf(fact.name),
        text: valueText(fact),
        aside: null,
        proofs: fact.value === null ? [] : proofsOf([fact]),
      }),
    )
  const language: FactLine[] =
    view.language === null
      ? []
      : [
          {
            key: 'language',
            label: 'Language',
            text: named(languages, view.language),
            aside: null,
            proofs: [],
          },
        ]
  return [...lines, ...others, ...language]
}
