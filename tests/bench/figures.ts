/** One measured figure against its limit. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** null: for reading only. */
  limit: number | null
  ok: boolean
  /** Whether the limit is the most or the least that is allowed. */
  bound: 'max' | 'min' | null
}

const round = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000

/** A figure that must not be above its limit. */
export const atMost = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value: round(value),
  unit,
  limit,
  ok: value <= limit,
  bound: 'max',
})

/** A figure that must not be below its limit. */
export const atLeast = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value: round(value),
  unit,
  limit,
  ok: value >= limit,
  bound: 'min',
})

/** A figure for reading only. */
export const reading = (name: string, value: number, unit: string): Figure => ({
  name,
  value: round(value),
  unit,
  limit: null,
  ok: true,
  bound: null,
})

/** The p-th percentile (0–100) by nearest rank; 0 of an empty list. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0
}

/** One line for people. */
export function line({ name, value, unit, limit, ok, bound }: Figure): string {
  const mark = limit === null ? '  ' : ok ? 'ok' : '!!'
  const against = limit === null ? '' : ` ${bound === 'max' ? '≤' : '≥'} ${limit}`
  return `${mark}  ${name.padEnd(46)} ${String(value).padStart(10)} ${unit.padEnd(12)}${against}`
}
