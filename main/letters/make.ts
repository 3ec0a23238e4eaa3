import { letterBlocks } from './blocks.ts'
import { writeDocx } from './docx.ts'
import { type LetterFacts, writePdf } from './pdf.ts'

/** A task of the compute threads: fonts and layout take half a second, for which nothing else may wait. */
export interface LetterTask {
  kind: 'letter'
  format: 'pdf' | 'docx'
  markdown: string
  facts: LetterFacts
}

export interface LetterFile {
  bytes: Uint8Array
  /** Characters that the PDF's font has no shape for; a sign stands in their place. */
  missing: string[]
}

/** Makes a file of a Markdown text. */
export async function makeLetter({ format, markdown, facts }: LetterTask): Promise<LetterFile> {
  const blocks = letterBlocks(markdown)
  if (format === 'pdf') return writePdf(blocks, facts)
  return { bytes: await writeDocx(blocks, facts), missing: [] }
}
