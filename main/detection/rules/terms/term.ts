import type { Term } from '../../../contract/terms.ts'
import { evidenceAt, type ReadText } from '../text.ts'

/** Longest quote of a term, in UTF-16 units. */
const LONGEST_QUOTE = 160

/** A value read from `start` to `end` of a prepared text, with its words as they stand in the original. */
export function termAt<Value>(
  value: Value,
  text: ReadText,
  start: number,
  end: number,
  confidence: number,
): Term<Value> {
  const proof = evidenceAt(text, { start, end: Math.min(end, start + LONGEST_QUOTE) }, confidence)
  return {
    value,
    origin: 'pattern',
    confidence,
    quote: proof.quote?.slice(0, LONGEST_QUOTE) ?? null,
    where: proof.where,
    start: proof.start,
  }
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, lower: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(lower)
}

/** The clause to the left of an offset: at most `width` characters, not past a full stop or the line's beginning. */
export function clauseBefore(lower: string, at: number, width: number): string {
  const least = Math.max(0, at - width)
  let from = at
  while (from > least) {
    const code = lower.charCodeAt(from - 1)
    if (code === 10) break
    // A full stop, semicolon, question or exclamation mark before a blank.
    if (lower.charCodeAt(from) === 32 && (code === 46 || code === 59 || code === 63 || code === 33)) break
    from--
  }
  return lower.slice(from, at)
}

/** The clause to the right of an offset: at most `width` characters, not past a full stop or the line's end. */
export function clauseAfter(lower: string, at: number, width: number): string {
  const part = lower.slice(at, at + width)
  const stop = /\n|[.;!?](?=\s|$)/.exec(part)
  return stop ? part.slice(0, stop.index) : part
}

/** The letters of the original text that stand for `start` to `end` of the prepared one. */
export function originalOf(text: ReadText, start: number, end: number): string {
  const from = text.map ? (text.map[start] ?? 0) : start
  const to = text.map ? (text.map[end - 1] ?? from - 1) + 1 : end
  return text.original.slice(from, to)
}

const HEADING_WORD =
  /^[\s#*_:>-]*(?:required|requirements?|minimum|basic|must|essential|preferred|desirable|desired|nice|good to have|bonus|pluses|plus\b|optional|ideal|qualif|what|who|about|your|you\b|skills|responsib|benefits|education|experience|languages?|profil|dein|ihr|anforderung|von vorteil|requisitos|idéalement|kenntnisse)/
const WISH_HEADING =
  /nice|preferred|desir|bonus|plus\b|pluses|optional|good to have|von vorteil|wünschenswert|ideal(?:ly|erweise)/

/** Whether the heading above an offset ("Nice to have:") makes a wish of what is below it. */
export function isUnderWish(lower: string, at: number): boolean {
  let end = lower.lastIndexOf('\n', at)
  for (let lines = 0; lines < 14 && end > 0 && at - end < 1_200; lines++) {
    const start = lower.lastIndexOf('\n', end - 1) + 1
    const line = lower.slice(start, Math.min(end, start + 60))
    if (end - start < 60 && !/^\s*[-*•·–]\s|[.;,]\s*$/.test(line) && HEADING_WORD.test(line))
      return WISH_HEADING.test(line)
    end = start - 1
  }
  return false
}

/** Words that make an ask a wish, in the five languages. */
export const WISH =
  /\b(?:preferred|preferably|a plus|plus\b(?! \d)|nice[ -]to[ -]have|desirable|desired|advantage(?:ous)?|asset|bonus|ideally|beneficial|optional|helpful|welcome|von vorteil|idealerweise|un plus|un atout|souhait[ée]+s?|appréci[ée]+s?|valorable|deseable|se valora\w*|pluspunt)\b|wünschenswert|een pr[eé]/
