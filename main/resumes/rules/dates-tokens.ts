import { foldWord } from './dates-words.ts'

/** A word, a number or a sign of a line, with where it stands. */
export interface DateToken {
  kind: 'word' | 'number' | 'sign'
  /** Folded for words; as printed otherwise. */
  text: string
  from: number
  to: number
  /** No space before it. */
  joined: boolean
}

/** Past this, a line is running text and its dates say nothing of an entry. */
const MOST_LETTERS = 600
const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{Nd}+|[^\s\p{L}\p{M}\p{Nd}]/gu

/** The words, numbers and signs of the first letters of a text. */
export function dateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = []
  let end = -1
  for (const match of text.slice(0, MOST_LETTERS).matchAll(TOKEN)) {
    const word = match[0]
    const kind = /^\p{L}/u.test(word) ? 'word' : /^\d/.test(word) ? 'number' : 'sign'
    const from = match.index
    tokens.push({
      kind,
      text: kind === 'word' ? foldWord(word) : word,
      from,
      to: from + word.length,
      joined: from === end,
    })
    end = from + word.length
  }
  return tokens
}
