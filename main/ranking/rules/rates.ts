/** Exchange rates of one day: units of each currency for one euro. */
export interface ExchangeRates {
  /** ISO 8601 date of the rates. */
  date: string
  /** Where they come from, in words for people. */
  source: string
  /** By ISO 4217 code, EUR itself included as 1. */
  per_eur: Readonly<Record<string, number>>
}

/** The rates that come with the application, so that salaries compare offline. */
export const SHIPPED_RATES: ExchangeRates = {
  date: '2025-10-01',
  source: 'ECB euro reference rates, rounded',
  per_eur: { EUR: 1, USD: 1.17, GBP: 0.87 },
}

/** `amount` of `from` in `to`; null when either currency has no rate. */
export function convert(amount: number, from: string, to: string, rates: ExchangeRates): number | null {
  if (from === to) return amount
  const a = rates.per_eur[from]
  const b = rates.per_eur[to]
  if (!a || !b) return null
  return (amount / a) * b
}
