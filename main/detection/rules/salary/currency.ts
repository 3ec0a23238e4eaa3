/** Signs and words of money; a value is an ISO 4217 code, or a sign whose meaning depends on the country. */
type Sign = string

const CODES =
  'usd|eur|gbp|chf|cad|aud|nzd|sgd|hkd|inr|jpy|cny|rmb|sek|nok|dkk|isk|pln|czk|huf|ron|bgn|rsd|uah|rub|try|ils|zar|brl|mxn|clp|cop|ars|pen|aed|sar|qar|kwd|bhd|omr|jod|egp|ngn|kes|ghs|mad|myr|thb|php|idr|vnd|krw|twd|pkr|bdt|lkr|kzt|gel|usdc|usdt'

const NAMES: Record<string, Sign> = {
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₴': 'UAH',
  $: '$',
  '¥': '¥',
  us$: 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  cad$: 'CAD',
  cdn$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  aud$: 'AUD',
  nz$: 'NZD',
  nzd$: 'NZD',
  s$: 'SGD',
  sg$: 'SGD',
  sgd$: 'SGD',
  hk$: 'HKD',
  hkd$: 'HKD',
  nt$: 'TWD',
  r$: 'BRL',
  mx$: 'MXN',
  mxn$: 'MXN',
  usd$: 'USD',
  usdc: 'USD',
  usdt: 'USD',
  rmb: 'CNY',
  euro: 'EUR',
  euros: 'EUR',
  dollar: '$',
  dollars: '$',
  pound: 'GBP',
  pounds: 'GBP',
  'pounds sterling': 'GBP',
  rupees: 'INR',
  yen: 'JPY',
  yuan: 'CNY',
  francs: 'fr',
  franken: 'CHF',
  kronor: 'SEK',
  kroner: 'kr',
  kr: 'kr',
  fr: 'fr',
  sfr: 'CHF',
  rs: 'rs',
  r: 'ZAR',
  p: 'PHP',
  rm: 'MYR',
  kč: 'CZK',
  zł: 'PLN',
  zl: 'PLN',
  ft: 'HUF',
  lei: 'RON',
  reais: 'BRL',
  pesos: 'peso',
  rp: 'IDR',
  ksh: 'KES',
  tk: 'BDT',
  zlotych: 'PLN',
  złotych: 'PLN',
  korun: 'CZK',
  dirhams: 'AED',
  rand: 'ZAR',
}

/** One letter belongs to the sign only without a space: "$18,000 a $22,000" is a Spanish range. */
const BEFORE = new RegExp(
  `(?:(?:(?<![a-z])(?:(?:us|ca|cad|cdn|au|aud|nz|nzd|sg|sgd|hk|hkd|nt|r|mx|mxn|usd)\\s?|[acs]))?\\$|[£€₹₩₽₺₪₫฿₱₦₴¥]|(?<![a-z])(?:${CODES}|rs|rm|rp|tk|ksh|sfr|fr|kr|kč|zł|euro|r)[.:]?|(?<![a-z])p)\\s{0,2}$`,
)
const AFTER = new RegExp(
  `\\s?(?:(?:us|ca|c|cad|a|au|aud|nz|s|sg|hk|usd)?\\$|[£€₹₩₽₺₪₫฿₱₦₴¥]|(?:${CODES}|euros?|dollars?|pounds sterling|pounds?|rupees|yen|yuan|francs|franken|kronor|kroner|kr|sfr|kč|zł|zl|złotych|zlotych|korun|ft|lei|reais|pesos|dirhams|rand|rs|fr)(?![a-zà-ž]))`,
  'y',
)

/** The money sign that ends at `at`, and where it starts. */
export function signBefore(lower: string, at: number): { sign: Sign; start: number } | null {
  const from = Math.max(0, at - 9)
  const match = BEFORE.exec(lower.slice(from, at))
  if (!match) return null
  if (/^p\s*$/.test(match[0]) && !/^\d{1,3},\d{3}(?!\d)/.test(lower.slice(at, at + 8))) return null
  const sign = signOf(match[0])
  if (sign === null) return null
  const start = from + match.index
  return { sign, start: refineStart(lower, start) }
}

/** "USD $90,000": the code stands before the sign and is part of the amount. */
function refineStart(lower: string, start: number): number {
  const lead = /(?:usd|cad|aud|nzd|sgd|hkd|mxn|eur|gbp) ?$/.exec(lower.slice(Math.max(0, start - 4), start))
  return lead ? start - lead[0].length : start
}

/** The money sign at `at` (after an optional space), and where it ends. */
export function signAfter(lower: string, at: number): { sign: Sign; end: number } | null {
  AFTER.lastIndex = at
  const match = AFTER.exec(lower)
  if (!match) return null
  const sign = signOf(match[0])
  return sign === null ? null : { sign, end: at + match[0].length }
}

function signOf(written: string): Sign | null {
  const key = written.replace(/[\s.:]/g, '')
  const named = NAMES[key]
  if (named !== undefined) return named
  return /^[a-z]{3}$/.test(key) ? key.toUpperCase() : null
}

const CODE_WORD = new RegExp(`(?<![a-z])(${CODES})(?![a-z])`)

/** A currency code anywhere in a short text, such as a label "Salary per annum (INR)". */
export function codeIn(words: string): string | null {
  const code = CODE_WORD.exec(words)?.[1]
  return code === undefined ? null : (NAMES[code] ?? code.toUpperCase())
}

// biome-ignore format: a table
const OF_COUNTRY: Record<string, string> = {
  US: 'USD', PR: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', GB: 'GBP', GG: 'GBP', JE: 'GBP',
  IM: 'GBP', CH: 'CHF', LI: 'CHF', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON',
  BG: 'BGN', RS: 'RSD', UA: 'UAH', RU: 'RUB', TR: 'TRY', IL: 'ILS', ZA: 'ZAR', IN: 'INR', PK: 'PKR', BD: 'BDT', LK: 'LKR',
  JP: 'JPY', CN: 'CNY', KR: 'KRW', VN: 'VND', TH: 'THB', PH: 'PHP', MY: 'MYR', ID: 'IDR', BR: 'BRL', MX: 'MXN', CL: 'CLP',
  CO: 'COP', AR: 'ARS', PE: 'PEN', AE: 'AED', SA: 'SAR', QA: 'QAR', KW: 'KWD', BH: 'BHD', OM: 'OMR', JO: 'JOD', EG: 'EGP',
  NG: 'NGN', KE: 'KES', GH: 'GHS', MA: 'MAD', KZ: 'KZT', GE: 'GEL',
}
for (const country of 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK MC AD SM ME XK'.split(
  ' ',
)) {
  OF_COUNTRY[country] = 'EUR'
}

/** Countries whose own money is also written "$". */
const DOLLAR_COUNTRIES = new Set(['US', 'CA', 'AU', 'NZ', 'SG', 'HK', 'TW', 'PR'])
const PESO_COUNTRIES = new Set(['MX', 'CL', 'CO', 'AR'])
const KRONE_COUNTRIES = new Set(['SE', 'NO', 'DK', 'IS'])

/** Whether a country's own money is a dollar. */
export function hasDollars(country: string | null): boolean {
  return country !== null && DOLLAR_COUNTRIES.has(country)
}

/** Currency of a country, by ISO 3166-1 alpha-2. */
export function currencyOf(country: string | null): string | null {
  return country === null ? null : (OF_COUNTRY[country] ?? null)
}

/** From these monthly amounts on, "$" in a peso country can no longer be US dollars. */
const PESOS_FROM: Record<string, number> = { MX: 12_000, CL: 200_000, CO: 400_000, AR: 100_000 }
const SPANISH_PAY = /sueldo|salario|mensual|bruto|l[íi]quido|\bneto|pesos|remuneraci[óo]n|al mes/

/** Whether "$" means the pesos of the country: by the size of the amount, or because the pay is told in Spanish. */
function isPesos(country: string, amount: number, near: string): boolean {
  if (amount >= 400_000 || SPANISH_PAY.test(near)) return true
  return amount >= (PESOS_FROM[country] ?? 0) && /month|\/ ?mo\b/.test(near)
}

/**
 * ISO 4217 code of a sign. "$" is the dollar of the place where that has dollars of its own, pesos in Latin
 * America when size or language say so, else US dollars; "kr", "¥", "Rs" and "Fr" follow the place. `near` is the
 * line around the amount.
 */
export function resolveSign(sign: Sign, country: string | null, amount: number, near: string): string | null {
  if (/^[A-Z]{3}$/.test(sign)) return sign
  const own = currencyOf(country)
  switch (sign) {
    case '$':
      if (hasDollars(country)) return own
      return country !== null && PESO_COUNTRIES.has(country) && isPesos(country, amount, near) ? own : 'USD'
    case 'peso':
      return country === null ? null : own
    case 'kr':
      return country !== null && KRONE_COUNTRIES.has(country) ? own : null
    case '¥':
      return own === 'CNY' ? 'CNY' : 'JPY'
    case 'rs':
      return own === 'PKR' || own === 'LKR' ? own : 'INR'
    case 'fr':
      return 'CHF'
    default:
      return null
  }
}
