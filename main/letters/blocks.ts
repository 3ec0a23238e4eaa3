import { fromMarkdown } from 'mdast-util-from-markdown'
import { isPastMarkdown } from '../contract/markdown.ts'

/** A written letter as what stands on paper: paragraphs, headings and lists. PDF and Word are both made of these. */

/** A piece of text of one look. A line break inside is a line break on paper, as it was typed. */
export interface Run {
  text: string
  bold: boolean
  italic: boolean
  code: boolean
  /** Where it leads: http, https, mailto or tel; null for plain text. */
  link: string | null
}

export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  /** Level 1–6. */
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }

type Root = ReturnType<typeof fromMarkdown>
type RootContent = Root['children'][number]
type Nodes = Root | RootContent
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number]
type Definition = Extract<RootContent, { type: 'definition' }>

type Look = Omit<Run, 'text'>
const PLAIN: Look = { bold: false, italic: false, code: false, link: null }

/** Deeper lists and quotations are written as plain text: no page has room for them. */
const DEEPEST = 12

// Everything below the space but tabs and line ends, and halves of characters: neither has a place on paper or in XML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff]/g

/** Text as it can be printed: whole characters, composed letters, one kind of line end. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, '')
    .replaceAll('\t', '    ')
    .normalize('NFC')
}

const LINKS = /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d][\d\s().-]*)$/i
const LONGEST_LINK = 2000

/** The address of a link that may be followed; null for every other, such as `javascript:` and files of this computer. */
export function safeLink(url: string): string | null {
  const address = printable(url).trim()
  if (address.length > LONGEST_LINK || !LINKS.test(address) || !URL.canParse(address)) return null
  return new URL(address).href
}

/** All words of a node and what it holds, without its marks; goes down any depth. */
function wordsIn(node: Nodes): string {
  const words: string[] = []
  const open: Nodes[] = [node]
  while (open.length > 0) {
    const next = open.pop()
    if (!next) break
    if ('value' in next) words.push(next.value)
    else if (next.type === 'image' || next.type === 'imageReference') words.push(next.alt ?? '')
    else if (next.type === 'break') words.push('\n')
    else if ('children' in next) open.push(...next.children.toReversed())
  }
  return words.join('')
}

type Definitions = ReadonlyMap<string, string>

function runsOf(nodes: readonly PhrasingContent[], look: Look, known: Definitions, depth: number): Run[] {
  return nodes.flatMap((node): Run[] => {
    const said = (text: string, more: Partial<Look> = {}): Run[] => {
      const clean = printable(text)
      return clean === '' ? [] : [{ ...look, ...more, text: clean }]
    }
    if (depth > DEEPEST) return said(wordsIn(node))
    const within = (more: Partial<Look>, children: readonly PhrasingContent[]) =>
      runsOf(children, { ...look, ...more }, known, depth + 1)
    switch (node.type) {
      case 'text':
      // What looks like HTML is text: nothing of it is carried out anywhere.
      case 'html':
        return said(node.value)
      case 'inlineCode':
        return said(node.value, { code: true })
      case 'break':
        return said('\n')
      case 'strong':
        return within({ bold: true }, node.children)
      case 'emphasis':
        return within({ italic: true }, node.children)
      case 'link':
        return within({ link: safeLink(node.url) }, node.children)
      case 'linkReference':
        return within({ link: safeLink(known.get(node.identifier) ?? '') }, node.children)
      case 'image':
      case 'imageReference':
        return said(node.alt ?? '')
      default:
        return said(wordsIn(node))
    }
  })
}

function blocksIn(nodes: readonly RootContent[], known: Definitions, depth: number): Block[] {
  return nodes.flatMap((node): Block[] => {
    const paragraph = (runs: Run[]): Block[] =>
      runs.some(({ text }) => text.trim() !== '') ? [{ kind: 'paragraph', runs }] : []
    if (depth > DEEPEST) return paragraph([{ ...PLAIN, text: printable(wordsIn(node)) }])
    switch (node.type) {
      case 'paragraph':
        return paragraph(runsOf(node.children, PLAIN, known, depth))
      case 'heading': {
        const runs = runsOf(node.children, PLAIN, known, depth)
        return runs.length === 0 ? [] : [{ kind: 'heading', level: node.depth, runs }]
      }
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered === true,
            // Word counts no further, and nobody does.
            start: Math.min(node.start ?? 1, 10_000),
            items: node.children.map(item => blocksIn(item.children, known, depth + 1)),
          },
        ]
      case 'blockquote':
        return [{ kind: 'quote', blocks: blocksIn(node.children, known, depth + 1) }]
      case 'code':
        return [{ kind: 'code', text: printable(node.value) }]
      case 'thematicBreak':
        return [{ kind: 'rule' }]
      case 'definition':
        return []
      default:
        return paragraph([{ ...PLAIN, text: printable(wordsIn(node)) }])
    }
  })
}

function definitionsIn(nodes: readonly Nodes[]): Definitions {
  const found = new Map<string, string>()
  const open: Nodes[] = [...nodes]
  while (open.length > 0) {
    const node = open.pop()
    if (!node) break
    // The first one of a name counts.
    if (isDefinition(node)) found.set(node.identifier, node.url)
    else if ('children' in node) open.push(...node.children)
  }
  return found
}

const isDefinition = (node: Nodes): node is Definition => node.type === 'definition'

const asTyped = (text: string): Block[] =>
  printable(text)
    .split(/\n{2,}/)
    .filter(part => part.trim() !== '')
    .map(part => ({ kind: 'paragraph', runs: [{ ...PLAIN, text: part }] }))

/** Any Markdown as blocks. HTML in it is text, pictures are their description, and links that may not be followed are text. */
export function letterBlocks(markdown: string): Block[] {
  if (isPastMarkdown(markdown)) return asTyped(markdown)
  const tree = fromMarkdown(markdown.toWellFormed())
  return blocksIn(tree.children, definitionsIn(tree.children), 0)
}
