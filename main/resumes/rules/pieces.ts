import { isCaps } from './heading-look.ts'
import type { Line, Run } from './layout.ts'

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
  /\s*[|•·●◦▪■◆♦∙⋅‣¦❖✦★⬥⦁~]+\s*|\s+[–—-]{1,3}\s+|\s+\/{1,2}\s+|\s{3,}|\s+(?=[\ue000-\uf8ff\u2190-\u21ff\u2300-\u27bf\u{1f300}-\u{1faff}])|\s+,\s+|\s+(?=(?:in|github|linkedin|gitlab|twitter|xing)\s?[:/]\s?[\p{L}\d])|\s+(?=https?:\/\/|www\.|(?:linkedin|github|gitlab|xing)\.com\/)|(?<=@[\w-]{1,60}(?:\.[a-z]{2,24}){1,3})\s+(?=[+(\d\p{L}])|(?<=\+\d[\d ()./-]{8,18}\d)\s+(?=\p{L}{3,})/iu
/** Icons of fonts and emoji, and what icon fonts leave behind when they are read as letters ("# anna@…", "I 030 …"). */
const ICON =
  /^(?:([\ue000-\uf8ff\u2190-\u21ff\u2300-\u2bff\u{1f300}-\u{1faff}]+[\ufe0e\ufe0f]?|[#§ðÐ®Ó¬©°∗*†‡])\s*|([ISSOBHDq])\s+(?=[+(\d]))+/u
const EDGES = /^[\s,;:|•·–—-]+|(?:[\s,;|•·]|(?<=\s)[–—-])+$/gu

/** The pieces of lines in reading order; empty ones are left out. */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  for (const [at, line] of lines.entries()) {
    const spans = spansOf(line)
    let from = 0
    for (const cell of line.cells.length > 0 ? line.cells : [line.text])
      for (const raw of cell.slice(0, 2000).split(BETWEEN).flatMap(partedContacts)) {
        const icon = ICON.exec(raw)?.[0] ?? ''
        const text = raw.slice(icon.length).replace(EDGES, '').trim()
        if (text === '' && icon === '') continue
        const start = Math.max(0, spans.text.indexOf(raw.trim(), from))
        const end = start + raw.trim().length
        from = end
        const under = spans.runs.filter(span => span.from < end && span.to > start)
        const letters = under.filter(span => /[\p{L}\p{N}]/u.test(span.run.text))
        pieces.push({
          text,
          line,
          at,
          bold: letters.length > 0 && letters.every(span => span.run.bold),
          caps: isCaps(text),
          // A link on a word of a sentence is not the sentence's.
          link:
            under.find(span => span.run.link !== null && (span.to - span.from) * 2 >= raw.trim().length)?.run
              .link ?? null,
          icon: icon.trim(),
        })
      }
  }
  return pieces
}

const NUMBER_OR_ADDRESS = /(?<=[\p{L}\d]\s)(?:\S{1,64}@\S{2,100}\.\p{L}{2,24}|[+(]\d[\d ()./-]{7,20}\d)/u

/** "Portland, OR 97209 +1 503 …": an address of a home ends where a number or a mail address begins. */
function partedContacts(text: string): string[] {
  const at = NUMBER_OR_ADDRESS.exec(text)?.index ?? 0
  const before = text.slice(0, at).trim()
  return /^\p{L}.*[,\d]|^\d{4,5}\s\p{L}/u.test(before) && !/@/.test(before)
    ? [before, text.slice(at)]
    : [text]
}

interface Span {
  run: Run
  from: number
  to: number
}

/** The runs of a line with where they lie in their joined text. */
function spansOf(line: Line): { text: string; runs: Span[] } {
  const runs: Span[] = []
  let text = ''
  for (const run of line.runs) {
    runs.push({ run, from: text.length, to: text.length + run.text.trimEnd().length })
    text += run.text
  }
  return { text, runs }
}
