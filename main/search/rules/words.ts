import { tokensOf } from './fold.ts'
import { partsOf, type TextPart } from './parts.ts'

/** What a person searches for, and the search that the index understands. */

/** Where a word is looked for. */
export type Scope = 'any' | 'title' | 'company' | 'place'

export interface SearchTerm {
  /** Words in their order, in lower case; several are a phrase. */
  tokens: readonly string[]
  scope: Scope
  /** Still being typed: the last word counts as a beginning. */
  prefix: boolean
  /** Written in quotes: means exactly this. */
  exact: boolean
}

/** A search text taken apart. */
export interface SearchWords {
  wanted: readonly SearchTerm[]
  unwanted: readonly SearchTerm[]
}

const SCOPES: ReadonlyMap<string, Scope> = new Map([
  ['company', 'company'],
  ['title', 'title'],
  ['place', 'place'],
  ['location', 'place'],
  // What a posting asks for may stand anywhere in it.
  ['skill', 'any'],
])

const MOST_TERMS = 12
const MOST_TOKENS = 12
const LONGEST_READ = 1000

/** Shorter beginnings occur in nearly every description; there they say nothing. */
const SHORTEST_IN_TEXT = 3

/**
 * Reads a search: words, "phrases", -exclusions, `company:`, `title:`, `place:` and `skill:`. Everything else
 * (operators, brackets, emoji) is text like any other; the answer is always a valid search or an empty one.
 */
export function readWords(text: string): SearchWords {
  const cut = text.slice(0, LONGEST_READ)
  const wanted: SearchTerm[] = []
  const unwanted: SearchTerm[] = []
  for (const part of partsOf(cut)) {
    const term = termOf(part, part.end === cut.length)
    if (!term) continue
    if (wanted.length + unwanted.length >= MOST_TERMS) break
    if (part.negated) unwanted.push(term)
    else wanted.push(term)
  }
  return { wanted, unwanted }
}

function termOf(part: TextPart, last: boolean): SearchTerm | null {
  const scope = part.scope === null ? undefined : SCOPES.get(part.scope)
  // The name of an unknown scope is text too.
  const tokens = tokensOf(scope === undefined ? part.raw : part.value).slice(0, MOST_TOKENS)
  if (tokens.length === 0) return null
  const prefix = last && !part.quoted && !part.negated
  return { tokens, scope: scope ?? 'any', prefix, exact: part.quoted }
}

/** Columns that a tier of the search looks into: titles and companies, places too, or everything. */
export type Tier = 'head' | 'place' | 'all'

const COLUMNS: Record<Tier, string> = {
  head: '{title company} : ',
  place: '{title company place} : ',
  all: '',
}

/** The tiers in which a search differs, the most relevant first. */
export function tiersOf(words: SearchWords): Tier[] {
  const free = words.wanted.filter(term => term.scope === 'any')
  if (free.length === 0) return ['all']
  return free.some(isShort) ? ['head', 'place'] : ['head', 'place', 'all']
}

const isShort = ({ tokens, prefix }: SearchTerm): boolean =>
  prefix && tokens.length === 1 && (tokens[0] ?? '').length < SHORTEST_IN_TEXT

/** The FTS5 expression of one term. Every word is quoted: no syntax gets in. */
export function termExpression(term: SearchTerm, tier: Tier): string {
  const columns = term.scope === 'any' ? COLUMNS[tier] : `{${term.scope}} : `
  return `${columns}"${term.tokens.join(' ')}"${term.prefix ? '*' : ''}`
}

/** The FTS5 expression of a search in one tier, or null when nothing is searched for. */
export function matchExpression({ wanted, unwanted }: SearchWords, tier: Tier): string | null {
  if (wanted.length === 0) return null
  const all = wanted.map(term => `(${termExpression(term, tier)})`).join(' AND ')
  if (unwanted.length === 0) return all
  return `(${all}) NOT (${unwanted.map(term => `(${termExpression(term, 'all')})`).join(' OR ')})`
}
