/** Words of a text as columns; a word is cut out only when it is asked for. */
export interface Words {
  count: number
  /** The word in small letters; empty past the end. */
  key(index: number): string
  starts: Int32Array
  ends: Int32Array
  /** A number of 16 bits made from the letters: equal words have equal marks. */
  marks: Uint16Array
  /** 1 when the word before belongs to the same phrase ("Node.js", "machine learning"), 0 after a comma or line end. */
  joined: Uint8Array
  /** 1 when the word begins a sentence, a line or a bullet. */
  first: Uint8Array
}

/** Further words of one text are not read: 40,000 words are some eighty pages. */
const MOST_WORDS = 40_000

/** Longer runs of letters or digits are no words; they are passed over without copying. */
const LONGEST_WORD = 40

/** What `visible` takes away or replaces; most texts hold none of it. */
const UNSEEN = /[\u00a0\u00ad\u0130\u200b-\u200d\u2060\ufeff]/

/** Removes what is invisible inside words, so that "Py\u200bthon" reads as Python; blanks that do not break become plain. */
export function visible(text: string): string {
  if (!UNSEEN.test(text)) return text
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
    .replace(/\u0130/g, 'I')
    .replace(/\u00a0/g, ' ')
}

function isWordCode(code: number): boolean {
  if (code >= 97 && code <= 122) return true
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return (
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2e7f) &&
    !(code >= 0x3000 && code <= 0x303f)
  )
}

interface Columns {
  starts: Int32Array
  ends: Int32Array
  marks: Uint16Array
  joined: Uint8Array
  first: Uint8Array
}

/** Room for the words of one text: it serves one text after the other, for making columns anew costs as much as filling them. */
let room: Columns | null = null

function columnsFor(words: number): Columns {
  if (room && room.starts.length >= words) return room
  const size = Math.min(MOST_WORDS, Math.max(2_048, words * 2)) + 2
  room = {
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    marks: new Uint16Array(size),
    joined: new Uint8Array(size),
    first: new Uint8Array(size),
  }
  return room
}

/**
 * Splits visible text into words in one pass. "C++", "C#" and ".NET" keep their signs. The words of one text are gone
 * when those of the next are asked for. `lower` is the text in small letters, where it is at hand.
 */
export function wordsOf(text: string, lower: string | null = null): Words {
  const low = lower ?? text.toLowerCase()
  const source = low.length === text.length ? low : text
  const length = source.length
  const most = Math.min(MOST_WORDS, (length >> 1) + 2)
  const { starts, ends, marks, joined, first } = columnsFor(most + 1)
  let count = 0
  let last = -1
  let i = 0
  while (i < length && count < most) {
    let code = source.charCodeAt(i)
    if (!isWordCode(code)) {
      i++
      continue
    }
    let start = i
    let mark = 0
    do {
      mark = nextMark(mark, code)
      i++
      code = i < length ? source.charCodeAt(i) : 32
    } while (isWordCode(code))
    // "C++", "C#", "Notepad++", but not "Python+Django" or "5+ years" (a number keeps no plus).
    while ((code === 43 || code === 35) && source.charCodeAt(start) > 57) {
      const after = i + 1 < length ? source.charCodeAt(i + 1) : 32
      if (isWordCode(after)) break
      mark = nextMark(mark, code)
      i++
      code = after
    }
    if (i - start > LONGEST_WORD) {
      last = -1
      continue
    }
    if (i - start === 3 && source.charCodeAt(start - 1) === 46 && source.startsWith('net', start)) {
      if (start === 1 || !isWordCode(source.charCodeAt(start - 2))) {
        start--
        mark = markOf('.net')
      }
    }
    starts[count] = start
    ends[count] = i
    marks[count] = mark
    if (start - last === 1 && last >= 0 && source.charCodeAt(last) === 32) {
      // A single blank, as between most words.
      joined[count] = 1
      first[count] = 0
    } else {
      joined[count] = last >= 0 && isSoft(source, last, start) ? 1 : 0
      first[count] = last < 0 || isBreak(source, last, start) ? 1 : 0
    }
    last = i
    count++
  }
  // Past the end stand no words of an earlier text.
  marks[count] = joined[count] = first[count] = 0
  const key = (index: number) => (index < count ? source.slice(starts[index], ends[index]) : '')
  return { count, key, starts, ends, marks, joined, first }
}

/** All words of a text, cut out. */
export function keysOf(text: string): string[] {
  const words = wordsOf(visible(text))
  return Array.from({ length: words.count }, (_, index) => words.key(index))
}

/** Of the small factors 33 lets the fewest words of postings clash with names of skills. */
const nextMark = (mark: number, code: number) => (mark * 33 + code) & 0xffff

/** The mark of a word in small letters (see `Words.marks`). */
export function markOf(word: string): number {
  let mark = 0
  for (let i = 0; i < word.length; i++) mark = nextMark(mark, word.charCodeAt(i))
  return mark
}

/** Marks of words or of pairs as bits: small enough to stay at hand, unlike a set of words. */
export type MarkSet = Uint32Array

/** The marks of some words or pairs. */
export function markSet(marks: Iterable<number>): MarkSet {
  const bits = new Uint32Array(8_192)
  for (const mark of marks) bits[mark >>> 5] = (bits[mark >>> 5] ?? 0) | (1 << (mark & 31))
  return bits
}

/** True when a mark is in the set; a rare clash of two words says true in vain. */
export function hasMark(set: MarkSet, mark: number): boolean {
  return (((set[mark >>> 5] ?? 0) >>> (mark & 31)) & 1) === 1
}

/** The mark of two words in a row: 18 bits, for there are far more pairs in a text than names of two words. */
export const pairMark = (first: number, second: number): number =>
  (Math.imul(first, 0x9e37_79b1) + Math.imul(second, 0x85eb_ca6b)) >>> 14

/** One blank, or one of - / . & ' _ with at most a blank on each side (a dot without one). */
function isSoft(text: string, from: number, to: number): boolean {
  const size = to - from
  if (size === 0) return true
  if (size > 3) return false
  let signs = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 32 || code === 0xa0) continue
    signs++
    if (code === 46) {
      if (size > 1) return false
    } else if (
      code !== 45 &&
      code !== 47 &&
      code !== 38 &&
      code !== 39 &&
      code !== 95 &&
      code !== 0x2019 &&
      code !== 0x2010 &&
      code !== 0x2011 &&
      code !== 43
    )
      return false
  }
  return signs <= 1
}

/** True when a sentence or line ended between two words. */
function isBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || code === 0x2022 || code === 33 || code === 63) return true
    if (code === 46 && i + 1 < to) return true
  }
  return false
}
