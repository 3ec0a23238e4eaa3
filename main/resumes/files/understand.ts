import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { type DocumentFormat, LARGEST_DOCUMENT, type ReadingState } from '../../contract/documents.ts'
import type { ParsedResume } from '../../contract/resumes.ts'
import { resourcePath } from '../../platform/paths.ts'
import { textOfPages } from '../rules/layout-text.ts'
import { parseResume, type ResumeWords } from '../rules/parse.ts'
import { readDocument, sniffDocument, tooLarge } from './read-document.ts'

let known: ResumeWords | undefined
/** The vocabularies that help, read with the first document. */
function words(): ResumeWords {
  const vocabulary = (name: string): string => readFileSync(resourcePath(`vocabularies/${name}`), 'utf8')
  known ??= { places: vocabulary('places.tsv'), skills: vocabulary('skills.tsv') }
  return known
}

/** What the parser process answers of a document: how reading it went, its words, and what was understood of them. */
interface UnderstoodDocument {
  state: ReadingState
  message: string | null
  format: DocumentFormat
  pages: number | null
  words: number | null
  remarks: string[]
  text: { page: number; text: string }[]
  resume: ParsedResume | null
}

/** Loads what documents are read and understood with, and tries it once, so that the first one need not wait for that. */
export async function getReady(): Promise<void> {
  const [{ readText }] = await Promise.all([import('./text/read-text.ts'), import('./pdf/read-pdf.ts')])
  const { layout } = readText(new TextEncoder().encode('Name\n\nExperience\nWork, Firm, 2019 – 2020\n'))
  if (layout) parseResume(layout, '2026-01-01', words())
}

/** Reads any file as a document, its format told by its content where it is not known. Only a missing file throws. */
export async function understandFile(asked: {
  path: string
  name: string
  format: DocumentFormat | null
  password: string | null
  today: string
}): Promise<Omit<UnderstoodDocument, 'format'> & { format: DocumentFormat | null }> {
  if (asked.format !== null) return understandDocument({ ...asked, format: asked.format })
  const { size } = await stat(asked.path)
  const told =
    size > LARGEST_DOCUMENT ? tooLarge(asked.name) : sniffDocument(await readFile(asked.path), asked.name)
  if ('format' in told) return understandDocument({ ...asked, format: told.format })
  const nothing = { format: null, pages: null, words: null, remarks: [], text: [], resume: null }
  return {
    ...nothing,
    state: size > LARGEST_DOCUMENT ? 'refused' : size === 0 ? 'empty' : 'damaged',
    message: told.problem,
  }
}

/** Reads a document and understands it. `today` as YYYY-MM-DD. Only a missing file throws. */
async function understandDocument(asked: {
  path: string
  format: DocumentFormat
  password?: string | null
  today: string
}): Promise<UnderstoodDocument> {
  const { state, message, layout, resume } = await readDocument(asked)
  const { format } = asked
  if (!layout)
    return { state, message, format, pages: null, words: null, remarks: [], text: [], resume: null }
  const text = textOfPages(layout.lines)
  return {
    state,
    message,
    format,
    pages: layout.pages,
    words: text.reduce((sum, page) => sum + (page.text.match(/\S+/g)?.length ?? 0), 0),
    remarks: layout.remarks,
    text,
    resume: resume?.(asked.today, words()) ?? parseResume(layout, asked.today, words()),
  }
}
