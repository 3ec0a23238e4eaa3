import { type DocumentRead, damaged, empty } from '../outcomes.ts'
import { linesOfFlow } from '../word/flow-lines.ts'
import { withHeaders } from '../word/headers.ts'
import { readRtfText } from './rtf.ts'

/** Reads an RTF file. */
export function readRtf(bytes: Uint8Array): DocumentRead {
  // Node's own Latin-1, in which every byte is the letter of its number; TextDecoder's is Windows-1252.
  const text = readRtfText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  if (text === null) return damaged('RTF document')
  const lines = withHeaders(
    linesOfFlow(text.body, 12),
    linesOfFlow(text.header, 12),
    linesOfFlow(text.footer, 12),
  )
  if (lines.length === 0) return empty
  const layout = { format: 'rtf' as const, pages: null, lines, links: [], title: null, remarks: [] }
  return { state: 'read', message: null, layout }
}
