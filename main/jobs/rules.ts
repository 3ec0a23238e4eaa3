import { z } from 'zod'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'

/** Statuses that a list shows when the person chose none: the closed ones are off at first. */
export const OPEN_STATUSES: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** Where a page ended: the sort value and the id of its last row (a keyset, so later changes move no row). */
export const Cursor = z.tuple([z.number(), z.number().int()])
export type Cursor = z.infer<typeof Cursor>

/** A cursor as text, and back; undefined when the text is not one of ours. */
export const cursorText = (cursor: Cursor): string => JSON.stringify(cursor)
export function parseCursor(text: string): Cursor | undefined {
  try {
    return Cursor.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** What a person typed into a search field, taken apart. */
export interface SearchWords {
  /** Words and phrases that must occur, each in lower case. */
  wanted: string[]
  /** Words and phrases that must not occur. */
  unwanted: string[]
  /** The last word is still being typed: it counts as a beginning. */
  prefix: string | null
}

const MOST_WORDS = 12
const PART = /(-?)"([^"]*)"?|(\S+)/g

/**
 * Reads a query: words, "phrases", and -exclusions. Everything else (operators, brackets, emoji) is text like any
 * other; the answer is always a valid search or an empty one.
 */
export function readQuery(text: string): SearchWords {
  const words: SearchWords = { wanted: [], unwanted: [], prefix: null }
  const cut = text.slice(0, 1000)
  for (const match of cut.matchAll(PART)) {
    const [whole, minus, phrase, word] = match
    const isPhrase = phrase !== undefined
    const raw = phrase ?? word ?? ''
    const excluded = isPhrase ? minus === '-' : raw.length > 1 && raw.startsWith('-')
    const tokens = tokensOf(excluded && !isPhrase ? raw.slice(1) : raw)
    if (tokens.length === 0) continue
    const last = match.index + whole.length === cut.length && !isPhrase && !excluded
    if (last) words.prefix = tokens.pop() ?? null
    const value = tokens.join(' ')
    if (value === '') continue
    if (excluded) words.unwanted.push(value)
    else words.wanted.push(value)
    if (words.wanted.length + words.unwanted.length >= MOST_WORDS) break
  }
  return words
}

/** Letters and digits as the index splits them (unicode61): everything else separates. */
function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? []
}

/** The FTS5 expression of a query, or null when nothing is searched for. Every word is quoted: no syntax gets in. */
export function matchExpression(words: SearchWords): string | null {
  const quoted = (word: string) => `"${word}"`
  const wanted = words.wanted.map(quoted)
  if (words.prefix !== null) wanted.push(`${quoted(words.prefix)}*`)
  if (wanted.length === 0) return null
  const all = wanted.join(' AND ')
  return words.unwanted.length === 0 ? all : `(${all}) NOT (${words.unwanted.map(quoted).join(' OR ')})`
}
