import { allMatches } from '../text.ts'
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
const SHORT: Record<string, string> = {
  saint: 'st',
  sainte: 'ste',
  sankt: 'st',
  fort: 'ft',
  mount: 'mt',
}

const WORD = /[\p{L}\p{N}\p{M}'’ʼ`‘\u200b-\u200d\u2060\ufeff\u00ad]+/gu
const NOT_IN_KEY = /['’ʼ`‘\u200b-\u200d\u2060\ufeff\u00ad]+/g
const ASCII = /^[a-z0-9]*$/

/** Small letters without accents: "São" gives "sao", "Łódź" gives "lodz". */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (ASCII.test(lower)) return SHORT[lower] ?? lower
  const bare = lower
    .replace(NOT_IN_KEY, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łøßđæœıðþħə]/g, letter => PLAIN[letter] ?? letter)
  return SHORT[bare] ?? bare
}

/** The words of a text between two offsets, at most `limit` of them. Dots inside abbreviations ("D.C.", "U.K.") join. */
export function tokenise(text: string, from = 0, to = text.length, limit = 400): Token[] {
  const tokens: Token[] = []
  const part = from === 0 && to === text.length ? text : text.slice(from, to)
  for (const match of allMatches(WORD, part)) {
    const key = foldWord(match[0])
    if (key === '') continue
    const start = from + match.index
    const end = start + match[0].length
    const last = tokens.at(-1)
    if (last && key.length === 1 && isInitial(text, last, start)) {
      last.key += key
      last.end = end
    } else {
      tokens.push({ key, start, end })
    }
    if (tokens.length >= limit) break
  }
  return tokens
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
