import { elementsOf, type PageElement, rawTextOf } from '../page-tree.ts'
import { isNode, isOfType, type LdNode } from './nodes.ts'
import { parseTolerant } from './tolerant-json.ts'

/** Finding the `JobPosting` nodes of a page. */

const MAX_DEPTH = 30
const MAX_POSTINGS = 500

/** The values of all JSON-LD blocks of a page, and how many blocks could not be read. */
export function readBlocks(page: PageElement): { values: unknown[]; broken: number } {
  const values: unknown[] = []
  let broken = 0
  const blocks = elementsOf(
    page,
    ({ tag, attributes }) =>
      tag === 'script' && /^\s*application\/(?:ld\+json|json\+ld)/i.test(attributes.type ?? ''),
  )
  for (const block of blocks) {
    const text = rawTextOf(block)
    if (text.trim() === '') continue
    const read = parseTolerant(text)
    if (read === null) broken++
    else values.push(...read)
  }
  return { values, broken }
}

/**
 * Every `JobPosting` in the values of a page, wherever it is nested, with references to other nodes of the page
 * (`{"@id": "#acme"}`) replaced by these nodes.
 */
export function findPostings(values: readonly unknown[]): LdNode[] {
  const found: LdNode[] = []
  const byId = new Map<string, LdNode>()
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_POSTINGS) return
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1)
    if (!isNode(value)) return
    const id = value['@id']
    if (typeof id === 'string' && !isReference(value) && !byId.has(id)) byId.set(id, value)
    if (isOfType(value, 'JobPosting') && !isReference(value)) found.push(value)
    for (const inner of Object.values(value)) if (typeof inner === 'object') visit(inner, depth + 1)
  }
  visit(values, 0)
  return found.map(node => withReferences(node, byId))
}

const isReference = (node: LdNode): boolean =>
  typeof node['@id'] === 'string' &&
  Object.keys(node).every(key => key === '@id' || key === '@type' || key === '@context')

function withReferences(node: LdNode, byId: ReadonlyMap<string, LdNode>): LdNode {
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved)
    if (!isNode(value) || !isReference(value) || typeof value['@id'] !== 'string') return value
    return byId.get(value['@id']) ?? value
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value)]))
}
