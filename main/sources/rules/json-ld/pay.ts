import type { JobFacts } from '../../../contract/facts.ts'
import type { SalaryPeriod } from '../../../contract/values.ts'
import { readAmount, readCurrency, readPeriod } from '../values.ts'
import { isNode, type LdNode, listOf, textOf } from './nodes.ts'

/** Pay as a posting states it: facts where they are clear, words for the patterns where they are not. */
export interface Pay {
  facts: Partial<Pick<JobFacts, 'salary_low' | 'salary_high' | 'compensation_currency' | 'salary_period'>>
  /** null when the facts say all. */
  text: string | null
}

/** Units of UN/CEFACT as some sites write them. */
const UNIT_CODES: Readonly<Record<string, SalaryPeriod>> = {
  HUR: 'hour',
  DAY: 'day',
  WEE: 'week',
  MON: 'month',
  ANN: 'year',
}
/** No year of work is paid below this in any currency that sites use; an hourly rate was meant. */
const SMALLEST_YEAR = 500

interface Amount {
  low: number | null
  high: number | null
  currency: string | null
  /** As written. */
  unit: string
  words: string
}

/** The base salary of a posting. Estimates of the site (`estimatedSalary`) are not pay that the posting states. */
export function readPay(node: LdNode): Pay {
  const fallback = readCurrency(textOf(node.salaryCurrency))
  const amounts = listOf(node.baseSalary)
    .slice(0, 20)
    .map(value => amountOf(value, fallback))
    .filter(one => one.low !== null || one.high !== null || /[1-9\p{L}]/u.test(one.words))
  const [first] = amounts
  if (first === undefined) return { facts: {}, text: null }
  const agree = amounts.every(one => one.currency === first.currency && one.unit === first.unit)
  const numbers = amounts.every(one => one.low !== null || one.high !== null)
  const period = periodOf(first.unit)
  if (!agree || !numbers || (first.unit !== '' && period === null)) return inWords(amounts)
  const lows = amounts.flatMap(one => one.low ?? one.high ?? [])
  const highs = amounts.flatMap(one => one.high ?? [])
  let low: number | null = amounts.some(one => one.low !== null) ? Math.min(...lows) : null
  let high: number | null = highs.length > 0 ? Math.max(...highs) : null
  if (low !== null && high !== null && low > high) {
    // Ends that are wildly apart the wrong way round are no range.
    if (low > high * 10) return inWords(amounts)
    ;[low, high] = [high, low]
  }
  if (period === 'year' && (high ?? low ?? 0) < SMALLEST_YEAR) return inWords(amounts, false)
  const facts: Pay['facts'] = {}
  if (low !== null) facts.salary_low = low
  if (high !== null) facts.salary_high = high
  if (first.currency !== null) facts.compensation_currency = first.currency
  if (period !== null) facts.salary_period = period
  return { facts, text: null }
}

function amountOf(value: unknown, fallback: string | null): Amount {
  if (!isNode(value)) {
    const words = textOf(value)
    const plain = /^[\d.,'’\s]+$/.test(words) ? readAmount(words) : null
    return { low: plain, high: plain, currency: readCurrency(words) ?? fallback, unit: '', words }
  }
  const inner = listOf(value.value).find(isNode) ?? value
  const unit = [inner.unitText, value.unitText, inner.unitCode, value.unitCode, inner.duration]
    .map(textOf)
    .find(text => text !== '')
  const single = inner === value ? value.value : inner.value
  const words = textOf(isNode(single) ? null : single)
  const exact = readAmount(words)
  const low = readAmount(inner.minValue) ?? exact
  const high = readAmount(inner.maxValue) ?? (readAmount(inner.minValue) === null ? exact : null)
  const currency = readCurrency(textOf(value.currency ?? inner.currency ?? value.priceCurrency)) ?? fallback
  return { low, high, currency, unit: unit ?? '', words: low === null && high === null ? words : '' }
}

const periodOf = (unit: string): SalaryPeriod | null =>
  UNIT_CODES[unit.trim().toUpperCase()] ?? readPeriod(unit.replace(/_/g, ' '))

function inWords(amounts: readonly Amount[], withUnit = true): Pay {
  const lines = amounts.map(one => {
    const ends = [...new Set([one.low, one.high].flatMap(end => end ?? []))]
    const numbers = one.words || ends.map(end => end.toLocaleString('en-US')).join(' - ')
    const unit = withUnit && one.unit !== '' ? unitWords(one.unit) : ''
    return [numbers, one.currency ?? '', unit].filter(part => part !== '').join(' ')
  })
  const text = [...new Set(lines)].join('; ').slice(0, 500)
  return { facts: {}, text: text === '' ? null : text }
}

function unitWords(unit: string): string {
  const period = periodOf(unit)
  return period === null ? unit.replace(/_/g, ' ').toLowerCase() : `per ${period}`
}
