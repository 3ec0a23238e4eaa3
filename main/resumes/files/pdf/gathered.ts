import type { Line } from '../../rules/layout.ts'
import { headingNameOf } from '../../rules/section-names.ts'

/** What belongs to the first line of an entry, and was printed beside its next lines for want of room. */

/** Lines follow each other without a blank one between them. */
const TIGHT = 0.5
/** Places are equal within this share of a page's width. */
const NEAR = 0.012

/** Brings dates and places that run down beside an entry up to its first line. */
export function gathered(lines: readonly Line[]): Line[] {
  return joinMargins(liftEnds(lines))
}

/**
 * Dates in a margin that take two lines ("2017 –" above "Present") become one cell beside the first line. The second
 * line keeps its text.
 */
function joinMargins(lines: readonly Line[]): Line[] {
  const result: Line[] = []
  /** Where the line with the open dates stands; a dash below it may wait for its end. */
  let open = -1
  for (const line of lines) {
    const waits = result.length - open === 2 && /[–—-]$/.test(result[open]?.cells[0] ?? '')
    if (!waits) open = result.length - 1
    const before = result[open]
    const [margin = '', ...rest] = line.cells
    const [first = ''] = before?.cells ?? []
    const goesOn =
      before !== undefined &&
      before.cells.length > 1 &&
      rest.length > 0 &&
      before.page === line.page &&
      before.column === line.column &&
      (line.gap ?? 1) < TIGHT &&
      margin.length <= 20 &&
      isOpenDate(first, margin)
    if (!goesOn) {
      result.push(line)
      continue
    }
    const joined = `${first} ${margin}`
    result[open] = {
      ...before,
      text: [joined, ...before.cells.slice(1)].join(' '),
      cells: [joined, ...before.cells.slice(1)],
      runs: [plain(joined), ...withoutStart(before.runs, first)],
    }
    result.push({
      ...line,
      text: rest.join(' '),
      cells: rest,
      runs: trimmedStart(withoutStart(line.runs, margin)),
    })
  }
  return result
}

const DATED = /\b(?:19|20)\d\d\b/
/** A date that waits for its end, and what ends it. */
const isOpenDate = (first: string, next: string): boolean =>
  DATED.test(first) && first.length <= 30
    ? (/[-–—]\s?\p{L}{3,10}\.?$/u.test(first) && /^(?:19|20)\d\d$/.test(next)) ||
      /(?:[-–—]|\bto|\bbis|\bà|\ba|\bhasta|\bau)$/iu.test(first.trim()) ||
      /^(?:[-–—]|to\b|bis\b|à\b|au\b|hasta\b)/iu.test(next)
    : false

const plain = (text: string) => ({ text: `${text} `, bold: false, italic: false, link: null })

/** Runs without the words of a first cell. */
function withoutStart(runs: Line['runs'], cell: string): Line['runs'] {
  let left = cell.length
  return runs.flatMap(run => {
    if (left <= 0) return [run]
    const text = run.text.slice(left)
    left -= run.text.length
    return text.trim() === '' ? [] : [{ ...run, text }]
  })
}

const trimmedStart = (runs: Line['runs']): Line['runs'] =>
  runs.map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))

/** Dates at the right end of the first bullets of an entry belong to the line that begins it. */
function liftEnds(lines: readonly Line[]): Line[] {
  const result: Line[] = []
  /** The line that a run of right ends began at. */
  let head = -1
  for (const line of lines) {
    const before = result.at(-1)
    const begun = result[head]
    const end = line.cells.at(-1)
    const lifts =
      before !== undefined &&
      begun !== undefined &&
      end !== undefined &&
      line.cells.length === 2 &&
      begun.cells.length > 1 &&
      line.page === begun.page &&
      line.column === begun.column &&
      (line.gap ?? 1) < TIGHT &&
      end.length <= 40 &&
      !(DATED.test(end) && begun.cells.some(cell => DATED.test(cell))) &&
      endsAlike(line, begun) &&
      startsInside(line, begun)
    if (!lifts) {
      result.push(line)
      head = line.cells.length > 1 && !line.bullet ? result.length - 1 : -1
      continue
    }
    result[head] = {
      ...begun,
      text: `${begun.text} ${end}`,
      cells: [...begun.cells, end],
      runs: [...begun.runs, plain(` ${end}`)],
    }
    const text = line.cells[0] ?? ''
    result.push({ ...line, text, cells: [text], runs: withoutEnd(line.runs, end) })
  }
  return result
}

const rightOf = ({ box }: Line): number => (box ? box.x + box.width : 0)
/** Both end where the page's right margin is, or begin where the dates do. */
const endsAlike = (line: Line, head: Line): boolean => Math.abs(rightOf(line) - rightOf(head)) < NEAR
/** A bullet, or a line that is set in: not an entry of its own. */
const startsInside = (line: Line, head: Line): boolean =>
  line.bullet ||
  // Beside a heading in the margin all lines stand further right.
  ((line.box?.x ?? 0) > (head.box?.x ?? 0) + NEAR && headingNameOf(head.cells[0] ?? '') === null)

function withoutEnd(runs: Line['runs'], cell: string): Line['runs'] {
  let left = cell.length
  const kept = [...runs].reverse().flatMap(run => {
    if (left <= 0) return [run]
    const text = run.text.slice(0, Math.max(0, run.text.length - left))
    left -= run.text.length
    return text.trim() === '' ? [] : [{ ...run, text: text.trimEnd() }]
  })
  return kept.reverse()
}
