import { findDates } from './dates.ts'
import { joined } from './entries-wrapped.ts'
import type { Line } from './layout.ts'

/** Entries that are one text each, wrapped in a narrow column. */

/** Lines of one text stand this close, in line heights. */
const TIGHT = 0.3
const LONGEST = 150
const CONTEXT = { today: '2100-01-01', monthFirst: false }

/**
 * Joins the lines of each text, where all texts of a section run to the right edge of their column line by line: lines
 * that only follow each other would end anywhere.
 */
export function joinParagraphs(lines: readonly Line[]): readonly Line[] {
  const paragraphs = paragraphsOf(lines)
  const several = paragraphs.filter(each => each.wraps !== null && each.lines.length > 1)
  const most = Math.max(0, ...several.map(each => each.lines.length))
  if (several.some(each => each.wraps === false) || (several.length < 2 && most < 3)) return lines
  return paragraphs.flatMap(each => (each.wraps === true ? wholeOf(each.lines) : each.lines))
}

interface Paragraph {
  lines: Line[]
  /** Whether each of its lines but the last is full; null where that cannot be told. */
  wraps: boolean | null
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const edges = edgesOf(lines)
  const parts: Line[][] = []
  for (const line of lines) {
    const part = parts.at(-1)
    const before = part?.at(-1)
    const follows =
      before !== undefined &&
      before.page === line.page &&
      before.column === line.column &&
      (line.gap ?? 1) < TIGHT
    // What follows a bullet goes on with it.
    if (part && follows && (!line.bullet || before.bullet)) part.push(line)
    else parts.push([line])
  }
  return parts.map(part => ({ lines: part, wraps: wraps(part, edges) }))
}

function wraps(lines: readonly Line[], edges: ReadonlyMap<string, number>): boolean | null {
  const plain = lines.every(
    line => !line.bullet && line.heading === null && line.cells.length < 2 && line.box !== null,
  )
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  // Lines that each have their dates are entries of their own.
  if (lines.filter(line => findDates(line.text, CONTEXT).length > 0).length > 1) return false
  if (!plain || length > LONGEST) return lines[0]?.bullet ? null : false
  return lines.slice(1).every((line, at) => isFull(lines[at], line, edges))
}

/** Whether the next line's first word had no room at the end of a line. */
function isFull(before: Line | undefined, line: Line, edges: ReadonlyMap<string, number>): boolean {
  if (!before?.box || before.text.length === 0 || before.box.width === 0) return false
  if (line.box && Math.abs(line.box.x - before.box.x) > 0.006) return false
  const letter = before.box.width / before.text.length
  const word = (line.text.split(' ')[0] ?? '').length + 1
  return before.box.x + before.box.width + word * letter > (edges.get(keyOf(before)) ?? 1) - 0.002
}

const keyOf = ({ page, column }: Line): string => `${page}|${column}`

/** Where the lines of each column end at most. */
function edgesOf(lines: readonly Line[]): Map<string, number> {
  const edges = new Map<string, number>()
  for (const line of lines)
    if (line.box) edges.set(keyOf(line), Math.max(edges.get(keyOf(line)) ?? 0, line.box.x + line.box.width))
  return edges
}

const wholeOf = ([first, ...rest]: readonly Line[]): Line[] =>
  first ? [rest.reduce((whole, line) => joined(whole, line, 0), first)] : []
