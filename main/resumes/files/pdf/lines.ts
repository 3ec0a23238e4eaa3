import type { Line, Run } from '../../rules/layout.ts'
import { withWholeCells } from './cells.ts'
import { isBullet, isMark } from './marks.ts'
import type { Rect } from './matrix.ts'
import type { Piece } from './pieces.ts'
import type { Word } from './words.ts'

/** Baselines of one line differ by less than this share of the smaller letters. */
const SAME_LINE = 0.3
/** Height of a line in sizes of its letters: what most programs set. */
const LINE_HEIGHT = 1.2
/** Letters rise above the baseline and fall below it by these shares of their size. */
const ASCENT = 0.8
const DESCENT = 0.22

export interface Place {
  page: number
  column: number
  width: number
  height: number
  /** Small shapes of the page, in points from its top left. */
  dots: readonly Rect[]
}

/** The lines of pieces that are read together from top to bottom: each with its cells, runs and box. */
export function linesOf(pieces: readonly Piece[], place: Place): Line[] {
  const lines: Line[] = []
  for (const row of withWholeCells(rowsOf(pieces))) {
    const line = lineOf(row, place)
    if (line) lines.push(line)
  }
  return lines
}

/** The lines with the space above each, where it stands below the one before on the same page. */
export function withGaps(lines: readonly Line[]): Line[] {
  const points = pointsOf(lines)
  return lines.map((line, at) => {
    const above = lines[at - 1]
    if (!above?.box || !line.box || above.page !== line.page || above.column !== line.column) return line
    const size = Math.max(line.size ?? 0, above.size ?? 0)
    const point = points.get(line.page) ?? 1
    // From the lowest line above, where it is a text of several.
    const from = above.box.y + above.box.height - DESCENT * (above.size ?? 0) * point
    const step = (line.box.y + ASCENT * (line.size ?? 0) * point - from) / point
    const height = LINE_HEIGHT * size
    if (step < 0) return line
    return { ...line, gap: Math.round(Math.max(0, step / height - 1) * 100) / 100 }
  })
}

/** What a point is in shares of the height of each page: what most lines say, which are no texts of several lines. */
function pointsOf(lines: readonly Line[]): Map<number, number> {
  const seen = new Map<number, number[]>()
  for (const { page, box, size } of lines) {
    if (!box || !size) continue
    const points = seen.get(page) ?? []
    points.push(box.height / (ASCENT + DESCENT) / size)
    seen.set(page, points)
  }
  return new Map(
    [...seen].map(([page, points]) => [
      page,
      points.sort((a, b) => a - b)[Math.floor(points.length / 2)] ?? 1,
    ]),
  )
}

function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((first, second) => first.y - second.y || first.x0 - second.x0)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    const fits = row?.every(
      other =>
        Math.abs(other.y - piece.y) <= SAME_LINE * Math.min(other.size, piece.size) + 0.1 &&
        (piece.x0 >= other.x1 - 1 || piece.x1 <= other.x0 + 1),
    )
    if (row && fits) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(row => row.sort((first, second) => first.x0 - second.x0))
}

function lineOf(row: Piece[], place: Place): Line | null {
  const { pieces, bullet } = withoutBullet(row.flatMap(splitAtIcons))
  if (pieces.length === 0) return null
  const cells = pieces.map(piece => textOf(piece.words)).filter(text => text !== '')
  const text = cells.join(' ')
  if (text === '') return null
  const size = Math.max(...pieces.map(piece => piece.size))
  const y = pieces.reduce((most, piece) => (piece.size > most.size ? piece : most)).y
  const x0 = Math.min(...pieces.map(piece => piece.x0))
  const x1 = Math.max(...pieces.map(piece => piece.x1))
  const end = Math.max(y, ...pieces.map(piece => piece.bottom ?? piece.y))
  return {
    text,
    runs: runsOf(pieces),
    page: place.page,
    box: {
      x: share(x0, place.width),
      y: share(y - ASCENT * size, place.height),
      width: share(x1 - x0, place.width),
      height: share(end - y + (ASCENT + DESCENT) * size, place.height),
    },
    size: Math.round(size * 10) / 10,
    column: place.column,
    bullet: bullet || hasDot({ x: x0, y, size }, place.dots),
    heading: null,
    cells,
    gap: null,
  }
}

/** A text with icons in it is several: an address, a telephone, a page. */
function splitAtIcons(piece: Piece): Piece[] {
  const parts: Word[][] = []
  for (const word of piece.words) {
    const part = parts.at(-1)
    if (part && word.icon === null) part.push(word)
    else parts.push([word])
  }
  return parts.length < 2 ? [piece] : parts.map(words => trimmed(piece, words))
}

/** One small shape right before a text, at half the height of its letters; several in a row say a level. */
function hasDot({ x, y, size }: { x: number; y: number; size: number }, dots: readonly Rect[]): boolean {
  const beside = dots.filter(dot => {
    const middle = (dot.y0 + dot.y1) / 2
    const small = dot.y1 - dot.y0 < 0.55 * size
    return small && middle > y - 0.75 * size && middle < y && dot.x1 < x + 1 && x - dot.x1 < 6 * size
  })
  return beside.length === 1 && x - (beside[0]?.x1 ?? 0) < 2.5 * size
}

const share = (part: number, whole: number): number =>
  Math.round(Math.min(1, Math.max(0, part / (whole || 1))) * 10_000) / 10_000

/** Takes off a mark that begins a line, and marks that stand alone between texts. */
function withoutBullet(row: Piece[]): { pieces: Piece[]; bullet: boolean } {
  const [first, ...rest] = row
  const word = first?.words[0]
  if (!first || !word) return { pieces: row, bullet: false }
  const others = first.words.slice(1)
  const more = others.length > 0 || rest.length > 0
  // Between the two years of a margin: a bullet stands near its text.
  const inMargin =
    /^[–—-]$/.test(word.text) && others.length === 0 && (rest[0]?.x0 ?? 0) - word.x1 > 3.5 * word.size
  if (inMargin) return { pieces: row, bullet: false }
  if (
    isBullet(word.text) ||
    (more && /^\d{1,2}[.)]$/.test(word.text)) ||
    (more && isMark(word.text) && gapAfter(row, word) > 0.2 * word.size)
  ) {
    const pieces = others.length > 0 ? [trimmed(first, others), ...rest] : rest
    return { pieces, bullet: true }
  }
  const stuck = /^([•●○◦▪■‣∙◆➢➤►▸❖✓✔⦁])(?=\S)/u.exec(word.text)
  if (stuck) {
    const cut = { ...word, text: word.text.slice(stuck[0].length) }
    return { pieces: [trimmed(first, [cut, ...others]), ...rest], bullet: true }
  }
  return { pieces: row, bullet: false }
}

function gapAfter(row: Piece[], word: Word): number {
  const next = row[0]?.words[1] ?? row[1]?.words[0]
  return next ? next.x0 - word.x1 : 0
}

const trimmed = (piece: Piece, words: Word[]): Piece => ({
  ...piece,
  words,
  x0: Math.min(...words.map(word => word.x0)),
  x1: Math.max(...words.map(word => word.x1)),
  size: Math.max(...words.map(word => word.size)),
})

/** The words of a piece as a text, with spaces where the page has them. */
function textOf(words: readonly Word[]): string {
  let text = ''
  words.forEach((word, at) => {
    text += `${at > 0 && apart(words[at - 1], word) ? ' ' : ''}${word.text}`
  })
  return text.replace(/\s+/g, ' ').trim()
}

const apart = (before: Word | undefined, word: Word): boolean =>
  before !== undefined && (word.spaced || word.x0 - before.x1 > 0.13 * Math.max(word.size, before.size))

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  let before: Word | undefined
  for (const [at, piece] of pieces.entries())
    for (const [index, word] of piece.words.entries()) {
      const space =
        (index === 0 && at > 0) || (before !== undefined && index > 0 && apart(before, word)) ? ' ' : ''
      const last = runs.at(-1)
      if (last && last.bold === word.bold && last.italic === word.italic && last.link === word.link)
        last.text += space + word.text
      else {
        if (last) last.text += space
        runs.push({ text: word.text, bold: word.bold, italic: word.italic, link: word.link })
      }
      before = word
    }
  return runs
}
