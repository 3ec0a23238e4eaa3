/**
 * Words and phrases in texts as the search index finds them (SQLite's FTS5 with `unicode61 remove_diacritics 2`):
 * letters and digits make words, everything else parts them, case and accents do not count.
 */

const ASCII = /^\p{ASCII}*$/u
const BETWEEN_ASCII = /[^a-z0-9]+/g
const BETWEEN = /[^\p{L}\p{N}\p{Co}]+/gu

/** The words of a text in the index's form, each with a space on both sides; " " when there is none. */
function indexWords(text: string): string {
  const words = ASCII.test(text)
    ? text.toLowerCase().replace(BETWEEN_ASCII, ' ')
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u0341]/g, '')
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\u0300-\u0341]/g, '')
        .replace(BETWEEN, ' ')
  return ` ${words.trim()} `.replace('  ', ' ')
}

/** Whether a word or phrase holds anything that could be found: a letter or a digit. */
export function isFindable(words: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(words)
}

/** Those of `words`, as they are given, that stand in one of the texts as whole words, phrases word by word. */
export function findWords(words: readonly string[], ...texts: string[]): string[] {
  if (words.length === 0) return []
  // A line end parts the texts: no phrase begins in one and goes on in the next.
  const indexed = texts.map(indexWords).join('\n')
  return words.filter(word => isFindable(word) && indexed.includes(indexWords(word)))
}
