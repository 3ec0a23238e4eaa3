import { allMatches, type ReadText, type Span } from './text.ts'

const HEADER_REACH = 420
const MAX_LINE = 200
const DELIMITED = /[|•·☆/]| [-,] |, /

/**
 * The short lines at the top of a text, cut at bars, bullets, brackets, commas and spaced dashes: where
 * "Who is hiring" posts and recruiters' sites put title, place and conditions. Sentences are left out.
 */
export function headerParts(text: ReadText): Span[] {
  const parts: Span[] = []
  const { lower } = text
  let start = 0
  let lines = 0
  while (start < lower.length && start < HEADER_REACH && lines < 8) {
    let end = lower.indexOf('\n', start)
    if (end < 0) end = lower.length
    const line = lower.slice(start, Math.min(end, start + MAX_LINE + 1))
    if (line.trim() !== '') lines++
    const first = lines === 1
    const looksLikeHeader = line.length <= 60 || (first && line.includes('|')) || DELIMITED.test(line)
    const isSentence = /[a-z]{2}[.!?](?:\s|$)/.test(line) && !line.includes('|')
    if ((line.length <= MAX_LINE || (first && line.includes('|'))) && looksLikeHeader && !isSentence) {
      cut(lower, start, first ? Math.min(end, start + 300) : Math.min(end, start + MAX_LINE), parts)
    }
    start = end + 1
  }
  return parts
}

const CUT = /[|•·☆/()[\],;:]|\s-{1,2}\s|—|\|\|/g

function cut(lower: string, start: number, end: number, parts: Span[]): void {
  const line = lower.slice(start, end)
  let from = 0
  for (const match of allMatches(CUT, line)) {
    add(line, start, from, match.index, parts)
    from = match.index + match[0].length
  }
  add(line, start, from, line.length, parts)
}

function add(line: string, base: number, from: number, to: number, parts: Span[]): void {
  const piece = line.slice(from, to)
  const trimmed = piece.trim()
  if (trimmed === '' || trimmed.length > 80) return
  const lead = piece.length - piece.trimStart().length
  parts.push({ start: base + from + lead, end: base + from + lead + trimmed.length })
}
