/** Reading values out of a row by the dotted paths that `listColumns` names. */

/** How deep a row's columns are listed; deeper values belong to nobody's mapping. */
const MAX_LEVELS = 4
const MAX_COLUMNS = 300
const SAMPLE_LENGTH = 200

type Row = Record<string, unknown>

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Dotted paths of the row's values. Lists of plain values are one column; lists of objects are looked into. */
export function listColumns(row: Row): string[] {
  const paths: string[] = []
  const visit = (value: Row, prefix: string, level: number): void => {
    for (const [key, inner] of Object.entries(value)) {
      if (paths.length >= MAX_COLUMNS) return
      const path = prefix === '' ? key : `${prefix}.${key}`
      const nested = Array.isArray(inner) ? inner.find(isRecord) : isRecord(inner) ? inner : undefined
      if (nested === undefined || level >= MAX_LEVELS) paths.push(path)
      else visit(nested, path, level + 1)
    }
  }
  visit(row, '', 1)
  return paths
}

/** The values at a path, flat: a list gives each of its values. Nulls and missing ones are left out. */
export function valuesAt(row: Row, path: string): unknown[] {
  if (Object.hasOwn(row, path)) return flat(row[path])
  const dot = path.indexOf('.')
  if (dot === -1) return []
  // Keys may hold dots themselves: the longest key that exists is taken.
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const key = path.slice(0, end)
    if (!Object.hasOwn(row, key)) continue
    const inner = flat(row[key]).filter(isRecord)
    return inner.flatMap(value => valuesAt(value, path.slice(end + 1)))
  }
  return []
}

function flat(value: unknown): unknown[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter(one => one !== null && one !== undefined && one !== '')
}

/** One value as text; objects and lists have none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** The values at a path as one text for people, cut to 200 characters. */
export function sampleAt(row: Row, path: string): string {
  const text = valuesAt(row, path)
    .map(value => textOf(value) || (isRecord(value) || Array.isArray(value) ? '…' : ''))
    .filter(value => value !== '')
    .join('; ')
  const line = text
    .slice(0, SAMPLE_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > SAMPLE_LENGTH ? `${line.slice(0, SAMPLE_LENGTH - 1)}…` : line
}
