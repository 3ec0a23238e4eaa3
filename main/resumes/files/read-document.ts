import { readFile } from 'node:fs/promises'
import type { DocumentFormat } from '../../contract/documents.ts'
import type { DocumentRead } from './outcomes.ts'

export type { DocumentRead } from './outcomes.ts'
export { sniffDocument, tooLarge } from './sniff.ts'

/**
 * Reads a document into lines of words. What stands in the file leads to a state, never to an exception; only a missing
 * file throws. Meant for the parser process, which ends it past the limits of time and memory.
 */
export async function readDocument(asked: {
  path: string
  format: DocumentFormat
  password?: string | null
}): Promise<DocumentRead> {
  const bytes = new Uint8Array(await readFile(asked.path))
  switch (asked.format) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts')
      return readPdf(bytes, asked.password ?? null)
    }
    case 'docx': {
      const { readDocx } = await import('./word/read-docx.ts')
      return readDocx(bytes)
    }
    case 'doc': {
      const { readDoc } = await import('./word/read-doc.ts')
      return readDoc(bytes)
    }
    case 'rtf': {
      const { readRtf } = await import('./text/read-rtf.ts')
      return readRtf(bytes)
    }
    case 'json_resume': {
      const { readJsonResume } = await import('./text/read-json.ts')
      return readJsonResume(bytes)
    }
    case 'md':
    case 'txt': {
      const { readMarkdown, readText } = await import('./text/read-text.ts')
      return asked.format === 'md' ? readMarkdown(bytes) : readText(bytes)
    }
  }
}
