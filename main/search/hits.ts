import type { Correction } from '../contract/search.ts'
import type { Db } from '../platform/db/connection.ts'
import { readWords, type SearchTerm, type SearchWords, termExpression } from './rules/words.ts'
import { hits, matchingJobs, occurs } from './store.ts'
import { nearestWords } from './words-store.ts'

/** What a search found. */
export interface Hits {
  /** The most relevant first. */
  ids: number[]
  /** The words that were searched in the end. */
  words: SearchWords
  corrections: Correction[]
}

/** Searches for a text; where that finds nothing, with the nearest known words for those that occur nowhere. */
export function searchHits(db: Db, text: string, limit: number): Hits {
  const typed = readWords(text)
  const ids = matchingJobs(db, typed, limit)
  if (ids.length > 0 || typed.wanted.length === 0) return { ids, words: typed, corrections: [] }
  const { wanted, corrections } = corrected(db, typed)
  if (corrections.length === 0) return { ids, words: typed, corrections }
  const words = { ...typed, wanted }
  return { ids: matchingJobs(db, words, limit), words, corrections }
}

/** Few words are put right at once: each costs a look through its neighbours. */
const MOST_CORRECTED = 4

function corrected(db: Db, { wanted }: SearchWords): { wanted: SearchTerm[]; corrections: Correction[] } {
  const corrections: Correction[] = []
  const changed = wanted.map(term => {
    const [typed] = term.tokens
    // A phrase, or several words that one sign holds together, means what it says.
    if (typed === undefined || term.exact || term.tokens.length > 1) return term
    if (corrections.length >= MOST_CORRECTED || occurs(db, term)) return term
    const used = likeliest(db, term, nearestWords(db, typed))
    if (used === null) return term
    corrections.push({ typed, used })
    return { ...term, tokens: [used] }
  })
  return { wanted: changed, corrections }
}

/** As many of equally near words are counted, each up to so many postings. */
const MOST_COUNTED_WORDS = 20
const MOST_COUNTED = 1000

/** The most frequent of some words where the term is looked for; null when none stands there. */
function likeliest(db: Db, term: SearchTerm, words: readonly string[]): string | null {
  let best: string | null = null
  let most = 0
  for (const word of words.slice(0, MOST_COUNTED_WORDS)) {
    const match = termExpression({ ...term, tokens: [word], prefix: false }, 'all')
    const n = hits(db, match, MOST_COUNTED)
    if (n > most) [best, most] = [word, n]
  }
  return best
}
