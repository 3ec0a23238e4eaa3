import { SALARY_PERIOD_SUFFIXES } from '../../../main/contract/labels.ts'
import type { SalaryPeriod } from '../../../main/contract/values.ts'

// Building a format takes longer than drawing a row; a list asks for the same few again and again.
const formats = new Map<string, Intl.NumberFormat>()

function currencyFormat(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency}${digits}`
  const known = formats.get(key)
  if (known) return known
  const fresh = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, fresh)
  return fresh
}

/** One amount in a currency, without cents where there are none: 60000, "EUR" → "€60,000". */
export function amountInCurrency(amount: number, currency: string | null): string {
  const whole = Number.isInteger(amount)
  const digits = { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: whole ? 0 : 2 }
  if (currency === null) return amount.toLocaleString('en', digits)
  try {
    return currencyFormat(currency, whole ? 0 : 2).format(amount)
  } catch {
    // Not a code that the system knows: the code itself is still true.
    return `${currency} ${amount.toLocaleString('en', digits)}`
  }
}

/**
 * A salary as people write it: "€60,000–75,000 a year", "from £450 a day", "up to $90,000 a year".
 * null when neither end is stated.
 */
export function salaryText(
  low: number | null,
  high: number | null,
  currency: string | null,
  period: SalaryPeriod | null,
): string | null {
  const suffix = period === null ? '' : ` ${SALARY_PERIOD_SUFFIXES[period]}`
  if (low !== null && high !== null) {
    const first = amountInCurrency(low, currency)
    if (low === high) return first + suffix
    const second = amountInCurrency(high, currency)
    // The currency's sign is said once: cut what both ends share before their first digit.
    const sign = /^[^\d-]*/.exec(first)?.[0] ?? ''
    return `${first}–${second.startsWith(sign) ? second.slice(sign.length) : second}${suffix}`
  }
  if (low !== null) return `from ${amountInCurrency(low, currency)}${suffix}`
  if (high !== null) return `up to ${amountInCurrency(high, currency)}${suffix}`
  return null
}
