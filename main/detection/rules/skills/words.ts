/** Words of a text as columns: the small-letter word, its place, and whether only a blank, hyphen or the like precedes. */
export interface Words {
  keys: string[]
  starts: number[]
  ends: number[]
  /** 1 when the word before belongs to the same phrase ("Node.js", "machine learning"), 0 after a comma or line end. */
  joined: number[]
  /** 1 when the word begins a sentence, a line or a bullet. */
  first: number[]
}

/** Longer runs of letters or digits are no words; they are passed over without copying. */
const LONGEST_WORD = 40

/** Removes what is invisible inside words, so that "Py\u200bthon" reads as Python. */
export function visible(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '').replace(/\u0130/g, 'I')
}

function isWordCode(code: number): boolean {
  if (code < 48) return false
  if (code <= 57) return true
  if (code < 65) return false
  if (code <= 90) return true
  if (code < 97) return false
  if (code <= 122) return true
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return (
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2e7f) &&
    !(code >= 0x3000 && code <= 0x303f)
  )
}

/** Splits visible text into words in one pass. "C++", "C#" and ".NET" keep their signs. */
export function wordsOf(text: string): Words {
  const low = text.toLowerCase()
  const words: Words = { keys: [], starts: [], ends: [], joined: [], first: [] }
  const same = low.length === text.length
  const source = same ? low : text
  const length = source.length
  let last = -1
  let i = 0
  while (i < length) {
    const code = source.charCodeAt(i)
    if (!isWordCode(code)) {
      i++
      continue
    }
    let start = i
    while (i < length && isWordCode(source.charCodeAt(i))) i++
    // "C++", "C#", "Notepad++", but not "Python+Django" or "5+ years" (a number keeps no plus).
    while (i < length && (source.charCodeAt(i) === 43 || source.charCodeAt(i) === 35)) {
      if (i + 1 < length && isWordCode(source.charCodeAt(i + 1))) break
      if (source.charCodeAt(start) < 58) break
      i++
    }
    if (i - start > LONGEST_WORD) {
      last = -1
      continue
    }
    if (i - start === 3 && start > 0 && source.charCodeAt(start - 1) === 46) {
      const before = start > 1 ? source.charCodeAt(start - 2) : 32
      if (!isWordCode(before) && source.startsWith('net', start)) start--
    }
    const key = source.slice(start, i)
    words.keys.push(same ? key : key.toLowerCase())
    words.starts.push(start)
    words.ends.push(i)
    words.joined.push(last >= 0 && isSoft(source, last, start) ? 1 : 0)
    words.first.push(last < 0 || isBreak(source, last, start) ? 1 : 0)
    last = i
  }
  return words
}

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
