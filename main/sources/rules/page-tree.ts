import { Parser } from 'htmlparser2'

/** A page as a plain tree of elements and texts, for reading only. */
export interface PageElement {
  /** Lower case. */
  tag: string
  attributes: Readonly<Record<string, string>>
  children: PageNode[]
}
export type PageNode = PageElement | string

/** Elements nested deeper are left out and their texts given to the last one, so that recursion stays shallow. */
const MAX_DEPTH = 150
/** A page nested deeper than this was made to do harm: the parser takes the square of it. The rest is not read. */
const HOPELESS_DEPTH = 5000
/** What is handed to the parser at once, so that it can be stopped. */
const PIECE = 64 * 1024
/** Elements past this number are left out; pages of people have a few thousand. */
const MAX_ELEMENTS = 200_000

/** Reads HTML as browsers would, whatever state it is in. Linear; the tree is at most `MAX_DEPTH` deep. */
export function readTree(html: string): PageElement {
  const root: PageElement = { tag: '#page', attributes: {}, children: [] }
  const open: PageElement[] = [root]
  let depth = 0
  let count = 0
  /** Whether each open element is in the tree. */
  const kept: boolean[] = []
  let stopped = false
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (kept.length >= HOPELESS_DEPTH) stopped = true
      if (stopped) return
      const keep = depth < MAX_DEPTH && count < MAX_ELEMENTS
      kept.push(keep)
      if (!keep) return
      const element: PageElement = { tag, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
      depth++
      count++
    },
    ontext(text) {
      if (stopped) return
      const siblings = open.at(-1)?.children ?? []
      const last = siblings.at(-1)
      // The parser hands out a text in pieces around every entity.
      if (typeof last === 'string') siblings[siblings.length - 1] = last + text
      else siblings.push(text)
    },
    onclosetag() {
      if (stopped || kept.pop() !== true) return
      open.pop()
      depth--
    },
  })
  for (let at = 0; at < html.length && !stopped; at += PIECE) parser.write(html.slice(at, at + PIECE))
  if (!stopped) parser.end()
  return root
}

/** Every element below `node` for which `wanted` holds, in the order of the page. */
export function elementsOf(node: PageElement, wanted: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = []
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (wanted(child)) found.push(child)
      visit(child)
    }
  }
  visit(node)
  return found
}

/** Elements whose content is no text of the page. */
export const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'svg',
  'noscript',
  'iframe',
  'object',
  'canvas',
  'textarea',
  'select',
  'head',
  'title',
])

/** All text below an element on one line. */
export function lineOf(element: PageElement): string {
  let text = ''
  const visit = (node: PageNode): void => {
    if (typeof node === 'string') text += node
    else if (!WITHOUT_TEXT.has(node.tag)) {
      for (const child of node.children) visit(child)
      text += ' '
    }
  }
  for (const child of element.children) visit(child)
  return text.replace(/\s+/g, ' ').trim()
}

/** The letters inside a script or style as they stand. */
export const rawTextOf = (element: PageElement): string =>
  element.children.filter(child => typeof child === 'string').join('')

const VOID = new Set(['br', 'hr'])
/** Attributes that mean something once the page is cleaned. */
const KEPT_ATTRIBUTES = ['href']

/**
 * The HTML inside an element without the elements that `dropped` names. Not safe to show as it is: it goes through
 * the cleaning of posting HTML.
 */
export function innerHtml(
  element: PageElement,
  dropped: (element: PageElement) => boolean = () => false,
): string {
  const parts: string[] = []
  const visit = (node: PageNode): void => {
    if (typeof node === 'string') {
      // Templates leave wide gaps, which would count against the longest text.
      parts.push(escaped(node.length < LONG_TEXT ? node : withoutGaps(node)))
      return
    }
    if (WITHOUT_TEXT.has(node.tag) || dropped(node)) return
    const attributes = KEPT_ATTRIBUTES.flatMap(name => {
      const value = node.attributes[name]
      return value === undefined ? [] : [` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`]
    })
    parts.push(`<${node.tag}${attributes.join('')}>`)
    if (VOID.has(node.tag)) return
    for (const child of node.children) visit(child)
    parts.push(`</${node.tag}>`)
  }
  for (const child of element.children) visit(child)
  return parts.join('')
}

const LONG_TEXT = 5000
const withoutGaps = (text: string): string => text.replace(/\s+/g, gap => (gap.length < 60 ? gap : '\n'))

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
