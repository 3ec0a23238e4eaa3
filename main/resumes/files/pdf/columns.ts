import { headingNameOf } from '../../rules/section-names.ts'
import type { Piece } from './pieces.ts'

/** A part of a page in reading order: rows over its whole width, or columns beside each other. */
export type Part =
  | { kind: 'rows'; pieces: Piece[] }
  | { kind: 'columns'; split: number; left: Piece[]; right: Piece[] }

/** Columns have at least so much free room between them, points. */
const GUTTER = 7
/** Of the rows of the smaller side, the share that has a row beside it from which on both are read as a table. */
const ALIGNED = 0.6
/** Columns within columns are looked for this deep. */
const DEPTH = 3

interface Strip {
  split: number
  strict: boolean
  left: Piece[]
  right: Piece[]
  top: number
  bottom: number
  height: number
  width: number
}

/** Parts of a page in reading order. Works on free strips between texts alone, whatever the layout is. */
export function partsOf(pieces: readonly Piece[]): Part[] {
  const sorted = [...pieces].sort((first, second) => first.y - second.y || first.x0 - second.x0)
  const strip = bestStrip(sorted)
  if (!strip) return sorted.length > 0 ? [{ kind: 'rows', pieces: sorted }] : []
  const inside = new Set([...strip.left, ...strip.right])
  const above = sorted.filter(piece => !inside.has(piece) && piece.y < strip.top)
  const below = sorted.filter(piece => !inside.has(piece) && piece.y >= strip.top)
  return [
    ...partsOf(above),
    { kind: 'columns', split: strip.split, left: strip.left, right: strip.right },
    ...partsOf(below),
  ]
}

/** The pieces of a column in reading order, with the columns inside of it one after the other. */
export function inReadingOrder(pieces: readonly Piece[], depth = DEPTH): Piece[][] {
  if (depth === 0) return [[...pieces]]
  return partsOf(pieces).flatMap(part =>
    part.kind === 'rows'
      ? [part.pieces]
      : [...inReadingOrder(part.left, depth - 1), ...inReadingOrder(part.right, depth - 1)],
  )
}

/** The tallest free strip with texts on both sides that are columns of their own. */
function bestStrip(pieces: Piece[]): Strip | null {
  const strips: Strip[] = []
  const tried = new Set<number>()
  for (const piece of pieces) {
    const split = Math.round(piece.x0 * 2) / 2
    if (tried.has(split)) continue
    tried.add(split)
    strips.push(...stripsAt(pieces, split, false), ...stripsAt(pieces, split, true))
  }
  strips.sort((first, second) => second.height - first.height || second.width - first.width)
  for (const strip of strips) {
    const found = areColumns(strip) ? strip : cardsOf(strip)
    if (found) return found
  }
  return null
}

/**
 * All stretches from top to bottom in which no text crosses the strip left of `split`. Strict ones end, too, where a text
 * beside another begins further right, as dates at the right end do.
 */
function stripsAt(pieces: Piece[], split: number, strict: boolean): Strip[] {
  const strips: Strip[] = []
  let left: Piece[] = []
  let right: Piece[] = []
  let above: Piece | null = null
  const end = (atEnd: boolean): void => {
    const strip = stripOf(left, right, { split, strict, atEnd, above })
    if (strip) strips.push(strip)
    left = []
    right = []
  }
  for (const piece of pieces) {
    const apart =
      strict && piece.x0 > split + 3 && left.some(other => Math.abs(other.y - piece.y) < 0.3 * piece.size)
    if (apart) end(false)
    else if (piece.x0 >= split - 0.6) right.push(piece)
    else if (piece.x1 <= split - GUTTER) left.push(piece)
    else {
      end(false)
      above = piece
    }
  }
  end(true)
  return strips
}

function stripOf(
  left: Piece[],
  right: Piece[],
  { split, strict, atEnd, above }: { split: number; strict: boolean; atEnd: boolean; above: Piece | null },
): Strip | null {
  const last = Math.min(bottomOf(left), bottomOf(right))
  // What follows on one side alone belongs to the column only when nothing wider comes below it; and the last lines of
  // a wider paragraph above belong to that.
  const begin = endOfParagraph([...left, ...right], above)
  const kept = (side: Piece[]): Piece[] =>
    side.filter(piece => piece.y > begin && (atEnd || piece.y <= last + piece.size * 0.5))
  const ofLeft = kept(left)
  const ofRight = kept(right)
  if (ofLeft.length < 2 || ofRight.length < 2) return null
  const bottom = Math.min(bottomOf(ofLeft), bottomOf(ofRight))
  const height = bottom - Math.max(topOf(ofLeft), topOf(ofRight))
  if (height <= 0) return null
  const width = split - Math.max(...ofLeft.map(piece => piece.x1))
  const top = Math.min(topOf(ofLeft), topOf(ofRight)) - 1
  return { split, strict, left: ofLeft, right: ofRight, top, bottom, height, width }
}

/** Lines of one paragraph stand this close, in sizes of their letters. */
const TIGHT = 1.75

/** Down to where short lines still belong to the paragraph above, as its baseline; above everything when none do. */
function endOfParagraph(pieces: Piece[], above: Piece | null): number {
  let end = Number.NEGATIVE_INFINITY
  if (!above) return end
  let last = above
  for (const piece of pieces.sort((first, second) => first.y - second.y)) {
    const beside = pieces.some(other => other !== piece && Math.abs(other.y - piece.y) < 0.3 * piece.size)
    const goesOn = piece.y - last.y < TIGHT * piece.size && Math.abs(piece.size - last.size) < 0.5
    if (beside || !goesOn || Math.abs(piece.x0 - above.x0) > 30) break
    end = piece.y
    last = piece
  }
  return end
}

const topOf = (side: Piece[]): number => Math.min(...side.map(piece => piece.y - piece.size))
const bottomOf = (side: Piece[]): number => Math.max(...side.map(piece => piece.y))

/** Rows of a margin stand this far apart, in sizes of their letters: a sidebar's are closer. */
const SPARSE = 2.8

/** Columns, and not the cells of a table, dates in a margin, or dates at the right end of lines. */
function areColumns({ strict, left, right, top, bottom }: Strip): boolean {
  if (endsInDates(left, right)) return false
  const within = (piece: Piece): boolean => piece.y >= top - 1 && piece.y <= bottom + 1
  const [rowsLeft, rowsRight] = [rowsOf(left.filter(within)), rowsOf(right.filter(within))]
  const [small, large] = rowsLeft.length <= rowsRight.length ? [rowsLeft, rowsRight] : [rowsRight, rowsLeft]
  if (small.length < 2) return false
  if (small.filter(row => row.pieces === 1 && isMarginal(row)).length >= small.length * 0.5) return false
  if (small === rowsLeft && isSparse(small) && large.length > small.length * 2) return false
  // Texts that take turns, such as headings at the right over texts at the left, are no columns.
  if (!small.some(row => large.some(other => overlap(row, other)))) return false
  if (hasHeading(rowsOf(left)) && hasHeading(rowsOf(right))) return true
  const beside = small.filter(row => large.some(other => isBeside(row, other))).length
  if (beside / small.length < ALIGNED) return small.length >= 3 || beside === 0
  // On one grid of lines: columns only when both sides are texts of their own, with titles or wrapped lines.
  if (isFlushLeft(right) && titles(rowsRight) >= 2 && titles(rowsLeft) >= 1) return true
  if (!strict || isFlushRight(right) || !isFlushLeft(right)) return false
  return wrapped(rowsLeft) >= 2 && wrapped(rowsRight) >= 2
}

/**
 * Between dates in a margin and their entries, where a sidebar stands left of both: the dates begin at one place, right
 * of what the sidebar has, each beside a text of the right.
 */
function endsInDates(left: Piece[], right: Piece[]): boolean {
  const dates = left.filter(piece => isMarginal({ text: piece.words.map(word => word.text).join(' ') }))
  const starts = dates.map(piece => piece.x0).sort((a, b) => a - b)
  const start = starts[Math.floor(starts.length / 2)] ?? 0
  const margin = dates.filter(piece => Math.abs(piece.x0 - start) < 3)
  const others = left.filter(piece => piece.x0 < start - 3)
  if (margin.length < 2 || others.length < 3) return false
  const besides = (side: Piece[]): number =>
    margin.filter(piece => side.some(other => Math.abs(other.y - piece.y) < 0.12 * piece.size)).length
  if (besides(right) < margin.length * 0.8 || besides(others) > margin.length * 0.6) return false
  return others.filter(piece => piece.x1 < start).length >= others.length * 0.9
}

interface Row {
  y: number
  x0: number
  size: number
  text: string
  pieces: number
}

function rowsOf(pieces: Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of [...pieces].sort((first, second) => first.y - second.y || first.x0 - second.x0)) {
    const text = piece.words.map(word => word.text).join(' ')
    const last = rows.at(-1)
    if (last && Math.abs(last.y - piece.y) < 0.3 * piece.size) {
      last.text += ` ${text}`
      last.pieces++
    } else rows.push({ y: piece.y, x0: piece.x0, size: piece.size, text, pieces: 1 })
  }
  return rows
}

/** On one baseline, and of about one size: a name beside small contacts is no row of a table. */
const isBeside = (row: Row, other: Row): boolean =>
  Math.abs(other.y - row.y) < 0.25 * Math.min(row.size, other.size) &&
  Math.max(row.size, other.size) < 1.5 * Math.min(row.size, other.size)

const overlap = (row: Row, other: Row): boolean =>
  Math.abs(row.y - other.y) < 0.9 * Math.max(row.size, other.size)

/** A row at the left edge of its side that is the name of a section of a résumé and nothing else. */
function hasHeading(rows: Row[]): boolean {
  const edge = Math.min(...rows.map(row => row.x0))
  return rows.some(row => row.pieces === 1 && row.x0 < edge + 3 && headingNameOf(row.text)?.weak === false)
}

const RANGE =
  /^(?:\S{1,12}\s)?(?:\d{1,2}[./])?(?:19|20)\d\d\s?[–—-]\s?(?:(?:\S{1,12}\s)?(?:\d{1,2}[./])?(?:19|20)\d\d|present|current|now|today|heute|aujourd\S*|actual\S*)$/iu

/**
 * Entries beside each other under one heading, each with its dates: two ranges on one line. What stands above the heading
 * and below the next one is not taken along.
 */
function cardsOf(strip: Strip): Strip | null {
  const [left, right] = [rowsOf(strip.left), rowsOf(strip.right)]
  const dated = left.filter(row => row.pieces === 1 && RANGE.test(row.text))
  const first = dated.find(row =>
    right.some(other => other.pieces === 1 && isBeside(row, other) && RANGE.test(other.text)),
  )
  if (!first || !isFlushLeft(strip.right)) return null
  const alone = left.filter(row => headingNameOf(row.text) && !right.some(other => isBeside(row, other)))
  const from = Math.max(...alone.filter(row => row.y < first.y).map(row => row.y), Number.NEGATIVE_INFINITY)
  const to = Math.min(...alone.filter(row => row.y > first.y).map(row => row.y), Number.POSITIVE_INFINITY)
  const within = (side: Piece[]): Piece[] => side.filter(piece => piece.y > from + 1 && piece.y < to - 1)
  const [ofLeft, ofRight] = [within(strip.left), within(strip.right)]
  if (ofLeft.length < 3 || ofRight.length < 3) return null
  const top = Math.min(topOf(ofLeft), topOf(ofRight)) - 1
  const bottom = Math.min(bottomOf(ofLeft), bottomOf(ofRight))
  return { ...strip, left: ofLeft, right: ofRight, top, bottom }
}

function isSparse(rows: Row[]): boolean {
  const steps = rows.slice(1).map((row, at) => (row.y - (rows[at]?.y ?? 0)) / row.size)
  steps.sort((a, b) => a - b)
  return (steps[Math.floor(steps.length / 2)] ?? 0) > SPARSE
}

const DATE = /(?:\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{2,4}\b|present|current|heute|today|aujourd|actual|now)/i
/** What stands in a margin or at the right end of a line: dates, and next to nothing else. */
const isMarginal = ({ text }: { text: string }): boolean => text.length <= 40 && DATE.test(text)

/** Lines that end at one place and begin at different ones. */
function isFlushRight(pieces: Piece[]): boolean {
  const ends = Math.max(...pieces.map(piece => piece.x1))
  return pieces.filter(piece => ends - piece.x1 < 3).length >= pieces.length * 0.7 && !isFlushLeft(pieces)
}

function isFlushLeft(pieces: Piece[]): boolean {
  const starts = Math.min(...pieces.map(piece => piece.x0))
  return pieces.filter(piece => piece.x0 - starts < 3).length >= pieces.length * 0.6
}

/** Titles among other lines: larger than most of them, or in capitals where others are not. */
function titles(rows: Row[]): number {
  const sizes = rows.map(row => row.size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const found = rows.filter(
    ({ size, text }) => size > usual * 1.15 || /^\p{Lu}[\p{Lu}\s&/-]{3,}$/u.test(text),
  ).length
  return found < rows.length * 0.6 ? found : 0
}

/** Lines that go on with what the line above began, as wrapped text does. */
const wrapped = (rows: Row[]): number =>
  rows.filter(
    ({ y, size, text }, at) =>
      /^\p{Ll}/u.test(text) && y - (rows[at - 1]?.y ?? Number.NEGATIVE_INFINITY) < TIGHT * 1.2 * size,
  ).length
