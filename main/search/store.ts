import type { Db } from '../platform/db/connection.ts'
import { notOfBlocked } from './blocked.ts'
import { matchExpression, type SearchTerm, type SearchWords, termExpression, tiersOf } from './rules/words.ts'

/**
 * The SQL of searching. bm25 reads every posting that holds one of the words, which for common ones is a third of a
 * second at 100,000 postings; so it orders the hits of rarer words, and of others the newest of each tier are taken from
 * the end of the index, title and company first: the work is bounded, however many there are.
 */

/** Within a tier, searches with at most so many hits are ordered by relevance, others by age. */
const FEW_HITS = 500

/** Postings with one of the words that bm25 may read, and newest jobs that are looked through for a common word's titles. */
const MOST_READ = 150_000

const SHOWN = notOfBlocked('rowid')

/** Ids of jobs that match, the most relevant first, at most `limit`. Those of blocked companies are left out. */
export function matchingJobs(db: Db, words: SearchWords, limit: number): number[] {
  const tiers = tiersOf(words)
  const all = matchExpression(words, tiers.at(-1) ?? 'all')
  if (all === null) return []
  const newest = db.sql<{ rowid: number }>(
    `SELECT rowid FROM job_search WHERE job_search MATCH ? AND rowid >= ? AND ${SHOWN} ORDER BY rowid DESC LIMIT ?`,
  )
  const matches = (match: string, since: number, most: number) =>
    newest.all(match, since, most).map(row => row.rowid)
  const some = matches(all, 0, FEW_HITS + 1)
  const complete = some.length <= FEW_HITS
  const highest = db.sql<{ id: number | null }>('SELECT max(id) AS id FROM jobs').first()?.id ?? 0
  const scores =
    complete && some.length > 1 && postingsWith(db, words, highest) <= MOST_READ ? relevance(db, all) : null
  const found = new Set<number>()
  for (const tier of tiers) {
    if (found.size >= limit || (complete && found.size >= some.length)) break
    const match = matchExpression(words, tier)
    if (match === null) continue
    const ids =
      match === all
        ? complete
          ? some
          : matches(match, 0, limit)
        : matches(match, complete ? 0 : highest - MOST_READ, limit)
    if (scores) ids.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a)
    for (const id of ids) {
      found.add(id)
      if (found.size >= limit) break
    }
  }
  return [...found]
}

/** Newest postings of a word from which the number of all is estimated. */
const SAMPLE = 300

/** About how many postings hold the words of a search, each word counted for itself. */
function postingsWith(db: Db, { wanted, unwanted }: SearchWords, highest: number): number {
  const last = db.sql<{ rowid: number }>(
    'SELECT rowid FROM job_search WHERE job_search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?',
  )
  return [...wanted, ...unwanted].reduce((sum, term) => {
    const nth = last.first(termExpression(term, 'all'), SAMPLE)?.rowid
    return sum + (nth === undefined ? SAMPLE : (SAMPLE * highest) / Math.max(1, highest - nth))
  }, 0)
}

/** How much a hit in title, company, place and description counts. */
const WEIGHTS = '10.0, 5.0, 3.0, 1.0'
/** A hit of today counts so much more than an old one, half of it after HALF_LIFE_DAYS. */
const NEWNESS = 0.3
const HALF_LIFE_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** How well each hit of a search fits; days are counted back from the newest hit. */
function relevance(db: Db, match: string): Map<number, number> {
  const hits = db
    .sql<{ id: number; score: number; found_at: string }>(
      `SELECT j.id, s.score, j.found_at
       FROM (SELECT rowid, -bm25(job_search, ${WEIGHTS}) AS score FROM job_search WHERE job_search MATCH ?) s
       CROSS JOIN jobs j ON j.id = s.rowid`,
    )
    .all(match)
    .map(hit => ({ ...hit, found: Date.parse(hit.found_at) }))
  const newest = hits.reduce((latest, hit) => Math.max(latest, hit.found), 0)
  return new Map(
    hits.map(({ id, score, found }) => {
      const days = (newest - found) / DAY_MS
      return [id, score * (1 + NEWNESS * 2 ** (-days / HALF_LIFE_DAYS))]
    }),
  )
}

/** Whether any posting holds a term where it is looked for. */
export const occurs = (db: Db, term: SearchTerm): boolean => hits(db, termExpression(term, 'all'), 1) > 0

/** Number of postings that match an expression, counted up to `most`; those of blocked companies count too. */
export const hits = (db: Db, match: string, most: number): number =>
  db
    .sql<{ n: number }>(
      'SELECT count(*) AS n FROM (SELECT 1 FROM job_search WHERE job_search MATCH ? LIMIT ?)',
    )
    .first(match, most)?.n ?? 0

/** The texts that a snippet is taken from. */
export interface SnippetTexts {
  id: number
  title: string
  company: string
  place: string
  description: string
}

/** Letters of a description that are looked through for a snippet. */
const LONGEST_TEXT = 20_000

/** What the search index was made from, of the jobs of one page. */
export const snippetTexts = (db: Db, ids: readonly number[]): SnippetTexts[] =>
  db
    .sql<SnippetTexts>(
      `SELECT p.job_id AS id, p.title, p.company, p.location_text AS place, substr(p.description, 1, ${LONGEST_TEXT}) AS description
       FROM json_each(?) chosen CROSS JOIN postings p ON p.job_id = chosen.value WHERE p.is_primary = 1`,
    )
    .all(JSON.stringify(ids))
