/**
 * Reads an amount as people type it: "60000", "60,000", "60 000", "60k", "1.2m". A dot is a decimal point;
 * commas, spaces, underscores and apostrophes separate thousands. null for nothing, NaN for anything else.
 */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/[\s,_'’]/g, '').toLowerCase()
  if (bare === '') return null
  const match = /^(-?\d+(?:\.\d+)?)([km]?)$/.exec(bare)
  if (!match) return Number.NaN
  const factor = match[2] === 'k' ? 1000 : match[2] === 'm' ? 1_000_000 : 1
  return Math.round(Number(match[1]) * factor * 10_000) / 10_000
}

/** An amount with separated thousands: 60000 → "60,000"; small prices keep four decimals. */
export function amountText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 4 })
}
