const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.@_-]*/gu

/** How many words a letter has, without its marks and the addresses behind its links. */
export function countWords(markdown: string): number {
  const seen = markdown.replace(/\]\([^)\s]*\)/g, ']').replace(/^\s*\d+[.)]\s/gm, '')
  return seen.match(WORD)?.length ?? 0
}

/** "1 word", "1,204 words". */
export const wordsText = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`
