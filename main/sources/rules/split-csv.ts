import { createCollector, type Piece, type Splitter } from './pieces.ts'

const QUOTE = 34
const SPACE = 32
const NEWLINE = 10
const RETURN = 13

/**
 * Where a reader of CSV stands. A quote opens a cell only at the cell's start (after spaces); it closes one only
 * before a delimiter or a line end, so that `"Senior "Lead" Engineer"` stays one cell.
 */
type State = 'start' | 'plain' | 'quoted' | 'quote' | 'quote_space'

/** How often a record whose quote never closes is taken back to its first line before giving up. */
const MAX_RESTARTS = 100

function nextState(state: State, code: number, delimiter: number): State {
  if (state === 'quoted') return code === QUOTE ? 'quote' : 'quoted'
  const ends = code === delimiter || code === NEWLINE || code === RETURN
  if (ends) return 'start'
  if (state === 'plain') return 'plain'
  if (state === 'start') return code === QUOTE ? 'quoted' : code === SPACE ? 'start' : 'plain'
  if (code === SPACE) return 'quote_space'
  // After a closing quote that was none: a doubled quote, or a stray one inside the cell.
  return code === QUOTE && state === 'quote_space' ? 'quote' : 'quoted'
}

/** Splits CSV text into records (rows), quotes respected; blank records are kept as empty pieces. */
export function createRecordSplitter(limit: number, delimiter: string): Splitter {
  const collector = createCollector(limit)
  const separator = delimiter.charCodeAt(0)
  let state: State = 'start'
  let afterReturn = false

  function push(text: string): Piece[] {
    const pieces: Piece[] = []
    let start = 0
    let at = 0
    if (afterReturn && text.length > 0) {
      if (text.charCodeAt(0) === NEWLINE) start = at = 1
      afterReturn = false
    }
    while (at < text.length) {
      if (state === 'quoted') {
        const quote = text.indexOf('"', at)
        if (quote === -1) break
        state = 'quote'
        at = quote + 1
        continue
      }
      const code = text.charCodeAt(at)
      state = nextState(state, code, separator)
      at++
      if (state !== 'start' || (code !== NEWLINE && code !== RETURN)) continue
      collector.add(text, start, at - 1)
      pieces.push(collector.take())
      if (code === RETURN) {
        if (at === text.length) afterReturn = true
        else if (text.charCodeAt(at) === NEWLINE) at++
      }
      start = at
    }
    collector.add(text, start, text.length)
    return pieces
  }

  /** The last record. When its quote never closes, only its first line is given up and the rest is read again. */
  function end(): Piece[] {
    const pieces: Piece[] = []
    for (let restart = 0; !collector.isEmpty(); restart++) {
      const open = state === 'quoted'
      const piece = collector.take()
      state = 'start'
      afterReturn = false
      if (!open || piece.text === null) {
        pieces.push(piece)
        break
      }
      const lineEnd = piece.text.search(/\r\n?|\n/)
      if (lineEnd === -1 || restart >= MAX_RESTARTS) {
        pieces.push({ ...piece, flaw: 'unclosed_quote' })
        break
      }
      pieces.push({ text: piece.text.slice(0, lineEnd), length: lineEnd, flaw: 'unclosed_quote' })
      const skip = piece.text.startsWith('\r\n', lineEnd) ? 2 : 1
      pieces.push(...push(piece.text.slice(lineEnd + skip)))
    }
    return pieces
  }

  return { push, end }
}

/** The cells of one record. Quoted cells keep their spaces and line breaks; others are trimmed. */
export function parseRecord(record: string, delimiter: string): string[] {
  const cells: string[] = []
  const separator = delimiter.charCodeAt(0)
  let state: State = 'start'
  let cellStart = 0
  for (let at = 0; at <= record.length; at++) {
    if (state === 'quoted') {
      const quote = record.indexOf('"', at)
      if (quote === -1) break
      state = 'quote'
      at = quote
      continue
    }
    const code = at === record.length ? separator : record.charCodeAt(at)
    state = nextState(state, code, separator)
    if (state !== 'start' || code !== separator) continue
    cells.push(readCell(record.slice(cellStart, at)))
    cellStart = at + 1
  }
  if (state !== 'start') cells.push(readCell(record.slice(cellStart)))
  return cells
}

function readCell(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('"')) return trimmed
  const closed = trimmed.length > 1 && trimmed.endsWith('"')
  return trimmed.slice(1, closed ? -1 : undefined).replaceAll('""', '"')
}
