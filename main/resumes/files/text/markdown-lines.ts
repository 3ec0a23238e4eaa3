import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Line, Run } from '../../rules/layout.ts'
import { safeTarget } from '../links.ts'
import { plainLine } from './text-lines.ts'

type RootContent = ReturnType<typeof fromMarkdown>['children'][number]
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number]
type Nodes = RootContent | PhrasingContent

/** Quotes, lists and brackets within each other; people stay below ten, and the reader's stack ends at some thousand. */
const TOO_DEEP = /^(?:[ \t]*[>*+-]){100}|(?:[[(*_]){200}/m

/** The lines of a Markdown text; null when it is nested past reason. */
export function linesOfMarkdown(text: string): Line[] | null {
  if (TOO_DEEP.test(text)) return null
  const lines: Line[] = []
  let end = 0
  const walk = (node: RootContent, inList: boolean): void => {
    const begin = node.position?.start.line ?? end + 1
    const gap = lines.length === 0 ? null : Math.max(0, begin - end - 1)
    const add = (children: PhrasingContent[], heading: number | null): void => {
      runLines(children).forEach((runs, index) => {
        const line = lineOfRuns(runs)
        if (line) lines.push({ ...line, heading, bullet: inList && index === 0, gap: index === 0 ? gap : 0 })
      })
      end = node.position?.end.line ?? end
    }
    if (node.type === 'heading') add(node.children, node.depth)
    else if (node.type === 'paragraph') add(node.children, null)
    else if (node.type === 'code') {
      for (const line of node.value.split('\n'))
        if (line.trim() !== '') lines.push(plainLine(line, { gap: 0 }))
      end = node.position?.end.line ?? end
    } else if (node.type === 'list') {
      for (const item of node.children)
        for (const child of item.children) walk(child, child === item.children[0])
    } else if ('children' in node) for (const child of node.children) walk(child as RootContent, false)
  }
  for (const node of fromMarkdown(text).children) walk(node, false)
  return lines
}

interface Look {
  bold: boolean
  italic: boolean
  link: string | null
}

/** The runs of a paragraph, line by line. */
function runLines(children: PhrasingContent[]): Run[][] {
  const lines: Run[][] = [[]]
  const write = (text: string, look: Look): void =>
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, ...look })
    })
  const walk = (node: Nodes, look: Look): void => {
    if (node.type === 'text' || node.type === 'inlineCode') write(node.value, look)
    else if (node.type === 'break') lines.push([])
    else if (node.type === 'html') write(/^<br\b/i.test(node.value) ? '\n' : '', look)
    else if ('children' in node) {
      const inner = {
        bold: look.bold || node.type === 'strong',
        italic: look.italic || node.type === 'emphasis',
        link: node.type === 'link' ? safeTarget(node.url) : look.link,
      }
      for (const child of node.children) walk(child, inner)
    }
  }
  for (const child of children) walk(child, { bold: false, italic: false, link: null })
  return lines
}

function lineOfRuns(runs: Run[]): Line | null {
  const line = plainLine(runs.map(run => run.text).join(''))
  if (line.text === '') return null
  // A table's cells stand between bars.
  const cells = line.text.startsWith('|') ? line.text.split('|').map(cell => cell.trim()) : line.cells
  const shown = cells.filter(cell => cell !== '' && !/^:?-+:?$/.test(cell))
  return shown.length === 0 ? null : { ...line, runs, cells: shown }
}
