import type { EditableField, FactEdits } from '../../../../main/contract/detection.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { CountryCode, CurrencyCode, SalaryPeriod } from '../../../../main/contract/values.ts'
import { amountText } from '../../ui/number-text.ts'
import type { FactValues } from './value-words.ts'

/** What a form holds of the facts that are typed; '' and null: not stated. */
export interface FactDraft {
  low: number | null
  high: number | null
  currency: string
  period: string
  city: string
  province: string
  country: string
  yearsLow: number | null
  yearsHigh: number | null
}

/** A field at fault and what to do about it. */
export interface Problem {
  field: EditableField
  message: string
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The form's first content. */
export function draftOf(values: FactValues): FactDraft {
  return {
    low: number(values.salary_low),
    high: number(values.salary_high),
    currency: text(values.compensation_currency),
    period: text(values.salary_period),
    city: text(values.office_city),
    province: text(values.office_province),
    country: text(values.office_country),
    yearsLow: number(values.years_low),
    yearsHigh: number(values.years_high),
  }
}

const parsed = <T>(schema: { safeParse: (value: unknown) => { data?: T } }, value: string): T | null =>
  schema.safeParse(value).data ?? null

/** The whole of a group as the form says it, or the field at fault. A salary without amounts is not stated at all. */
export function editsOf(
  group: 'salary' | 'place' | 'years',
  draft: FactDraft,
): { edits: FactEdits } | { problem: Problem } {
  const { low, high, yearsLow, yearsHigh } = draft
  if (group === 'place')
    return {
      edits: {
        office_city: draft.city.trim() || null,
        office_province: draft.province.trim() || null,
        office_country: parsed(CountryCode, draft.country),
      },
    }
  if (group === 'years') {
    if (yearsLow !== null && yearsHigh !== null && yearsLow > yearsHigh)
      return { problem: { field: 'years_high', message: `This is less than the ${yearsLow} at the start.` } }
    return { edits: { years_low: yearsLow, years_high: yearsHigh } }
  }
  if (low !== null && high !== null && low > high)
    return {
      problem: { field: 'salary_high', message: `This is below the lowest amount, ${amountText(low)}.` },
    }
  const stated = low !== null || high !== null
  return {
    edits: {
      salary_low: low,
      salary_high: high,
      compensation_currency: stated ? parsed(CurrencyCode, draft.currency) : null,
      salary_period: stated ? parsed(SalaryPeriod, draft.period) : null,
    },
  }
}

/** True when the edits say what is there already. */
export function saysTheSame(edits: FactEdits, values: FactValues): boolean {
  const known = new Map<string, unknown>(Object.entries(values))
  return Object.entries(edits).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(known.get(field) ?? null),
  )
}

/** Says that the facts are not stated. */
export function nothingStated(fields: readonly EditableField[]): FactEdits {
  return Object.fromEntries(fields.map(field => [field, field === 'skills' ? [] : null]))
}

const BY_HAND = {
  origin: 'manual',
  confidence: 1,
  quote: null,
  where: null,
  start: null,
  note: null,
} as const

/** The job as it is once the person's word is taken; for the moment until the core says it. */
export function withEdits(view: JobView, edits: FactEdits): JobView {
  const given = new Map<string, FactEdits[keyof FactEdits]>(Object.entries(edits))
  const facts = view.facts.map(fact => {
    const value = given.get(fact.name)
    return value === undefined || Array.isArray(value) ? fact : { ...fact, ...BY_HAND, value }
  })
  const { terms } = view
  const term = <T>(value: T | null | undefined, before: T | null) => (value === undefined ? before : value)
  const job = { ...view.job }
  job.salary_low = term(edits.salary_low, job.salary_low)
  job.salary_high = term(edits.salary_high, job.salary_high)
  job.compensation_currency = term(edits.compensation_currency, job.compensation_currency)
  job.salary_period = term(edits.salary_period, job.salary_period)
  job.remote_options = term(edits.remote_options, job.remote_options)
  job.job_type = term(edits.job_type, job.job_type)
  job.seniority_level = term(edits.seniority_level, job.seniority_level)
  const manual = { origin: 'manual', confidence: 1, quote: null, where: 'structured', start: null } as const
  return {
    ...view,
    job,
    facts,
    terms: {
      ...terms,
      education: edits.education
        ? { ...manual, value: edits.education }
        : term(edits.education, terms.education),
      visa_sponsorship: edits.visa_sponsorship
        ? { ...manual, value: edits.visa_sponsorship }
        : term(edits.visa_sponsorship, terms.visa_sponsorship),
    },
    skills: edits.skills ?? view.skills,
    skillsOrigin: edits.skills ? 'manual' : view.skillsOrigin,
  }
}
