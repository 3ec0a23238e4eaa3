import { isBold, isCaps } from './heading-look.ts'
import type { Line } from './layout.ts'

/** A part of a line of the head: what stands between separators, icons and wide gaps. */
export interface Piece {
  /** Without separators, icons and blanks around it. */
  text: string
  line: Line
  /** Which line of those given it stands in. */
  at: number
  bold: boolean
  caps: boolean
  /** Where its words lead, unchecked; null for plain text. */
  link: string | null
  /** The icon or sign before it; '' where there is none. */
  icon: string
}

/** What separates contacts on one line; a hyphen only with blanks around it. */
const BETWEEN =
  /\s*[|•·●◦▪■◆♦∙⋅‣¦❖✦★⬥⦁~]+\s*|\s+[–—-]{1,3}\s+|\s+\/{1,2}\s+|\s{3,}|\s+(?=[\ue000-\uf8ff])|\s+,\s+/u
/** Icons of fonts and emoji, and what icon fonts leave behind when they are read as letters ("# anna@…", "I 030 …"). */
const ICON =
  /^(?:([\ue000-\uf8ff\u2190-\u21ff\u2300-\u2bff\u{1f300}-\u{1faff}]+[\ufe0e\ufe0f]?|[#§ðÐ®Ó¬©°∗*†‡])\s*|([ISSOBHDq])\s+(?=[+(\d]))+/u
const EDGES = /^[\s,;:|•·–—-]+|[\s,;|•·–—-]+$/gu

/** The pieces of lines in reading order; empty ones are left out. */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  for (const [at, line] of lines.entries()) {
    for (const cell of line.cells.length > 0 ? line.cells : [line.text])
      for (const raw of cell.slice(0, 2000).split(BETWEEN)) {
        const icon = ICON.exec(raw)?.[0] ?? ''
        const text = raw.slice(icon.length).replace(EDGES, '').trim()
        if (text === '' && icon === '') continue
        pieces.push({
          text,
          line,
          at,
          bold: boldOf(line, text),
          caps: isCaps(text),
          link: linkOf(line, text, raw),
          icon: icon.trim(),
        })
      }
  }
  return pieces
}

function boldOf(line: Line, text: string): boolean {
  if (isBold(line)) return true
  return line.runs.some(
    run => run.bold && run.text.trim() !== '' && text.startsWith(run.text.trim().slice(0, text.length)),
  )
}

function linkOf(line: Line, text: string, raw: string): string | null {
  for (const run of line.runs) {
    if (run.link === null) continue
    const words = run.text.trim()
    if (words === '' ? false : raw.includes(words) || (text !== '' && words.includes(text))) return run.link
  }
  return null
}
