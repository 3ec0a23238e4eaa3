/** Words that are searched for in documents, and the pieces of text that show where they stand. */

import { foldInPlace, foldWord } from '../../search/rules/fold.ts'

const MOST_WORDS = 12
const LONGEST_WORD = 60

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of what is searched for. */
const wordsOf = (text: string): string[] =>
  (text.normalize('NFC').match(WORD) ?? []).slice(0, MOST_WORDS).map(word => word.slice(0, LONGEST_WORD))

/** What FTS5 is asked for: all words, each as the beginning of one; null when the text has no words. */
export function matchOf(text: string): string | null {
  const words = wordsOf(text)
  // Quoted: no syntax gets in.
  return words.length === 0 ? null : words.map(word => `"${word}"*`).join(' ')
}

/** Where words of a text begin like one of those that are searched for, whatever their case and accents. */
export function hitsOf(text: string, find: string, most: number): { start: number; end: number }[] {
  const begins = wordsOf(find).map(foldWord)
  if (begins.length === 0) return []
  const hits: { start: number; end: number }[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (hits.length >= most) break
    const folded = foldInPlace(word)
    if (begins.some(begin => folded.startsWith(begin))) hits.push({ start: index, end: index + word.length })
  }
  return hits
}

/** Signs around a found word; no text that is searched holds them. */
export const HIT_BEGINS = '\u0001'
export const HIT_ENDS = '\u0002'

/** A text as it is searched: without control characters, spaces folded. */
export function searchable(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** A marked piece of text cut at its marks; null when nothing is marked in it. */
export function piecesOf(marked: string): { text: string; hit: boolean }[] | null {
  if (!marked.includes(HIT_BEGINS)) return null
  const pieces: { text: string; hit: boolean }[] = []
  for (const [index, part] of marked.split(HIT_BEGINS).entries()) {
    const [hit = '', rest] = index === 0 ? ['', part] : part.split(HIT_ENDS)
    if (hit !== '') pieces.push({ text: hit, hit: true })
    if (rest) pieces.push({ text: rest, hit: false })
  }
  return pieces
}
