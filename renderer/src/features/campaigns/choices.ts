import {
  COMPANY_SIZE_LABELS,
  JOB_TYPE_LABELS,
  REMOTE_LABELS,
  SENIORITY_LABELS,
} from '../../../../main/contract/labels.ts'
import {
  COMPANY_SIZES,
  JOB_TYPES,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../../../../main/contract/values.ts'
import type { Option } from '../../ui/select.tsx'

function choices<V extends string>(values: readonly V[], labels: Record<V, string>): Option<V>[] {
  return values.map(value => ({ value, label: labels[value] }))
}

export const REMOTE_CHOICES = choices(REMOTE_OPTIONS, REMOTE_LABELS)
export const TYPE_CHOICES = choices(JOB_TYPES, JOB_TYPE_LABELS)
export const SENIORITY_CHOICES = choices(SENIORITY_LEVELS, SENIORITY_LABELS)
export const SIZE_CHOICES = choices(COMPANY_SIZES, COMPANY_SIZE_LABELS)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
/** Codes that the system can name but that are no country. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'IC',
  'EA',
  'TA',
  'CQ',
])

/** The code that a deprecated one stands for: UK → GB, DD → DE. */
function canonicalRegion(code: string): string | undefined {
  return new Intl.Locale(`und-${code}`).region
}

/** All countries with their English names, by name; "" for `none`. Asked of the system, so that no list has to be kept. */
export function countryChoices(none = 'Any country'): Option[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const all = LETTERS.flatMap(a => LETTERS.map(b => a + b)).flatMap(code => {
    const name = NO_COUNTRY.has(code) || canonicalRegion(code) !== code ? undefined : names.of(code)
    return name === undefined ? [] : [{ value: code, label: name }]
  })
  return [{ value: '', label: none }, ...all.sort((a, b) => a.label.localeCompare(b.label, 'en'))]
}

const COMMON_CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'INR', 'SEK', 'PLN', 'SGD']

/** All currencies, the most used first; "" for `none`. */
export function currencyChoices(none = 'No currency'): Option[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' })
  const rest = Intl.supportedValuesOf('currency').filter(code => !COMMON_CURRENCIES.includes(code))
  return [
    { value: '', label: none },
    ...[...COMMON_CURRENCIES, ...rest].map(code => ({
      value: code,
      label: `${code} · ${names.of(code) ?? code}`,
    })),
  ]
}
