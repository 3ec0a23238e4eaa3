import type { Evidence } from '../../contract/facts.ts'
import { topicsOf } from './topics.ts'

/** The parts of a posting that patterns read. */
export type TextName = 'title' | 'location' | 'description'

/**
 * A text made easy to match: lower case, one kind of dash, apostrophe and space, no invisible characters.
 * Offsets in `lower` are not offsets in `original`; use `evidenceAt` to go back.
 */
export interface ReadText {
  name: TextName
  original: string
  lower: string
  /** Offset in `original` of every character of `lower`, or null when they are the same. */
  map: Int32Array | null
  /** What it speaks of at all; bits of `TOPIC`. */
  topics: number
  /** Where it speaks of the place of work, of years and of working time; see topics.ts. */
  placeMarks: number[]
  yearMarks: number[]
  timeMarks: number[]
  /** Whether `lower` is the whole original in small letters and nothing else. */
  isPlain: boolean
}

/** Half-open span of `lower`. */
export interface Span {
  start: number
  end: number
}

/**
 * Longest part of a text that patterns look at, in UTF-16 units. Real postings stay below 25,000; past this
 * a posting is a whole web page or hostile, and reading on would only cost time.
 */
export const MAX_READ: Record<TextName, number> = { title: 400, location: 400, description: 40_000 }

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const VARIANTS =
  /[\u2010-\u2015\u2212\ufe58\uff0d\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2018\u2019\u02bc\u00b4`\r]/g
const DASH = /[\u2010-\u2015\u2212\ufe58\uff0d]/
const APOSTROPHE = /[\u2018\u2019\u02bc\u00b4`]/

/** Prepares one text for the patterns. Linear; never throws. */
export function readText(name: TextName, text: string): ReadText {
  const original = text
  let cut = text.length > MAX_READ[name] ? text.slice(0, MAX_READ[name]) : text
  let map: Int32Array | null = null
  let lower = cut.toLowerCase()
  let found = topicsOf(lower)
  if (found.hasSigns) {
    const grown = lower.length !== cut.length
    const veiled = INVISIBLE.test(cut)
    if (veiled) {
      const kept: string[] = []
      const offsets: number[] = []
      for (let i = 0; i < cut.length; i++) {
        const char = cut.charAt(i)
        if (isInvisible(cut.charCodeAt(i))) continue
        kept.push(char)
        offsets.push(i)
      }
      cut = kept.join('')
      map = Int32Array.from(offsets)
      lower = cut.toLowerCase()
    }
    // The Turkish dotted I grows when lowered, which would shift every later offset.
    if (lower.length !== cut.length) lower = cut.replaceAll('\u0130', 'i').toLowerCase()
    // A plain sign for another one moves no word; only what shifts offsets asks for a second look.
    if (grown || veiled) found = topicsOf(lower)
    lower = lower.replace(VARIANTS, plainVariant)
  }
  const { topics, placeMarks, yearMarks, timeMarks, hasSigns } = found
  const isPlain = !hasSigns && cut.length === original.length
  return { name, original, lower, map, topics, placeMarks, yearMarks, timeMarks, isPlain }
}

/** The same as the pattern, without a string for each sign. */
function isInvisible(code: number): boolean {
  if (code < 0x200b) return code === 0xad || code === 0x61c || code === 0x180e
  return (
    code <= 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  )
}

function plainVariant(char: string): string {
  if (char === '\r') return '\n'
  if (DASH.test(char)) return '-'
  return APOSTROPHE.test(char) ? "'" : ' '
}

/** All matches of a global pattern, without the copy of it that `matchAll` makes each time. */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

/** The words before the first match of a pattern without flags; all of them when it matches nowhere. */
export function upTo(words: string, stop: RegExp): string {
  const at = words.search(stop)
  return at < 0 ? words : words.slice(0, at)
}

/** The proof of a pattern: the original words of a span, trimmed of outer white space, with their offset. */
export function evidenceAt(text: ReadText, span: Span, confidence: number, note?: string): Evidence {
  let { start, end } = span
  end = Math.min(end, text.lower.length)
  while (start < end && isSpace(text.lower.charCodeAt(start))) start++
  while (end > start && isSpace(text.lower.charCodeAt(end - 1))) end--
  const from = text.map ? (text.map[start] ?? 0) : start
  const to = text.map ? (text.map[end - 1] ?? from - 1) + 1 : end
  return {
    origin: 'pattern',
    confidence,
    quote: text.original.slice(from, to),
    where: text.name,
    start: from,
    ...(note === undefined ? {} : { note }),
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** Text before `at`, at most `width` characters and not beyond the line. */
export function before(text: ReadText, at: number, width: number): string {
  const part = text.lower.slice(Math.max(0, at - width), at)
  return part.slice(part.lastIndexOf('\n') + 1)
}

/** Text from `at`, at most `width` characters and not beyond the line. */
export function after(text: ReadText, at: number, width: number): string {
  const part = text.lower.slice(at, at + width)
  const stop = part.indexOf('\n')
  return stop < 0 ? part : part.slice(0, stop)
}
