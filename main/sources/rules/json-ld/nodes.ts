/** Reading JSON-LD values whichever of their many forms a page chose. */

export type LdNode = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is LdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value or a list of them, as a list. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.flat(3) : value === undefined || value === null ? [] : [value]

/** Whether a node is of a schema.org type, written "JobPosting", "schema:JobPosting" or as an address. */
export function isOfType(node: LdNode, type: string): boolean {
  return listOf(node['@type']).some(
    name => typeof name === 'string' && name.replace(/^.*[/:#]/s, '').toLowerCase() === type.toLowerCase(),
  )
}

const NAMING = ['@value', 'name', 'value', 'description', 'credentialCategory'] as const

/** The texts of a value: itself, the elements of a list, or what a node is called. */
export function textsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number') return [String(value)]
  if (depth > 4) return []
  if (Array.isArray(value)) return value.flatMap(one => textsOf(one, depth + 1))
  if (!isNode(value)) return []
  for (const name of NAMING) {
    const texts = textsOf(value[name], depth + 1)
    if (texts.length > 0) return texts
  }
  return []
}

/** The first text of a value, or ''. */
export const textOf = (value: unknown): string => textsOf(value)[0] ?? ''
