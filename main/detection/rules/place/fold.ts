/** A word of a text with its place in it. `key` is folded: small letters, no accents, no punctuation. */
export interface Token {
  key: string
  start: number
  end: number
}

/** Letters that Unicode decomposition leaves alone, with their plain spelling. */
const PLAIN: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ə: 'a',
}

/** Words that are written both long and short in place names. */
const SHORT = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['sankt', 'st'],
  ['fort', 'ft'],
  ['mount', 'mt'],
])

const PART_OF_WORD = /[\p{L}\p{N}\p{M}'’ʼ`‘\u200b-\u200d\u2060\ufeff\u00ad]/u
const NOT_IN_KEY = /['’ʼ`‘\u200b-\u200d\u2060\ufeff\u00ad]+/g
const ASCII = /^[a-z0-9]*$/

/** Small letters without accents: "São" gives "sao", "Łódź" gives "lodz". */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (ASCII.test(lower)) return shortened(lower)
  const bare = lower
    .replace(NOT_IN_KEY, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łøßđæœıðþħə]/g, letter => PLAIN[letter] ?? letter)
  return shortened(bare)
}

function shortened(key: string): string {
  return key.length >= 4 && key.length <= 6 ? (SHORT.get(key) ?? key) : key
}

/** What a UTF-16 unit past ASCII is: part of a word, or nothing; 0 is not looked up yet. */
const KINDS = new Uint8Array(65_536)
const IN_WORD = 1
const BETWEEN_WORDS = 2

/** The units that the sign at an offset (and before `stop`) takes up when it is part of a word, else 0. */
function partOfWord(text: string, at: number, stop: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code <= 0xdbff)
    return PART_OF_WORD.test(text.slice(at, Math.min(at + 2, stop))) ? 2 : 0
  if (KINDS[code] === 0) KINDS[code] = PART_OF_WORD.test(String.fromCharCode(code)) ? IN_WORD : BETWEEN_WORDS
  return KINDS[code] === IN_WORD ? 1 : 0
}

const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

/** The words of a text between two offsets, at most `limit` of them. Dots inside abbreviations ("D.C.", "U.K.") join. */
export function tokenise(text: string, from = 0, to = text.length, limit = 400): Token[] {
  const tokens: Token[] = []
  const stop = Math.min(to, text.length)
  let at = from
  while (at < stop) {
    const start = at
    let plain = true
    while (at < stop) {
      if (isPlain(text.charCodeAt(at))) {
        at++
        continue
      }
      const units = partOfWord(text, at, stop)
      if (units === 0) break
      plain = false
      at += units
    }
    if (at === start) {
      at++
      continue
    }
    const word = text.slice(start, at)
    const key = plain ? shortened(word.toLowerCase()) : foldWord(word)
    if (key === '') continue
    const last = key.length === 1 ? tokens.at(-1) : undefined
    if (last && isInitial(text, last, start)) {
      last.key += key
      last.end = at
    } else {
      tokens.push({ key, start, end: at })
    }
    if (tokens.length >= limit) break
  }
  return tokens
}

/** Whether a capital letter stands at an offset. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.slice(at, at + 2))
}

/** True when the token before is made of single letters with dots and the next one follows its dot at once. */
function isInitial(text: string, last: Token, start: number): boolean {
  if (start !== last.end + 1 || text[last.end] !== '.') return false
  return last.end - last.start === last.key.length * 2 - 1 && last.key.length <= 3
}

/** The key of a whole name: folded words with single blanks between them. */
export function keyOf(name: string): string {
  return tokenise(name)
    .map(token => token.key)
    .join(' ')
}
