import type { DocumentFormat } from '../../contract/documents.ts'

/** A document as its reader hands it on: lines of words in reading order, with what is known of their look and place. */

/** A piece of a line in one look. */
export interface Run {
  text: string
  bold: boolean
  italic: boolean
  /** Where a link leads, as the file says it (unchecked: it may be anything); null for plain text. */
  link: string | null
}

/** One printed line, or one paragraph or cell where the format has no lines. */
export interface Line {
  /** Its runs joined, without a bullet; spaces folded; never empty. */
  text: string
  runs: Run[]
  /** From 1; 1 for formats without pages. */
  page: number
  /** In shares of the page's width and height, from its top left; null for formats without fixed pages. */
  box: { x: number; y: number; width: number; height: number } | null
  /** Size of its letters in points (the largest of its runs); null where unknown. */
  size: number | null
  /** Which column it stands in: 0 over the whole width, 1 the first, 2 the second. */
  column: number
  /** It began with a bullet, a dash used as one, or is an item of a list. */
  bullet: boolean
  /** It was styled as a heading (Word style, Markdown #): its level from 1; null when it was not. */
  heading: number | null
  /** Parts that a tab, a cell border or a wide gap separates, in order, as texts; one part when nothing does. */
  cells: string[]
  /** Space above it in multiples of its line height; null where unknown (a blank line in a text counts 1). */
  gap: number | null
}

export interface Layout {
  format: DocumentFormat
  /** Null for formats without fixed pages; else as many as the file has, also when fewer were read. */
  pages: number | null
  lines: Line[]
  /** Links with their targets that stand behind pictures, or on no line. */
  links: { text: string; url: string }[]
  /** Name, author and the like that the file says of itself; never shown as the person's words. */
  title: string | null
  /** What was left out, in sentences: "Only the first 60 of 450 pages were read." */
  remarks: string[]
}
