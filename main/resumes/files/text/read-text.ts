import { createTextReader } from '../../../sources/rules/decode.ts'
import { type DocumentRead, damaged, empty } from '../outcomes.ts'
import { linesOfText } from './text-lines.ts'

/** Letters that are read of a text; a résumé has some thousand. */
const MOST_LETTERS = 2_000_000

/** A text in the encoding that its bytes tell: UTF-8, UTF-16, or Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const reader = createTextReader(bytes.subarray(0, 64 * 1024))
  return (reader.push(bytes) + reader.end()).slice(0, MOST_LETTERS).normalize('NFC')
}

/** Reads a plain text. */
export function readText(bytes: Uint8Array): DocumentRead {
  const lines = linesOfText(decodeText(bytes))
  if (lines.length === 0) return empty
  const layout = { format: 'txt' as const, pages: null, lines, links: [], title: null, remarks: [] }
  return { state: 'read', message: null, layout }
}

/** Reads Markdown: headings, lists, emphasis and links as they are marked. */
export async function readMarkdown(bytes: Uint8Array): Promise<DocumentRead> {
  const text = decodeText(bytes)
  const { linesOfMarkdown } = await import('./markdown-lines.ts')
  const lines = linesOfMarkdown(text)
  if (lines === null) return damaged('text')
  if (lines.length === 0) return empty
  const layout = { format: 'md' as const, pages: null, lines, links: [], title: null, remarks: [] }
  return { state: 'read', message: null, layout }
}
