/** Letters as the search index sees them (unicode61 without diacritics), so that pages mark what the index found. */

/** Letters and digits as the index splits text: everything else separates. */
const TOKEN = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu

const known = new Map<string, string>()

/** One letter in lower case without its diacritics; always one code unit, so that places in a text stay. */
function foldLetter(letter: string): string {
  const before = known.get(letter)
  if (before !== undefined) return before
  const bare = letter.normalize('NFD').charAt(0)
  const lower = bare.toLowerCase()
  const folded = lower.length === 1 ? lower : letter
  known.set(letter, folded)
  return folded
}

/** A text in lower case without diacritics, as long as it was: each place is the same place in the original. */
export const foldInPlace = (text: string): string =>
  text.replace(/[\u0080-\ud7ff\ue000-\uffff]/g, foldLetter).replace(/[A-Z]+/g, part => part.toLowerCase())

/** A word as the index keeps it: lower case, no diacritics, also where they are signs of their own. */
export const foldWord = (word: string): string => foldInPlace(word.replace(/[\u0300-\u036f]/g, ''))

/** The words of a text as the index splits it, in lower case; accents stay. */
export const tokensOf = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? []
