import type { RowErrorCode } from '../../contract/imports.ts'
import { hasTitleName, isListName, looksLikePosting } from './column-names.ts'
import { createLineSplitter, type Piece, type Splitter } from './pieces.ts'
import { listColumns } from './row-values.ts'
import type { Layout } from './sniff.ts'
import { createRecordSplitter, parseRecord } from './split-csv.ts'
import { createEnvelopeSplitter, createListSplitter, nestsDeeper } from './split-json.ts'

export type ReadRow =
  | {
      /** JSONL: the line; JSON: the position in the list, from 1; CSV: as a spreadsheet counts, the header being 1. */
      row: number
      ok: true
      value: Record<string, unknown>
      /** The row's text as it stands in the file. */
      raw: string
    }
  /** `row` 0 stands for the file as a whole. */
  | { row: number; ok: false; code: RowErrorCode; message: string }

export interface RowReader {
  push(text: string): ReadRow[]
  end(): ReadRow[]
}

/** JSON nested deeper is refused: no posting is, and deep nesting is made to exhaust readers. */
export const MAX_JSON_DEPTH = 64

const bad = (row: number, code: RowErrorCode, message: string): ReadRow => ({ row, ok: false, code, message })

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

function tooLarge(row: number, bytes: number, limit: number): ReadRow {
  return bad(row, 'row_too_large', `The row has ${megabytes(bytes)}; at most ${megabytes(limit)} are read.`)
}

/** What is wrong with a piece before it is parsed, or null. `limit` in bytes of UTF-8. */
function flawOf(piece: Piece, row: number, limit: number): ReadRow | null {
  if (piece.text === null) return tooLarge(row, piece.length, limit)
  if (piece.flaw === 'cut_off') return bad(row, 'row_cut_off', 'The file ends in the middle of this row.')
  if (piece.flaw === 'too_deep') return tooDeep(row)
  if (piece.flaw === 'unclosed_quote')
    return bad(row, 'row_unclosed_quote', 'A quotation mark opens in this row and is never closed.')
  if (piece.length * 3 <= limit) return null
  const bytes = new TextEncoder().encode(piece.text).length
  return bytes > limit ? tooLarge(row, bytes, limit) : null
}

function tooDeep(row: number): ReadRow {
  return bad(row, 'row_too_deep', `The row nests more than ${MAX_JSON_DEPTH} levels of brackets.`)
}

function parseJsonRow(text: string, row: number): ReadRow {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const where = place === undefined ? '' : ` (at character ${Number(place) + 1})`
    return bad(row, 'row_not_json', `The row is not valid JSON${where}.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return bad(row, 'row_not_object', 'The row is not a JSON object with named values.')
  return { row, ok: true, value: value as Record<string, unknown>, raw: text }
}

function createLineReader(limit: number): RowReader {
  const splitter = createLineSplitter(limit)
  let line = 0
  const read = (pieces: Piece[]): ReadRow[] => {
    const rows: ReadRow[] = []
    for (const piece of pieces) {
      line++
      const flaw = flawOf(piece, line, limit)
      // Lines of a list that lost its brackets end with a comma.
      const text = (piece.text ?? '').trim().replace(/,$/, '')
      if (flaw !== null) rows.push(flaw)
      else if (text === '') continue
      else if (nestsDeeper(text, MAX_JSON_DEPTH)) rows.push(tooDeep(line))
      else rows.push(parseJsonRow(text, line))
    }
    return rows
  }
  return { push: text => read(splitter.push(text)), end: () => read(splitter.end()) }
}

/** Rows of a splitter whose pieces are the texts of JSON values. */
function createElementReader(splitter: Splitter, limit: number): RowReader {
  let row = 0
  const read = (pieces: Piece[]): ReadRow[] =>
    pieces.map(piece => {
      row++
      return flawOf(piece, row, limit) ?? parseJsonRow((piece.text ?? '').trim(), row)
    })
  return { push: text => read(splitter.push(text)), end: () => read(splitter.end()) }
}

const NO_LIST = 'The JSON holds no list of postings (such as "jobs": [ … ]).'

function createEnvelopeReader(limit: number): RowReader {
  const splitter = createEnvelopeSplitter(limit, MAX_JSON_DEPTH, judgeList)
  const elements = createElementReader(splitter, limit)
  return {
    push: elements.push,
    end() {
      const rows = elements.end()
      if (splitter.foundList() || rows.length > 0) return rows
      const whole = splitter.whole()
      const flaw = flawOf(whole, 1, limit)
      if (flaw !== null)
        return [flaw.ok || flaw.code !== 'row_too_large' ? flaw : bad(0, 'file_not_postings', NO_LIST)]
      const row = parseJsonRow((whole.text ?? '').trim(), 1)
      // One object alone is one posting if it has a title.
      return row.ok && !isPosting(row.value) ? [bad(0, 'file_not_postings', NO_LIST)] : [row]
    },
  }
}

function isPosting(value: Record<string, unknown>): boolean {
  const columns = listColumns(value)
  return hasTitleName(columns) || looksLikePosting(columns)
}

/** A list is one of postings by its usual name, or when its first element has a title. */
function judgeList(key: string, first: string | null): 'yes' | 'no' | 'undecided' {
  if (first === null) return 'undecided'
  if (isListName(key)) return 'yes'
  if (nestsDeeper(first, MAX_JSON_DEPTH)) return 'no'
  const row = parseJsonRow(first, 1)
  return row.ok && isPosting(row.value) ? 'yes' : 'no'
}

function createTableReader(delimiter: string, limit: number): RowReader {
  const splitter = createRecordSplitter(limit, delimiter)
  let header: string[] | null = null
  let record = 0
  const read = (pieces: Piece[]): ReadRow[] => {
    const rows: ReadRow[] = []
    for (const piece of pieces) {
      record++
      const flaw = flawOf(piece, record, limit)
      const text = piece.text ?? ''
      if (flaw !== null) rows.push(flaw)
      else if (text.trim() === '' || (header === null && /^sep=.$/i.test(text))) continue
      else if (header === null) header = nameColumns(parseRecord(text, delimiter))
      else {
        const row = readCells(header, parseRecord(text, delimiter), record, text)
        if (row !== null) rows.push(row)
      }
    }
    return rows
  }
  return { push: text => read(splitter.push(text)), end: () => read(splitter.end()) }
}

/** Names of all columns: empty ones by their number, repeated ones counted. */
function nameColumns(cells: string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cell.trim().slice(0, MAX_NAME) || `column ${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
const MAX_NAME = 200

/** The row of a table; null when all its cells are empty. */
function readCells(header: string[], cells: string[], row: number, raw: string): ReadRow | null {
  if (cells.every(cell => cell === '')) return null
  if (cells.slice(header.length).some(cell => cell !== '')) {
    const message = `The row has ${cells.length} cells but the header has ${header.length}; a cell that holds the delimiter is probably not in quotation marks.`
    return bad(row, 'row_too_many_cells', message)
  }
  const value: Record<string, unknown> = Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))
  return { row, ok: true, value, raw }
}

/** Reads rows out of a text that arrives in parts. `limit`: largest row, bytes of UTF-8. */
export function createRowReader(layout: Layout, limit: number): RowReader {
  if (layout.format === 'jsonl') return createLineReader(limit)
  if (layout.format === 'csv') return createTableReader(layout.delimiter, limit)
  if (layout.shape === 'envelope') return createEnvelopeReader(limit)
  return createElementReader(createListSplitter(limit, MAX_JSON_DEPTH, layout.shape === 'sequence'), limit)
}
