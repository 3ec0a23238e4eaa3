/** Finding the words that a model quotes. */

/** Words as they stand in a text. */
export interface FoundWords {
  /** Exactly as in the text. */
  words: string
  /** UTF-16 offset. */
  start: number
}

/** A text in which wording can be found whatever its case, white space, dashes and quotation marks. */
interface Folded {
  text: string
  /** Offset in the original of every character. */
  offsets: number[]
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const SPACE = /\s/

function fold(text: string): Folded {
  const kept: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (INVISIBLE.test(char)) continue
    if (SPACE.test(char)) {
      if (kept.length > 0 && kept.at(-1) !== ' ') {
        kept.push(' ')
        offsets.push(at)
      }
      continue
    }
    const plain = plainOf(char)
    kept.push(plain)
    offsets.push(at)
  }
  return { text: kept.join(''), offsets }
}

function plainOf(char: string): string {
  if (/[\u2010-\u2015\u2212]/.test(char)) return '-'
  if (/[\u2018\u2019\u02bc\u00b4`]/.test(char)) return "'"
  if (/[\u201c\u201d\u00ab\u00bb]/.test(char)) return '"'
  const lower = char.toLowerCase()
  return lower.length === 1 ? lower : char
}

/** Finds quotes in one text, which is folded once. */
export function wordFinder(text: string): (quote: string) => FoundWords | null {
  let folded: Folded | null = null
  return quote => {
    folded ??= fold(text)
    const wanted = fold(quote).text.trim()
    if (wanted === '') return null
    const at = folded.text.indexOf(wanted)
    if (at === -1) return null
    const start = folded.offsets[at]
    const last = folded.offsets[at + wanted.length - 1]
    if (start === undefined || last === undefined) return null
    return { words: text.slice(start, last + 1), start }
  }
}
