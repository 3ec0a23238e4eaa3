import {
  JOB_STATUSES,
  JOB_TYPES,
  type JobStatus,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../../contract/values.ts'

/** The words of filter scopes: what may be written and what it means. */

/** A written word without regard to case and separators: "Full-Time" and "full_time" are one. */
const key = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')

const table = <T extends string>(
  values: readonly T[],
  others: Readonly<Record<string, T>> = {},
): ReadonlyMap<string, T> =>
  new Map([...values.map(value => [key(value), value] as const), ...Object.entries(others)])

const REMOTE = table([...REMOTE_OPTIONS, 'unstated'], {
  yes: 'remote',
  no: 'onsite',
  office: 'onsite',
  any: 'remote',
})
const TYPES = table([...JOB_TYPES, 'unstated'], {
  permanent: 'full-time',
  contractor: 'contract',
  freelance: 'contract',
  intern: 'internship',
  temp: 'temporary',
})
const LEVELS = table([...SENIORITY_LEVELS, 'unstated'], {
  entry: 'junior',
  graduate: 'junior',
  middle: 'mid',
  staff: 'principal',
  internship: 'intern',
})
const STATUSES = table(JOB_STATUSES, { preparing: 'preparing_to_apply', interviewing: 'interview' })

/** A kind of work place, and `unstated`; undefined: no such word. */
export const remoteNamed = (text: string) => REMOTE.get(key(text))
/** A kind of employment, and `unstated`. */
export const typeNamed = (text: string) => TYPES.get(key(text))
/** A level, and `unstated`. */
export const levelNamed = (text: string) => LEVELS.get(key(text))
/** A status by its name, or by the usual word for it. */
export const statusNamed = (text: string): JobStatus | undefined => STATUSES.get(key(text))

/** What `is:` knows, with the part of the filter that it sets. */
const MARKS = new Map([
  ['favourite', 'favourite'],
  ['favorite', 'favourite'],
  ['starred', 'favourite'],
  ['unread', 'unread'],
  ['new', 'unread'],
  ['open', 'open'],
  ['hidden', 'ineligible'],
] as const)
/** The part of a filter that `is:` and this word set. */
export const markNamed = (text: string) => new Map<string, Mark>(MARKS).get(key(text))
type Mark = 'favourite' | 'unread' | 'open' | 'ineligible'

let countries: ReadonlyMap<string, string> | undefined
/** The English names of all countries, with their codes. */
function countryNames(): ReadonlyMap<string, string> {
  if (countries) return countries
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const found = new Map<string, string>()
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b)
      // A former code has the name of its country too.
      const former = name !== undefined && new Intl.Locale(`und-${a}${b}`).region !== a + b
      if (name !== undefined && !former) found.set(key(name), a + b)
    }
  countries = found.set('uk', 'GB').set('unitedstatesofamerica', 'US')
  return countries
}

/** The code of a country by its code or English name, or `unstated`. */
export function countryNamed(text: string): string | undefined {
  const word = key(text)
  if (word === 'unstated') return 'unstated'
  const named = countryNames().get(word)
  if (named !== undefined) return named
  return /^[a-z]{2}$/.test(word) ? word.toUpperCase() : undefined
}

const SIGNS = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
])

/** Bounds of a pay a year as they are written: ">80k", "80,000-100000eur", "stated usd". */
export interface WrittenPay {
  low: number | null
  high: number | null
  /** Null: not written. */
  currency: string | null
}

const PAY =
  /^(?:(>=?|<=?)?([$€£]?)(\d[\d., ]*?)(k|m)?(?:(?:-|–|\.\.)[$€£]?(\d[\d., ]*?)(k|m)?)?|stated)\+? ?([a-z]{3})?$/i

/** Reads a pay; undefined when it is none. */
export function readPay(text: string): WrittenPay | undefined {
  const found = PAY.exec(text.trim())
  if (!found) return undefined
  const [, sign, mark = '', first, firstUnit, second, secondUnit, code] = found
  const currency = code?.toUpperCase() ?? SIGNS.get(mark) ?? null
  if (first === undefined) return { low: null, high: null, currency }
  const a = amount(first, firstUnit ?? secondUnit)
  if (a === undefined) return undefined
  if (second === undefined)
    return sign?.startsWith('<') ? { low: null, high: a, currency } : { low: a, high: null, currency }
  const b = amount(second, secondUnit)
  return b === undefined || sign !== undefined ? undefined : { low: a, high: b, currency }
}

const MOST_PAY = 1_000_000_000

function amount(digits: string, unit: string | undefined): number | undefined {
  // "1.5k" has a fraction; "80.000" and "80,000" have thousands.
  const plain = unit
    ? digits.replace(/[, ]/g, '')
    : digits.replace(/[., ](?=\d{3}(?!\d))/g, '').replace(/[, ]/g, '')
  const value = Math.round(Number(plain) * (unit ? (unit.toLowerCase() === 'k' ? 1e3 : 1e6) : 1))
  return Number.isFinite(value) && value >= 0 && value <= MOST_PAY ? value : undefined
}

/** True for three letters that are written like a currency, such as "usd". */
export const isCurrency = (text: string): boolean => {
  if (!/^[a-z]{3}$/i.test(text)) return false
  const code = text.toUpperCase()
  return new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' }).of(code) !== undefined
}

/** "70", ">70" or ">=70" of 0–100. */
export function readScore(text: string): number | undefined {
  const digits = /^(?:>=?)?(\d{1,3})%?\+?$/.exec(text)?.[1]
  const value = digits === undefined ? undefined : Number(digits)
  return value !== undefined && value <= 100 ? value : undefined
}
