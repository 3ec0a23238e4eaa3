import type { Word } from './words.ts'

/** Words that stand side by side without a wide gap; in points from the page's top left. */
export interface Piece {
  words: Word[]
  x0: number
  x1: number
  /** Baseline of its largest word. */
  y: number
  size: number
}

/** A gap within one text, in shares of its size; wider ones lead to another column, cell or date. */
const WIDE = 0.95
/** Icons in a line stand this far from the text before them. */
const WIDE_ICON = 1.8
const SAME_LINE = 0.3

/** Joins words to pieces by their places alone, so that the order in which they were drawn does not matter. */
export function piecesOf(words: readonly Word[]): Piece[] {
  const rows = rowsOf([...words])
  return rows.flatMap(row => splitRow(row)).map(pieceOf)
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
  for (const word of row) {
    const size = Math.max(word.size, part.at(-1)?.size ?? 0)
    if (part.length > 0 && startOf(word) - end > (word.icon === null ? WIDE : WIDE_ICON) * size) {
      parts.push(part)
      part = []
    }
    end = part.length === 0 ? word.x1 : Math.max(end, word.x1)
    part.push(word)
  }
  if (part.length > 0) parts.push(part)
  return parts
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
