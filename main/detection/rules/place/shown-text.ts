import type { TextName } from '../text.ts'

/** A text as a reader sees it: without invisible characters and with plain blanks. */
export interface ShownText {
  where: TextName
  original: string
  text: string
  /** Offset in `original` of every character of `text`, or null when they are the same. */
  map: number[] | null
}

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
/** Any of the two, and a few more: most texts hold none and need no copy. */
const SPECIAL = /[\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff]/
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/** Prepares the first `most` UTF-16 units of a text. Capitals stay: names are known by them. */
export function shownText(where: TextName, original: string, most: number): ShownText {
  const cut = original.length > most ? original.slice(0, most) : original
  if (!SPECIAL.test(cut)) return { where, original, text: cut, map: null }
  const text = cut.replace(BLANKS, ' ')
  if (!INVISIBLE.test(text)) return { where, original, text, map: null }
  const map: number[] = []
  const kept: string[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (INVISIBLE.test(char)) continue
    kept.push(char)
    map.push(i)
  }
  return { where, original, text: kept.join(''), map }
}

/** The original words between two offsets of the shown text, with their offset. */
export function quoteOf(
  { where, original, map }: ShownText,
  start: number,
  end: number,
): { quote: string; where: TextName; start: number } {
  const from = map ? (map[start] ?? 0) : start
  const to = map ? (map[end - 1] ?? from - 1) + 1 : end
  return { quote: original.slice(from, to), where, start: from }
}
