import { LEVELS, type Level, type Piece, piecesOf } from './entries-pieces.ts'
import type { Row } from './entries-row.ts'

/**
 * Which piece of a header is which. Words decide where they can; where they cannot, the other entries do, for a résumé
 * repeats one layout: its order, its looks and its lines.
 */

/** How pieces are told apart in one kind of section: a position and a company, or a degree and a school. */
export interface Vocabulary {
  first(text: string): number
  second(text: string): number
  /** How sure dates must be to begin an entry, from 0 to 1. */
  least: number
  /** Whether a text is the name of a town, which may be a company's as well; absent where towns are not known. */
  isTown?: ((text: string) => boolean) | undefined
}

/** The rows that head an entry; `anchor` is the index of the one with the dates. */
export interface Header {
  rows: Row[]
  anchor: number
}

export interface Assigned {
  pieces: Piece[]
  first: Piece | null
  second: Piece | null
  level: Level
  score: number
  /** How much better this is than the two the other way round. */
  margin: number
}

/** What the entries of a section have in common. */
interface Habit {
  /** From −1 (the second always stands first) to 1. */
  order: number
  firstLooks: ReadonlyMap<string, number>
  secondLooks: ReadonlyMap<string, number>
  firstOffsets: ReadonlyMap<number, number>
  secondOffsets: ReadonlyMap<number, number>
  levels: ReadonlyMap<number, number>
  /** Cells where entries have their places, with the share that does. */
  places: ReadonlyMap<string, number>
}

/** Where a piece stands: beside which row, in which cell; '' where it is a part of a row without cells. */
function cellOf({ offset, span, row, from, to }: Piece): string {
  if (row.spans.length > 1) return `${offset}:${span}`
  const whole = row.line.text.length - (to - from) < 3
  return whole ? `${offset}:${row.line.box === null ? '' : lookOfRow(row)}` : ''
}

const lookOfRow = ({ line }: Row): string => `${line.runs[0]?.bold}${line.runs[0]?.italic}${line.size}`

/** A name of three words at most. */
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,2}$/u

const MISSING_FIRST = -1.1
const MISSING_SECOND = -0.9

/** The best reading of all headers of a section together. */
export function assignAll(headers: readonly Header[], vocabulary: Vocabulary): Assigned[] {
  const cuts = headers.map(header => LEVELS.map(level => piecesOf(header.rows, header.anchor, level)))
  const known = new Map<string, [number, number]>()
  const scores = (piece: Piece): [number, number] => {
    const key = `${piece.label}|${piece.text}`
    const before = known.get(key)
    if (before) return before
    const value = scoresOf(piece, vocabulary)
    known.set(key, value)
    return value
  }
  let assigned = cuts.map(each => assign(each, scores, null))
  const isPlace = (piece: Piece): boolean =>
    piece.place >= 0.8 ||
    (vocabulary.isTown !== undefined &&
      Math.max(...scores(piece)) < 1 &&
      NAME.test(piece.text) &&
      vocabulary.isTown(piece.text))
  for (let pass = 0; pass < 2; pass++) {
    const habit = habitOf(assigned, isPlace)
    assigned = cuts.map(each => assign(each, scores, habit))
  }
  return assigned
}

function scoresOf(piece: Piece, vocabulary: Vocabulary): [number, number] {
  if (piece.label === 'first') return [4, -2]
  if (piece.label === 'second') return [-2, 4]
  if (piece.label === 'client') return [-2, piece.offset === 0 ? 2.5 : 0]
  if (piece.label === 'place' || piece.label === 'none') return [-3, -3]
  const first = vocabulary.first(piece.text)
  const second = vocabulary.second(piece.text)
  if (piece.place >= 0.9) return [-1.2, -1.2]
  const lost = piece.place * 1.6 + (piece.idle ? 0.8 : 0)
  return [first - 0.55 * Math.max(0, second) - lost, second - 0.55 * Math.max(0, first) - lost]
}

type Scores = (piece: Piece) => [number, number]

function assign(cuts: readonly Piece[][], scores: Scores, habit: Habit | null): Assigned {
  let result: Assigned | null = null
  for (const [index, pieces] of cuts.entries()) {
    const level = LEVELS[index] ?? 0
    if (index > 0 && pieces.length === cuts[index - 1]?.length) continue
    const read = assignAt(pieces, level, scores, habit)
    if (!result || read.score > result.score + 1e-9) result = read
  }
  return (
    result ?? {
      pieces: [],
      first: null,
      second: null,
      level: 0,
      score: MISSING_FIRST + MISSING_SECOND,
      margin: 0,
    }
  )
}

function assignAt(pieces: Piece[], level: Level, scores: Scores, habit: Habit | null): Assigned {
  const each = pieces.map((piece, index) => {
    const [first, second] = scores(piece)
    const early = -0.12 * index - 1.2 * (habit?.places.get(cellOf(piece)) ?? 0)
    return {
      piece,
      plain: { first: first + early, second: second + early },
      first: first + early + bonus(piece, habit?.firstLooks, habit?.firstOffsets),
      second: second + early + bonus(piece, habit?.secondLooks, habit?.secondOffsets),
    }
  })
  const named = pieces.filter(piece => piece.place < 0.8 && !piece.idle && piece.label === null).length
  const cost = -0.12 * level + 0.5 * (habit?.levels.get(level) ?? 0)
  let best: Assigned = {
    pieces,
    first: null,
    second: null,
    level,
    score: MISSING_FIRST + MISSING_SECOND + cost - 0.2 * named,
    margin: 0,
  }
  const consider = (first: Piece | null, second: Piece | null, score: number, margin: number): void => {
    const used = (first ? 1 : 0) + (second ? 1 : 0)
    const total = score + cost - 0.2 * Math.max(0, named - used)
    if (total > best.score) best = { pieces, first, second, level, score: total, margin }
  }
  for (const [i, a] of each.entries()) {
    consider(a.piece, null, a.first + MISSING_SECOND, 0)
    consider(null, a.piece, a.second + MISSING_FIRST, 0)
    for (const [j, b] of each.entries()) {
      if (i === j) continue
      const order = (habit?.order ?? 0) * (i < j ? 0.7 : -0.7)
      // Title and company of one entry stand side by side or line on line.
      const lines = Math.abs(a.piece.offset - b.piece.offset)
      const apart = (lines === 0 ? Math.max(0, Math.abs(i - j) - 1) : lines - 1) * 0.15
      const margin = a.plain.first + b.plain.second - a.plain.second - b.plain.first
      consider(a.piece, b.piece, a.first + b.second + order - apart, margin)
    }
  }
  return best
}

function bonus(
  piece: Piece,
  looks: ReadonlyMap<string, number> | undefined,
  offsets: ReadonlyMap<number, number> | undefined,
): number {
  return 0.8 * (looks?.get(piece.look) ?? 0) + 0.3 * (offsets?.get(piece.offset) ?? 0)
}

/** Shares of what was seen, the surer entries counting more. */
function habitOf(assigned: readonly Assigned[], isPlace: (piece: Piece) => boolean): Habit {
  const firstLooks = new Map<string, number>()
  const secondLooks = new Map<string, number>()
  const firstOffsets = new Map<number, number>()
  const secondOffsets = new Map<number, number>()
  const levels = new Map<number, number>()
  const places = new Map<string, number>()
  const cells = new Map<string, number>()
  let order = 0
  let all = 0
  for (const { pieces, first, second, level, margin } of assigned) {
    for (const piece of pieces) {
      const cell = cellOf(piece)
      if (cell === '') continue
      add(cells, cell, 1)
      if (isPlace(piece)) add(places, cell, 1)
    }
    if (!first || !second) continue
    const weight = Math.max(0.05, Math.min(3, margin))
    all += weight
    order += pieces.indexOf(first) < pieces.indexOf(second) ? weight : -weight
    add(firstLooks, first.look, weight)
    add(secondLooks, second.look, weight)
    add(firstOffsets, first.offset, weight)
    add(secondOffsets, second.offset, weight)
    add(levels, level, weight)
  }
  if (all > 0) {
    order /= all
    for (const counts of [firstLooks, secondLooks])
      for (const [key, value] of counts) counts.set(key, value / all)
    for (const counts of [firstOffsets, secondOffsets, levels])
      for (const [key, value] of counts) counts.set(key, value / all)
  }
  for (const [cell, count] of places) places.set(cell, count / (cells.get(cell) ?? 1))
  return { order, firstLooks, secondLooks, firstOffsets, secondOffsets, levels, places }
}

function add<K>(counts: Map<K, number>, key: K, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
