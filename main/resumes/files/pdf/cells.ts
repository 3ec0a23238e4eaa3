import { isBullet } from './marks.ts'
import type { Piece } from './pieces.ts'
import type { Word } from './words.ts'

/** Cells that take several lines: a long title beside dates that did not fit beside it, or the cells of a table. */

/** Lines of one cell stand this close, in sizes of their letters. */
const TIGHT = 1.62
/** Texts begin at one place when they do so within this, points. */
const NEAR = 1.3
/** Padding between cells, in sizes of their letters. */
const PADDING = 0.5
/** A space, in sizes of its letters. */
const SPACE = 0.24
/** More lines than this no cell of a résumé has. */
const MOST_LINES = 8

/** Rows from top to bottom, where lines of one cell have become one piece in the row that the cell begins in. */
export function withWholeCells(rows: readonly Piece[][]): Piece[][] {
  const edge = Math.max(0, ...rows.flat().map(piece => piece.x1))
  const result: Piece[][] = []
  /** What the last row of the result began as, and its lowest pieces by their cells. */
  let open: Open | null = null
  for (const [at, row] of rows.entries()) {
    const joined: Joined | null = open ? joinRow(open, row, edge) : null
    if (joined && open) {
      result[result.length - 1] = joined.row
      open = joined.rest ? null : joined.open
      if (joined.rest) result.push(joined.rest)
      continue
    }
    const split = splitByLook(splitByNext(row, rows[at + 1]), rows[at + 1], edge)
    result.push(split)
    open = split.length > 1 && !beginsWithBullet(split) ? begin(split) : null
  }
  return result
}

interface Open {
  row: Piece[]
  starts: number[]
  /** The lowest line of each cell. */
  last: Piece[]
  y: number
  lines: number
}

const begin = (row: Piece[]): Open => ({
  row,
  starts: row.map(piece => piece.x0),
  last: [...row],
  y: Math.max(...row.map(piece => piece.y)),
  lines: 1,
})

const beginsWithBullet = (row: readonly Piece[]): boolean => isBullet(row[0]?.words[0]?.text ?? '')

/** `row` is the row with another one below in its cells, `rest` what stands below and is of its own. */
interface Joined {
  row: Piece[]
  rest: Piece[] | null
  open: Open
}

/** Null: nothing of the row below belongs to the cells. */
function joinRow(open: Open, row: Piece[], edge: number): Joined | null {
  const size = open.last[0]?.size ?? 0
  const y = Math.max(...row.map(piece => piece.y))
  if (open.lines >= MOST_LINES || y - open.y > TIGHT * size || beginsWithBullet(row)) return null
  const below = row.flatMap(piece => splitAtStart(piece, open))
  const cells = below.map(piece => open.starts.findIndex(start => Math.abs(start - piece.x0) < NEAR))
  const fits = below.every((piece, at) => {
    const cell = cells[at] ?? -1
    const next = open.starts[cell + 1]
    return cell >= 0 && Math.abs(piece.size - size) < 0.6 && (next === undefined || piece.x1 < next)
  })
  if (!fits || new Set(cells).size < cells.length) return null
  const said = below.map((piece, at) => howItGoesOn(open, cells[at] ?? 0, piece, edge))
  const [only] = cells
  // A line below the first cell alone goes on with it when it looks the same and there was no room.
  if (cells.length === 1 && only === 0 && open.lines === 1 && !mayGoOnAlone(open, below)) return null
  if (said.every(each => each !== 'no')) return joinAll(open, below, cells, y)
  const dates = said.indexOf('dates')
  const ends = below[dates]
  const cell = cells[dates]
  if (!ends || cell === undefined || open.starts.length !== 2) return null
  // The dates go on; what stands beside their second line is another text.
  const whole = joinAll(open, [ends], [cell], y)
  return { ...whole, rest: below.filter(piece => piece !== ends) }
}

/** Beside a date, or beside a short text such as a place when the title is open or a word or two go on with it. */
function mayGoOnAlone({ last }: Open, below: readonly Piece[]): boolean {
  const end = textOf(last.at(-1))
  if (DATE.test(end)) return true
  return end.length <= 25 && (JOINT.test(textOf(last[0])) || (below[0]?.words.length ?? 9) <= 2)
}

const JOINT =
  /(?:[,&–(/]|\s(?:and|of|for|in|the|und|für|der|die|im|de|du|des|la|le|les|et|y|e|del|los|las|el|en))$/iu

function joinAll(open: Open, below: readonly Piece[], cells: readonly number[], y: number): Joined {
  const row = [...open.row]
  const last = [...open.last]
  below.forEach((piece, at) => {
    const cell = cells[at] ?? 0
    const above = row[cell]
    if (!above) return
    row[cell] = joinPieces(above, piece)
    last[cell] = piece
  })
  return { row, rest: null, open: { ...open, row, last, y, lines: open.lines + 1 } }
}

/** Whether a text is the next line of the cell above: open dates, no room for its first word, or not. */
function howItGoesOn(open: Open, cell: number, piece: Piece, edge: number): 'dates' | 'full' | 'no' {
  const above = open.last[cell]
  const word = piece.words[0]
  const end = above?.words.at(-1)
  if (!above || !word || !end) return 'no'
  const text = textOf(above)
  if (isOpenDate(text, textOf(piece))) return 'dates'
  if (word.bold !== end.bold || word.italic !== end.italic) return 'no'
  const isLast = cell === open.starts.length - 1
  // At the right end texts may be flush there, so that all of them are full.
  if (isLast && (above.x1 > edge - 2 ? piece.x1 > edge - 2 : false))
    return /[,(&–-]$/.test(text) ? 'full' : 'no'
  const limit = isLast ? edge - 1 : (open.starts[cell + 1] ?? edge) - PADDING * above.size
  const full = above.x1 + SPACE * above.size + (word.x1 - word.x0) > limit
  if (!full) return 'no'
  // Dates and places that stand alone in their cells are whole.
  return WHOLE_DATE.test(text) ? 'no' : 'full'
}

const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{2,4}\b/
const WHOLE_DATE =
  /^(?:\S{1,12} )?(?:\d{1,2}[./])?(?:19|20)\d\d$|(?:19|20)\d\d\s?[–-]\s?(?:\S{1,12} )?(?:\d{1,2}[./])?(?:19|20)\d\d$/
const LONGEST_DATE = 40
const MONTH = /(?:^|[\s–—-])(?:\p{L}{3,10}\.?|\d{1,2}[./])$/u
const TO = /(?:[-–—]|\s(?:to|until|bis|à|a|al|au|hasta|de|a la))$/iu
const ENDS_DATE = /^(?:(?:\p{L}{3,10}\.?|\d{1,2}[./])\s?)?(?:19|20)\d\d\b|^\d{1,2}[./]\d{4}\b|^\d{1,2}$/u
const NOW =
  /^(?:present|now|today|current|ongoing|heute|jetzt|aktuell|laufend|aujourd|présent|actuel|actual|presente|la actualidad|hoy)/iu

/** "2017 –" over "Present", "January 2019 – January" over "2022", "Sept." over "2007 –". */
function isOpenDate(text: string, next: string): boolean {
  if (text.length > LONGEST_DATE || next.length > LONGEST_DATE) return false
  if (DATE.test(text) && TO.test(text)) return ENDS_DATE.test(next) || NOW.test(next) || MONTH.test(next)
  if (DATE.test(text) && /^(?:[-–—]|to |bis |à |au |a |al |hasta )\s?/iu.test(next))
    return ENDS_DATE.test(next.replace(/^\S+\s?/, '')) || NOW.test(next.replace(/^\S+\s?(?:la )?/, ''))
  if (/^(?:19|20)\d\d\b/.test(next) && MONTH.test(text)) {
    // A month alone, or behind the beginning of a range.
    return /^\p{L}{3,10}\.?$/u.test(text) || DATE.test(text)
  }
  return false
}

/** A row whose last two cells stand close is parted where the next one has its last cell. */
function splitByNext(row: Piece[], next: Piece[] | undefined): Piece[] {
  const [first] = row
  const start = next?.[1]?.x0
  if (row.length !== 1 || !first || next?.length !== 2 || start === undefined) return row
  if (Math.abs((next[0]?.x0 ?? 0) - first.x0) > NEAR || (next[0]?.y ?? 0) - first.y > TIGHT * first.size)
    return row
  const at = first.words.findIndex(word => Math.abs(word.x0 - start) < 0.8)
  if (at < 1) return row
  const [left, right] = [pieceOf(first, first.words.slice(0, at)), pieceOf(first, first.words.slice(at))]
  const goesOn = isOpenDate(textOf(right), textOf(next[1])) || /,$/.test(textOf(right))
  return goesOn ? [left, right] : row
}

/** "Técnico Superior en Cuenca" over "Electromecánica": what looks otherwise at the right end is a cell of its own. */
function splitByLook(row: Piece[], next: Piece[] | undefined, edge: number): Piece[] {
  const [first] = row
  const [below] = next ?? []
  const [start] = first?.words ?? []
  const [word] = below?.words ?? []
  if (row.length !== 1 || next?.length !== 1 || !first || !below || !start || !word) return row
  const same = (other: Word): boolean => other.bold === start.bold && other.italic === start.italic
  const at = first.words.findIndex(each => !same(each))
  const tight = below.y - first.y <= TIGHT * first.size && Math.abs(below.x0 - first.x0) < NEAR
  if (at < 1 || !tight || first.x1 < edge - 1.5 || !below.words.every(same) || isBullet(start.text))
    return row
  const [left, right] = [pieceOf(first, first.words.slice(0, at)), pieceOf(first, first.words.slice(at))]
  if (right.words.some(same) || !JOINT.test(textOf(left))) return row
  return [left, right]
}

/** A piece that runs over the place where the last cell begins, parted there when the dates above go on. */
function splitAtStart(piece: Piece, open: Open): Piece[] {
  const start = open.starts.at(-1) ?? 0
  if (piece.x0 > start - NEAR || piece.x1 < start + NEAR) return [piece]
  const at = piece.words.findIndex(word => Math.abs(word.x0 - start) < 0.8)
  if (at < 1) return [piece]
  const right = pieceOf(piece, piece.words.slice(at))
  if (!isOpenDate(textOf(open.last.at(-1)), textOf(right))) return [piece]
  return [pieceOf(piece, piece.words.slice(0, at)), right]
}

const pieceOf = (whole: Piece, words: Word[]): Piece => ({
  ...whole,
  words,
  x0: Math.min(...words.map(word => word.icon ?? word.x0)),
  x1: Math.max(...words.map(word => word.x1)),
  size: Math.max(...words.map(word => word.size)),
})

/** A word that a hyphen ends goes on at once; other lines stand a space apart. */
function joinPieces(above: Piece, below: Piece): Piece {
  const end = above.words.at(-1)
  const [first, ...rest] = below.words
  if (!end || !first) return above
  const broken = /\p{Ll}-$/u.test(end.text) && /^\p{Ll}/u.test(first.text)
  const stuck = broken || (/\p{Ll}-$/u.test(end.text) && /^\p{Lu}/u.test(first.text))
  const date = /\d-$/.test(end.text) && /^\d/.test(first.text)
  const words =
    stuck || date
      ? [
          ...above.words.slice(0, -1),
          { ...end, text: (broken ? end.text.slice(0, -1) : end.text) + first.text },
          ...rest,
        ]
      : [...above.words, { ...first, spaced: true }, ...rest]
  return { ...above, words, x1: Math.max(above.x1, below.x1), bottom: below.y }
}

const textOf = (piece: Piece | undefined): string => piece?.words.map(word => word.text).join(' ') ?? ''
