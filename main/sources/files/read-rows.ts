import type { FileEncoding, FileFormat, RowErrorCode, RowWarningCode } from '../../contract/imports.ts'
import { binaryKind, concat, createTextReader, type EncodingFacts } from '../rules/decode.ts'
import { createRowReader, type ReadRow } from '../rules/row-reader.ts'
import { sniffLayout } from '../rules/sniff.ts'

export type { ReadRow } from '../rules/row-reader.ts'

/** Rows larger than this are refused, bytes of UTF-8. */
export const MAX_ROW_BYTES = 2 * 1024 * 1024
/** What is looked at to find out encoding and layout, bytes. */
const HEAD_BYTES = 64 * 1024
/** Longest part that is decoded in one go, bytes. */
const PART_BYTES = 256 * 1024

export interface ReadRowsOptions {
  /** Given up guessing by content. */
  format?: FileFormat
  signal?: AbortSignal
  /** Default 2 MiB. */
  maxRowBytes?: number
  /** Told once when the layout is known; not at all when the file cannot be read. */
  onLayout?: (layout: { format: FileFormat; delimiter: string | null }) => void
  /** Told when reading ends, early ends included: only then the encoding is certain. */
  onEncoding?: (encoding: FileEncoding) => void
  /** Remarks on the file as a whole. */
  onWarning?: (warning: { code: RowWarningCode; message: string }) => void
}

/**
 * Reads the postings of a JSON, JSONL or CSV file row by row, in bounded memory and linear time. A row that cannot be
 * read is answered with its number and the reason, and reading goes on; an answer for row 0 is about the whole file
 * and is the last. Throws only when `signal` aborts.
 */
export async function* readRows(
  input: AsyncIterable<Uint8Array>,
  options: ReadRowsOptions = {},
): AsyncGenerator<ReadRow, void, undefined> {
  const limit = options.maxRowBytes ?? MAX_ROW_BYTES
  const parts = readParts(input, options.signal)
  try {
    const opening = await readHead(parts)
    const kind = binaryKind(opening.head)
    if (kind !== null) {
      yield fileProblem('file_not_text', `This is ${kind}, not a text file with postings.`)
      return
    }
    const decoder = createTextReader(opening.head)
    const text = decoder.push(opening.head) + (opening.complete ? decoder.end() : '')
    if (opening.complete && text.trim() === '') {
      yield fileProblem('file_empty', 'The file is empty.')
      return
    }
    const layout = sniffLayout(text, opening.complete, options.format)
    if (layout === null) {
      yield fileProblem('file_not_postings', NOT_POSTINGS)
      return
    }
    options.onLayout?.({
      format: layout.format,
      delimiter: layout.format === 'csv' ? layout.delimiter : null,
    })
    const reader = createRowReader(layout, limit)
    let count = 0
    const counted = (rows: ReadRow[]): ReadRow[] => {
      count += rows.length
      return rows
    }
    try {
      yield* counted(reader.push(text))
      if (!opening.complete) {
        for await (const part of parts) yield* counted(reader.push(decoder.push(part)))
        yield* counted(reader.push(decoder.end()))
      }
      yield* counted(reader.end())
      if (count === 0) yield fileProblem('file_empty', 'The file holds no rows.')
    } finally {
      tellEncoding(decoder.facts(), options)
    }
  } catch (error) {
    if (options.signal?.aborted === true) throw error
    yield fileProblem('file_not_readable', `The file could not be read: ${messageOf(error)}`)
  }
}

const NOT_POSTINGS =
  'This is neither JSON nor a table with a header row (CSV), so no postings can be read from it.'

function fileProblem(code: RowErrorCode, message: string): ReadRow {
  return { row: 0, ok: false, code, message }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The input in parts of bounded size. */
async function* readParts(
  input: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) {
    for (let at = 0; at < chunk.length; at += PART_BYTES) {
      signal?.throwIfAborted()
      yield chunk.subarray(at, at + PART_BYTES)
    }
  }
  signal?.throwIfAborted()
}

async function readHead(parts: AsyncGenerator<Uint8Array>): Promise<{ head: Uint8Array; complete: boolean }> {
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < HEAD_BYTES) {
    const next = await parts.next()
    if (next.done === true) return { head, complete: true }
    head = head.length === 0 ? next.value : concat(head, next.value)
  }
  return { head, complete: false }
}

function tellEncoding(facts: EncodingFacts, options: ReadRowsOptions): void {
  options.onEncoding?.(facts.encoding)
  if (facts.guessed)
    options.onWarning?.({
      code: 'encoding_guessed',
      message: 'The file is not UTF-8; it was read as Windows-1252. Check names with accents.',
    })
  if (facts.mended)
    options.onWarning?.({
      code: 'encoding_mended',
      message: 'Some characters of the file are not valid UTF-8; they were read as Windows-1252.',
    })
}
