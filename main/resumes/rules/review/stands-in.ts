import type { Spot } from '../../../contract/resumes.ts'

/** Whether words stand in a document, and where. */

export type Pages = readonly { page: number; text: string }[]

const LONGEST_QUOTE = 300

/** Signs that are written in several ways, and those that nobody sees. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')

/** Finds words whatever their case, white space, dashes and quotation marks; only whole words count. */
export function wordsIn(pages: Pages): (words: string) => Spot | null {
  const texts = pages.map(({ page, text }) => ({ page, text: plain(text) }))
  return words => {
    const wanted = plain(words).trim()
    if (!/[\p{L}\p{N}]/u.test(wanted)) return null
    const pattern = wanted
      .split(/\s+/)
      .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+')
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu')
    for (const { page, text } of texts) {
      const found = whole.exec(text)
      if (found) return { page, box: null, quote: found[0].replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE) }
    }
    return null
  }
}
