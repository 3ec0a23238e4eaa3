import { detectLanguage } from '../language.ts'
import { readText } from '../text.ts'
import type { AskedPosting } from './question.ts'

const LONGEST = 420
/** Addresses, markup, and words with which a posting tries to speak to somebody through the summary. */
const UNWANTED =
  /https?:|www\.|@|[<>{}]|\[.*\]\(|\b(?:ignore|disregard)\b.{0,30}\b(?:instruction|prompt|previous|above)|\b(?:system prompt|as an ai|language model)\b/i
const SENTENCE_END = /[.!?](?=\s|$)/g
const WORD = /\p{L}{5,}/gu
/** Words are compared by their beginnings, since a summary bends them. */
const STEM = 5
/** Share of its longer words that a summary takes from the posting; free talk about a posting stays well below. */
const SHARE = 0.5

/**
 * A summary that says what the posting says: two sentences at most, in its language, with no number and hardly a word
 * that is not in it. null when it does not.
 */
export function soundSummary(summary: string, posting: AskedPosting['posting']): string | null {
  const text = summary.replace(/\s+/g, ' ').trim()
  if (text.length < 20 || text.length > LONGEST || UNWANTED.test(text)) return null
  const ends = [...text.matchAll(SENTENCE_END)].map(match => match.index)
  const inner = ends.filter(at => at < text.length - 1)
  if (inner.length > 1) return null
  const source =
    `${posting.title}\n${posting.company}\n${posting.location_text}\n${posting.description}`.toLowerCase()
  const numbers = text.match(/\d[\d.,]*/g) ?? []
  if (numbers.some(number => !source.includes(number.replace(/[.,]+$/, '')))) return null
  const said = detectLanguage(readText('description', text.repeat(3)))
  const meant = detectLanguage(readText('description', posting.description))
  if (said !== null && meant !== null && said !== meant) return null
  const words = text.toLowerCase().match(WORD) ?? []
  const known = words.filter(word => source.includes(word.slice(0, STEM))).length
  return words.length === 0 || known < words.length * SHARE ? null : text
}
