import type { EditableField, FieldValue, FieldView } from '../../../../main/contract/detection.ts'
import {
  FACT_LABELS,
  JOB_TYPE_LABELS,
  REMOTE_LABELS,
  SENIORITY_LABELS,
} from '../../../../main/contract/labels.ts'
import { EDUCATION_LABELS, VISA_LABELS } from '../../../../main/contract/term-labels.ts'
import type { FieldOrigin } from '../../../../main/contract/values.ts'
import { SalaryPeriod } from '../../../../main/contract/values.ts'
import { salaryText } from '../../ui/money-text.ts'

/** Facts that belong together in one sentence and are corrected together. */
export type FactGroup =
  | 'salary'
  | 'place'
  | 'remote'
  | 'type'
  | 'seniority'
  | 'years'
  | 'education'
  | 'visa'
  | 'skills'

/** The groups in the order in which people ask for them. */
export const FACT_GROUPS: readonly { key: FactGroup; label: string; fields: readonly EditableField[] }[] = [
  {
    key: 'salary',
    label: 'Salary',
    fields: ['salary_low', 'salary_high', 'compensation_currency', 'salary_period'],
  },
  { key: 'place', label: 'Place', fields: ['office_city', 'office_province', 'office_country'] },
  { key: 'remote', label: FACT_LABELS.remote_options, fields: ['remote_options'] },
  { key: 'type', label: FACT_LABELS.job_type, fields: ['job_type'] },
  { key: 'seniority', label: FACT_LABELS.seniority_level, fields: ['seniority_level'] },
  { key: 'years', label: 'Experience', fields: ['years_low', 'years_high'] },
  { key: 'education', label: 'Education', fields: ['education'] },
  { key: 'visa', label: 'Visa sponsorship', fields: ['visa_sponsorship'] },
  { key: 'skills', label: 'Skills', fields: ['skills'] },
]

/** The values of some facts; a fact that is not there is not known here. */
export type FactValues = { [F in EditableField]?: FieldValue | undefined }

const VALUE_LABELS: Partial<Record<EditableField, Record<string, string>>> = {
  remote_options: REMOTE_LABELS,
  job_type: JOB_TYPE_LABELS,
  seniority_level: SENIORITY_LABELS,
  education: EDUCATION_LABELS,
  visa_sponsorship: VISA_LABELS,
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

/** "DE" → "Germany"; a code that the system does not know stays. */
export const countryName = (code: string): string => named(countries, code)
/** "de" → "German". */
export const languageName = (code: string): string => named(languages, code)

/** One value as people read it; null: not stated. */
export function valueText(field: EditableField, value: FieldValue): string | null {
  if (value === null) return null
  if (Array.isArray(value)) return value.map(skill => skill.name).join(', ') || null
  if (field === 'office_country') return countryName(String(value))
  return VALUE_LABELS[field]?.[String(value)] ?? String(value)
}

const numberOf = (value: FieldValue | undefined): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** "3–5 years", "3 years or more", "up to 5 years". */
function yearsText(low: number | null, high: number | null): string | null {
  const years = (count: number) => (count === 1 ? 'year' : 'years')
  if (low !== null && high !== null)
    return low === high ? `${low} ${years(low)}` : `${low}–${high} ${years(high)}`
  if (low !== null) return `${low} ${years(low)} or more`
  return high === null ? null : `up to ${high} ${years(high)}`
}

/** What the values of a group say in one sentence; null: nothing. */
export function groupText(group: FactGroup, values: FactValues): string | null {
  if (group === 'salary') {
    const period = SalaryPeriod.safeParse(values.salary_period)
    return salaryText(
      numberOf(values.salary_low),
      numberOf(values.salary_high),
      textOf(values.compensation_currency),
      period.success ? period.data : null,
    )
  }
  if (group === 'years') return yearsText(numberOf(values.years_low), numberOf(values.years_high))
  const fields = FACT_GROUPS.find(one => one.key === group)?.fields ?? []
  return (
    fields
      .map(field => valueText(field, values[field] ?? null))
      .filter(text => text !== null)
      .join(', ') || null
  )
}

/** Who says a value that did not win, as the beginning of a sentence. */
const SAYERS: Record<FieldOrigin, string> = {
  structured: 'The source’s own field says',
  pattern: 'The text says',
  ai: 'AI reads',
  manual: 'You said',
}

/** "The source's own field says On site". */
export function saidBy(origin: FieldView['origin'], text: string): string {
  return `${origin === null ? 'Somebody says' : SAYERS[origin]} ${text}`
}
