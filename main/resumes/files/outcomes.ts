import type { ReadingState } from '../../contract/documents.ts'
import type { ParsedResume } from '../../contract/resumes.ts'
import type { Layout } from '../rules/layout.ts'
import type { ResumeWords } from '../rules/parse.ts'

/** What came of reading a document. */
export interface DocumentRead {
  state: ReadingState
  /** What happened and what to do, in plain words; null when it was read. */
  message: string | null
  /** Null unless it was read. */
  layout: Layout | null
  /** Where the format says what is what, this is taken instead of what rules find; `today` as YYYY-MM-DD. */
  resume?: (today: string, words: ResumeWords) => ParsedResume
}

const not = (state: ReadingState, message: string): DocumentRead => ({ state, message, layout: null })

export const locked = not('locked', 'This PDF is locked. Enter its password to read it.')
export const wrongPassword = not('locked', 'This is not the password of this PDF. Enter another one.')
export const empty = not('empty', 'This document has no words in it.')

/** A file that is broken past reading; `what` as "PDF" or "Word document". */
export const damaged = (what: string): DocumentRead =>
  not(
    'damaged',
    `This ${what} is damaged and cannot be read. Save it again from the program it was made with.`,
  )

/** Pages without a single word, such as a scan. */
export const noText = (pages: number): DocumentRead =>
  not(
    'no_text',
    `This PDF has ${pages === 1 ? 'one page' : `${pages} pages`} without any text, such as a scan. Add the file it was printed from, or run text recognition over it.`,
  )

/** Past a limit; `why` is a whole sentence. */
export const refused = (why: string): DocumentRead => not('refused', why)
