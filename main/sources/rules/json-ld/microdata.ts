import { elementsOf, innerHtml, lineOf, type PageElement } from '../page-tree.ts'
import type { LdNode } from './nodes.ts'

/** `JobPosting`s that a page marks in its elements (itemscope, itemprop), in the form that JSON-LD gives them. */

const MAX_POSTINGS = 200
/** Properties whose form matters: their HTML is kept. */
const LONG = new Set([
  'description',
  'responsibilities',
  'qualifications',
  'skills',
  'jobBenefits',
  'educationRequirements',
  'experienceRequirements',
])

/** Every posting of a page's microdata. */
export function findMicrodata(page: PageElement): LdNode[] {
  return elementsOf(
    page,
    ({ attributes }) =>
      attributes.itemscope !== undefined && /schema\.org\/JobPosting\s*$/i.test(attributes.itemtype ?? ''),
  )
    .slice(0, MAX_POSTINGS)
    .map(nodeOf)
}

function nodeOf(item: PageElement): LdNode {
  const properties = new Map<string, unknown[]>()
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const names = (child.attributes.itemprop ?? '').split(/\s+/).filter(name => name !== '')
      const isItem = child.attributes.itemscope !== undefined
      for (const name of names) {
        const values = properties.get(name) ?? []
        values.push(isItem ? nodeOf(child) : propertyOf(child, name))
        properties.set(name, values)
      }
      // Another item's properties are its own.
      if (!isItem) visit(child)
    }
  }
  visit(item)
  const type = (item.attributes.itemtype ?? '').trim()
  return {
    '@type': type,
    ...Object.fromEntries(
      [...properties].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    ),
  }
}

function propertyOf(element: PageElement, name: string): string {
  const { content, href, src, datetime, value } = element.attributes
  if (content !== undefined) return content
  if (element.tag === 'a' || element.tag === 'link') return href ?? lineOf(element)
  if (element.tag === 'img') return src ?? ''
  if (element.tag === 'time') return datetime ?? lineOf(element)
  if (element.tag === 'data' || element.tag === 'meter') return value ?? lineOf(element)
  return LONG.has(name) ? innerHtml(element) : lineOf(element)
}
