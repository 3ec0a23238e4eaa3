import type { JobFacts } from '../../contract/facts.ts'
import { JOB_TYPES, REMOTE_OPTIONS, SALARY_PERIODS, SENIORITY_LEVELS } from '../../contract/values.ts'
import { inferPeriod, isPlausible } from './salary/period.ts'
import type { Pay } from './salary/types.ts'

type Hints = Partial<JobFacts>

/** A structured value if it belongs to its vocabulary, else null. */
function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | null {
  return allowed.find(word => word === value) ?? null
}

/** What the source's own fields say, checked for sense: unknown words and impossible numbers are dropped. */
export function checkedHints(hints: Hints | undefined): Hints {
  if (!hints) return {}
  const checked: Hints = {
    remote_options: oneOf(REMOTE_OPTIONS, hints.remote_options),
    job_type: oneOf(JOB_TYPES, hints.job_type),
    seniority_level: oneOf(SENIORITY_LEVELS, hints.seniority_level),
    office_city: words(hints.office_city),
    office_province: words(hints.office_province),
    office_country: /^[A-Z]{2}$/.test(hints.office_country ?? '') ? (hints.office_country ?? null) : null,
  }
  return checked
}

/** A source's own field may hold anything. */
function words(value: unknown): string | null {
  const trimmed = typeof value === 'string' ? value.trim() : ''
  return trimmed === '' || /^(?:n\/?a|none|null|unknown|undefined|-+)$/i.test(trimmed) ? null : trimmed
}

/**
 * Pay of the source's own fields, or null when it makes no sense: zero and negative mean unknown, ends in the
 * wrong order are swapped, a missing period is inferred from the size, and amounts that no period of the
 * currency could pay (1, 999999999) are placeholders.
 */
export function checkedPay(hints: Hints | undefined): Pay | null {
  if (!hints) return null
  let low = amount(hints.salary_low)
  let high = amount(hints.salary_high)
  if (low === null && high === null) return null
  if (low !== null && high !== null && low > high) [low, high] = [high, low]
  const currency = /^[A-Z]{3}$/.test(hints.compensation_currency ?? '')
    ? (hints.compensation_currency ?? null)
    : null
  let period = oneOf(SALARY_PERIODS, hints.salary_period)
  const size = high ?? low ?? 0
  // A range such as 1–100000 has a placeholder at its lower end.
  if (low !== null && high !== null && low < high / 50) low = null
  if (period !== null && !isPlausible(size, period, currency)) period = null
  period ??= inferPeriod(low ?? size, size, currency)
  if (period === null || !isPlausible(size, period, currency)) return null
  return { low, high, currency, period }
}

function amount(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null
}
