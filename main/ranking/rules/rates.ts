/** Exchange rates of one day: units of each currency for one euro. */
export interface ExchangeRates {
  /** ISO 8601 date of the rates, but for those in `older`. */
  date: string
  /** Where they come from, in words for people. */
  source: string
  /** By ISO 4217 code, EUR itself included as 1. */
  per_eur: Readonly<Record<string, number>>
  /** Dates of single rates that are older than the others. */
  older?: Readonly<Record<string, string>>
}

/**
 * The rates that come with the application, so that salaries compare offline. Good to a few percent, which is
 * less than salary ranges are wide. Currencies without a euro reference rate are approximate market rates.
 */
export const SHIPPED_RATES: ExchangeRates = {
  date: '2025-10-01',
  source: 'ECB euro reference rates, rounded',
  per_eur: {
    EUR: 1,
    AUD: 1.775,
    BGN: 1.956,
    BRL: 6.25,
    CAD: 1.635,
    CHF: 0.935,
    CNY: 8.36,
    CZK: 24.3,
    DKK: 7.464,
    GBP: 0.872,
    HKD: 9.13,
    HUF: 390,
    IDR: 19500,
    ILS: 3.88,
    INR: 104,
    ISK: 142,
    JPY: 173,
    KRW: 1650,
    MXN: 21.5,
    MYR: 4.94,
    NOK: 11.7,
    NZD: 2.02,
    PHP: 68.3,
    PLN: 4.26,
    RON: 5.08,
    SEK: 11.05,
    SGD: 1.513,
    THB: 38.1,
    TRY: 48.8,
    USD: 1.173,
    ZAR: 20.2,
    // Without a euro reference rate.
    AED: 4.31,
    ARS: 1650,
    CLP: 1125,
    COP: 4580,
    EGP: 56,
    KES: 151,
    MAD: 10.65,
    NGN: 1730,
    PEN: 4.08,
    PKR: 330,
    QAR: 4.27,
    RSD: 117.2,
    SAR: 4.4,
    TWD: 35.7,
    UAH: 48.5,
    VND: 30900,
  },
}

/** `amount` of the currency `from` in the currency `to`; null when either has no rate. */
export function convert(amount: number, from: string, to: string, rates: ExchangeRates): number | null {
  if (from === to) return amount
  const fromRate = rateOf(from, rates)
  const toRate = rateOf(to, rates)
  return fromRate === null || toRate === null ? null : (amount / fromRate) * toRate
}

/** The date to name where amounts were converted between two currencies: of the older one of their rates. */
export function rateDate(from: string, to: string, { date, older = {} }: ExchangeRates): string {
  const dateOf = (currency: string) => (Object.hasOwn(older, currency) ? (older[currency] ?? date) : date)
  const [earlier = date] = [dateOf(from), dateOf(to)].sort()
  return earlier
}

/**
 * The rates of two days as one: of each currency the newer one, of currencies that only one of them has that one.
 * EUR itself is always 1.
 */
export function mergedRates(one: ExchangeRates, other: ExchangeRates): ExchangeRates {
  const [newer, before] = one.date >= other.date ? [one, other] : [other, one]
  const dateIn = (rates: ExchangeRates, currency: string) =>
    rateOf(currency, rates) === null ? '' : rateDate(currency, currency, rates)
  const per_eur: Record<string, number> = {}
  const older: Record<string, string> = {}
  const currencies = new Set([...Object.keys(newer.per_eur), ...Object.keys(before.per_eur)])
  for (const currency of [...currencies].sort()) {
    const from = dateIn(newer, currency) >= dateIn(before, currency) ? newer : before
    const rate = rateOf(currency, from)
    if (rate === null) continue
    per_eur[currency] = rate
    const date = dateIn(from, currency)
    if (currency !== 'EUR' && date < newer.date) older[currency] = date
  }
  return { date: newer.date, source: newer.source, per_eur, older }
}

function rateOf(currency: string, rates: ExchangeRates): number | null {
  if (!Object.hasOwn(rates.per_eur, currency)) return null
  const rate = rates.per_eur[currency] ?? 0
  return Number.isFinite(rate) && rate > 0 ? rate : null
}
