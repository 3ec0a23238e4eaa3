/** Exchange rates of one day: units of each currency for one euro. */
export interface ExchangeRates {
  /** ISO 8601 date of the rates. */
  date: string
  /** Where they come from, in words for people. */
  source: string
  /** By ISO 4217 code, EUR itself included as 1. */
  per_eur: Readonly<Record<string, number>>
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

function rateOf(currency: string, rates: ExchangeRates): number | null {
  if (!Object.hasOwn(rates.per_eur, currency)) return null
  const rate = rates.per_eur[currency] ?? 0
  return Number.isFinite(rate) && rate > 0 ? rate : null
}
