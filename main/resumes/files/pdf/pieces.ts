import { isMark } from './marks.ts'
import type { Word } from './words.ts'

/** Words that stand side by side without a wide gap; in points from the page's top left. */
export interface Piece {
  words: Word[]
  x0: number
  x1: number
  /** Baseline of its largest word. */
  y: number
  size: number
  /** Baseline of its last line, where it is a cell of several. */
  bottom?: number
}

/** A gap within one text, in shares of its size; wider ones lead to another column, cell or date. */
const WIDE = 0.95
/** Icons in a line stand this far from the text before them. */
const WIDE_ICON = 1.8
/** Icons in a line of several stand this far from the text before them. */
const WIDE_ICONS = 4
/** A bullet stands this far from its text. */
const WIDE_MARK = 4
/** Letters that stand apart have gaps between their words of this many gaps between letters at most. */
const WIDE_LETTERS = 4
const SAME_LINE = 0.3

/** Joins the words of each page to pieces by their places alone: the order in which they were drawn does not matter. */
export function piecesOf(pages: readonly (readonly Word[])[]): Piece[][] {
  const pieces = pages.map(words =>
    rowsOf([...words])
      .flatMap(splitRow)
      .map(pieceOf),
  )
  const edges = edgesOf(pieces.flat())
  return pieces.map(page => splitAtEdges(page, edges))
}

/** Words by their baselines; those of a row are sorted from the left. */
function rowsOf(words: Word[]): Word[][] {
  words.sort((first, second) => first.y - second.y || first.x0 - second.x0)
  const rows: { y: number; size: number; words: Word[] }[] = []
  for (const word of words) {
    // The nearest of the last rows: a sidebar's lines lie between those of the main text.
    let best: (typeof rows)[number] | undefined
    for (const row of rows.slice(-4)) {
      const near = Math.abs(row.y - word.y)
      if (near <= SAME_LINE * Math.min(row.size, word.size) && (!best || near < Math.abs(best.y - word.y)))
        best = row
    }
    if (best) best.words.push(word)
    else rows.push({ y: word.y, size: word.size, words: [word] })
  }
  return rows.map(row => row.words.sort((first, second) => first.x0 - second.x0))
}

function splitRow(row: Word[]): Word[][] {
  const parts: Word[][] = []
  let part: Word[] = []
  let end = 0
  const icons = row.filter(word => word.icon !== null).length
  for (const word of row) {
    const last = part.at(-1)
    const size = Math.max(word.size, last?.size ?? 0)
    const wide = word.icon === null ? WIDE : icons > 2 ? WIDE_ICONS : WIDE_ICON
    const apart = last && isLetter(last) && isLetter(word) ? WIDE_LETTERS * (gapBefore(part) / size) : 0
    const most = part.length === 1 && last && isMark(last.text) ? WIDE_MARK : Math.max(wide, apart)
    if (last && startOf(word) - end > most * size) {
      parts.push(part)
      part = []
    }
    end = part.length === 0 ? word.x1 : Math.max(end, word.x1)
    part.push(word)
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/** The gap before the last word of a part, when both are single letters. */
function gapBefore(part: Word[]): number {
  const [before, last] = part.slice(-2)
  return before && last && isLetter(before) && isLetter(last) ? last.x0 - before.x1 : 0
}

const startOf = (word: Word): number => word.icon ?? word.x0

function pieceOf(words: Word[]): Piece {
  const largest = words.reduce((most, word) => (word.size > most.size ? word : most))
  return {
    words: closeSpacedLetters(words),
    x0: Math.min(...words.map(startOf)),
    x1: Math.max(...words.map(word => word.x1)),
    y: largest.y,
    size: largest.size,
  }
}

/** So many texts of a page begin at one place where its main column does. */
const EDGE_TEXTS = 5
const EDGE_SHARE = 0.2
/** Gap before a text that begins at an edge, in shares of its size, and in multiples of the usual gap of its words. */
const EDGE_GAP = 0.42
const EDGE_TIMES = 1.3

/**
 * What stands in a margin may end close to the main column, such as dates that are flush right there: they are parted
 * where the main column begins.
 */
function splitAtEdges(pieces: Piece[], edges: number[]): Piece[] {
  if (edges.length === 0) return pieces
  return pieces.flatMap(piece => {
    const at = piece.words.findIndex((word, index) => {
      const before = piece.words[index - 1]
      if (!before || !edges.some(edge => Math.abs(edge - word.x0) < 1.2)) return false
      const gap = word.x0 - before.x1
      return gap > EDGE_GAP * Math.min(word.size, before.size) && gap > EDGE_TIMES * usualGap(piece, index)
    })
    if (at < 1) return [piece]
    return [pieceOf(piece.words.slice(0, at)), pieceOf(piece.words.slice(at))]
  })
}

/** Left edges that many texts have in common, other than the leftmost of all. */
function edgesOf(pieces: Piece[]): number[] {
  const least = Math.max(EDGE_TEXTS, pieces.length * EDGE_SHARE)
  const starts = pieces.map(textStart).sort((a, b) => a - b)
  const edges: number[] = []
  for (let from = 0; from < starts.length; ) {
    const first = starts[from] ?? 0
    let to = from
    while (to < starts.length && (starts[to] ?? 0) - first < 1.2) to++
    if (to - from >= least && from > 0) edges.push(first)
    from = to
  }
  return edges
}

/** Where a piece's text begins, behind its bullet. */
const textStart = ({ words: [first, second], x0 }: Piece): number =>
  first && second && isMark(first.text) ? second.x0 : x0

function usualGap({ words }: Piece, except: number): number {
  const gaps = words.slice(1).map((word, at) => word.x0 - (words[at]?.x1 ?? 0))
  const others = gaps.filter((_, at) => at !== except - 1).sort((a, b) => a - b)
  return others[Math.floor(others.length / 2)] ?? 0
}

/** Letters that stand apart for their looks ("E X P E R I E N C E") become words again. */
function closeSpacedLetters(words: Word[]): Word[] {
  const result: Word[] = []
  for (let at = 0; at < words.length; ) {
    let end = at
    while (end < words.length && isLetter(words[end])) end++
    if (end - at < 4) {
      const word = words[at]
      if (word) result.push(word)
      at++
      continue
    }
    result.push(...joinEvenly(words.slice(at, end)))
    at = end
  }
  return result
}

const isLetter = (word: Word | undefined): boolean =>
  word !== undefined && /^[\p{L}\p{N}&,.'’/-]$/u.test(word.text)

function joinEvenly(letters: Word[]): Word[] {
  const gaps = letters.slice(1).map((letter, at) => letter.x0 - (letters[at]?.x1 ?? 0))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const joined: Word[] = []
  letters.forEach((letter, at) => {
    const last = joined.at(-1)
    const gap = gaps[at - 1] ?? 0
    if (last && gap < usual * 1.6 + 0.05 * letter.size) {
      last.text += letter.text
      last.x1 = letter.x1
    } else joined.push({ ...letter })
  })
  return joined
}
