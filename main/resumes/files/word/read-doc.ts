import { type DocumentRead, damaged, empty } from '../outcomes.ts'
import { linesOfText } from '../text/text-lines.ts'
import { withHeaders } from './headers.ts'

/** Reads a document of Word 97–2003: its body, then text boxes; page headers before it, footers after it. */
export async function readDoc(bytes: Uint8Array): Promise<DocumentRead> {
  const { default: WordExtractor } = await import('word-extractor')
  try {
    const document = await new WordExtractor().extract(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    )
    const boxes = document.getTextboxes({ includeHeadersAndFooters: false, includeBody: true })
    const headerBoxes = document.getTextboxes({ includeHeadersAndFooters: true, includeBody: false })
    const headers = `${document.getHeaders({ includeFooters: false })}\n${headerBoxes}`
    const body = linesOfText(`${document.getBody()}\n${boxes}`)
    const lines = withHeaders(body, linesOfText(headers), linesOfText(document.getFooters()))
    if (lines.length === 0) return empty
    const layout = { format: 'doc' as const, pages: null, lines, links: [], title: null, remarks: [] }
    return { state: 'read', message: null, layout }
  } catch {
    return damaged('Word document')
  }
}
