/** Words that are searched for in documents, and the pieces of text that show where they stand. */

const MOST_WORDS = 12
const LONGEST_WORD = 60

/** What FTS5 is asked for: all words, each as the beginning of one; null when the text has no words. */
export function matchOf(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return null
  // Quoted: no syntax gets in.
  return words
    .slice(0, MOST_WORDS)
    .map(word => `"${word.slice(0, LONGEST_WORD)}"*`)
    .join(' ')
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
