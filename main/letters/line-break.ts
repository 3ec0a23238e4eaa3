import type { Run } from './blocks.ts'

/** Runs of text broken into lines of a width, measured in the unit that `widthOf` answers in. */

/** Text of one look on one line. */
export interface Piece {
  text: string
  run: Run
}
export type Line = Piece[]

type WidthOf = (text: string, run: Run) => number

interface Word {
  pieces: Piece[]
  /** The space before it; '' where a line may break without one, as after a hyphen. */
  before: { text: string; run: Run } | null
  /** A line break as it was typed stands before it. */
  onNewLine: boolean
}

/** Spaces at which a line may break: all but those that hold words together. */
const BREAKING = /([^\S\u00a0\u2007\u202f]+)/
/** After these a line may break inside a word. */
const AFTER_SIGN = /(?<=[\p{L}\p{N}][-‐–—/])(?=[\p{L}\p{N}])/u

function wordsOf(runs: readonly Run[]): Word[] {
  const words: Word[] = []
  let open: Word = { pieces: [], before: null, onNewLine: false }
  const next = (before: Word['before'], onNewLine: boolean) => {
    words.push(open)
    open = { pieces: [], before, onNewLine }
  }
  for (const run of runs)
    for (const part of run.text.split(/(\n)/)) {
      if (part === '\n') {
        next(null, true)
        continue
      }
      for (const bit of part.split(BREAKING)) {
        if (bit === '') continue
        if (/^[^\S\u00a0\u2007\u202f]/.test(bit)) {
          next({ text: ' ', run }, false)
          continue
        }
        for (const [index, text] of bit.split(AFTER_SIGN).entries()) {
          if (index > 0) next({ text: '', run }, false)
          open.pieces.push({ text, run })
        }
      }
    }
  words.push(open)
  return words
}

const sameLook = (left: Run, right: Run): boolean =>
  left === right ||
  (left.bold === right.bold &&
    left.italic === right.italic &&
    left.code === right.code &&
    left.link === right.link)

function put(line: Line, { text, run }: Piece): void {
  const last = line.at(-1)
  if (last && sameLook(last.run, run)) last.text += text
  else if (text !== '') line.push({ text, run })
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Lines of at most `width`. A word that is longer than a line is cut; a typed line break ends a line. */
export function breakLines(runs: readonly Run[], width: number, widthOf: WidthOf): Line[] {
  const lines: Line[] = []
  let line: Line = []
  let used = 0
  const end = () => {
    lines.push(line)
    line = []
    used = 0
  }
  const cut = (piece: Piece) => {
    let text = ''
    let taken = 0
    for (const { segment } of letters.segment(piece.text)) {
      const size = widthOf(segment, piece.run)
      if (used + taken + size > width && used + taken > 0) {
        put(line, { text, run: piece.run })
        end()
        text = ''
        taken = 0
      }
      text += segment
      taken += size
    }
    put(line, { text, run: piece.run })
    used += taken
  }
  for (const word of wordsOf(runs)) {
    if (word.onNewLine) end()
    const size = word.pieces.reduce((sum, { text, run }) => sum + widthOf(text, run), 0)
    const { before } = word
    const gap = before && line.length > 0 ? widthOf(before.text, before.run) : 0
    if (line.length > 0 && before && used + gap + size > width) end()
    else if (before && gap > 0 && word.pieces.length > 0) {
      put(line, before)
      used += gap
    }
    if (used + size > width) for (const piece of word.pieces) cut(piece)
    else {
      for (const piece of word.pieces) put(line, piece)
      used += size
    }
  }
  end()
  return lines
}
