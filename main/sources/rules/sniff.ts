import type { FileFormat } from '../../contract/imports.ts'
import { isListName, looksLikePosting } from './column-names.ts'
import { createRecordSplitter, parseRecord } from './split-csv.ts'
import { createListSplitter } from './split-json.ts'

/** How to read a file: as lines of JSON, as a JSON list, as an object holding one, or as a table. */
export type Layout =
  | { format: 'jsonl' }
  | { format: 'json'; shape: 'list' | 'sequence' | 'envelope' }
  | { format: 'csv'; delimiter: string }

const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE_RECORDS = 20

/** Decides by content how the file is laid out; null when it is neither JSON nor a table. `complete`: head is all. */
export function sniffLayout(head: string, complete: boolean, wanted?: FileFormat): Layout | null {
  const start = head.trimStart()
  if (wanted === 'csv') return sniffTable(head, complete) ?? { format: 'csv', delimiter: ',' }
  if (wanted === 'jsonl') return { format: 'jsonl' }
  if (start.startsWith('[')) {
    // "[section]" or "[Unit]" is no JSON; a list begins with an element or ends at once.
    if (/^\[\s*(?:[[{"\]\d-]|true|false|null|$)/.test(start)) return { format: 'json', shape: 'list' }
  } else if (start.startsWith('{')) {
    if (/^\{\s*(?:"|\}|$)/.test(start)) return sniffObjects(start, complete)
  } else if (mostlyObjectLines(head)) {
    return { format: 'jsonl' }
  } else if (wanted !== 'json') {
    return sniffTable(head, complete)
  }
  return null
}

/** Lines of JSON behind a first line that is none. */
function mostlyObjectLines(head: string): boolean {
  const lines = head
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, SAMPLE_RECORDS)
  return lines.filter(line => /^\s*\{\s*"/.test(line)).length * 2 >= lines.length && lines.length > 1
}

/** Lines of objects, objects one after the other, or one object with a list inside. */
function sniffObjects(start: string, complete: boolean): Layout {
  const envelope: Layout = { format: 'json', shape: 'envelope' }
  const end = endOfFirstObject(start)
  if (end !== -1) {
    const spansLines = /[\r\n]/.test(start.slice(0, end))
    const rest = start.slice(end).trimStart()
    if (rest === '') return spansLines || complete ? envelope : { format: 'jsonl' }
    if (!spansLines) return { format: 'jsonl' }
    return /^,?\s*\{/.test(rest) ? { format: 'json', shape: 'sequence' } : envelope
  }
  // The first object is longer than the head. A line of JSONL holds no line break outside strings.
  if (/^\{\s*[\r\n]/.test(start)) return envelope
  const keys = [...start.matchAll(/"([^"\\]{1,60})"\s*:\s*(\[\s*\{)?/g)]
  const list = keys.findIndex(match => match[2] !== undefined && isListName(match[1] ?? ''))
  const before = list === -1 ? keys : keys.slice(0, list)
  if (looksLikePosting(before.map(match => match[1] ?? ''))) return { format: 'jsonl' }
  return list === -1 && !complete ? { format: 'jsonl' } : envelope
}

/** Index after the first whole object, or -1. */
function endOfFirstObject(start: string): number {
  // Read as the single element of a list: the splitter stops at the closing bracket.
  const splitter = createListSplitter(start.length + 1, Number.POSITIVE_INFINITY)
  splitter.push('[')
  const piece = splitter.push(start)[0]
  return piece === undefined ? -1 : piece.length
}

/** The delimiter that cuts the first records into the same number of cells, at least two; null when none does. */
function sniffTable(head: string, complete: boolean): Layout | null {
  const stated = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (stated !== undefined) return { format: 'csv', delimiter: stated }
  let best: { delimiter: string; score: number } | null = null
  for (const delimiter of DELIMITERS) {
    const score = tableScore(head, delimiter, complete)
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best === null ? null : { format: 'csv', delimiter: best.delimiter }
}

/** 0 when the text is no table by this delimiter; more cells and steadier rows score higher. */
function tableScore(head: string, delimiter: string, complete: boolean): number {
  const splitter = createRecordSplitter(head.length + 1, delimiter)
  const pieces = splitter.push(head)
  if (complete || pieces.length === 0) pieces.push(...splitter.end())
  const records = pieces.flatMap(piece => (piece.text?.trim() ? [parseRecord(piece.text, delimiter)] : []))
  const header = records[0]
  if (header === undefined || header.length < 2) return 0
  // A name of a column is short; a sentence is none.
  const named = header.filter(name => name.length <= 60).length / header.length
  if (named < 0.9) return 0
  const rows = records.slice(1, SAMPLE_RECORDS)
  const known = looksLikePosting(header)
  if (rows.length === 0) return known ? header.length : 0
  const steady = rows.filter(cells => cells.length <= header.length && cells.length > 1).length / rows.length
  if (steady < (known ? 0.3 : 0.7)) return 0
  return steady * Math.log2(header.length + 1) * (known ? 4 : 1)
}
