import type { Db } from '../platform/db/connection.ts'
import { distanceAllowed, trigramsOf, wordDistance } from './rules/distance.ts'
import { foldWord, tokensOf } from './rules/fold.ts'

/** The SQL of known words: those of titles, companies, places and skills, for whoever mistypes one. */

/** Words of fewer letters are never put right, and those of more are no words. */
const SHORTEST = 4
const LONGEST = 40

/** Words that a connection has seen, so that a posting's common words cost no look into the database. */
interface Seen {
  words: Set<string>
  /** The newest word of the database at that time; less now: a transaction was rolled back with its words. */
  newest: number
}
const remembered = new WeakMap<Db, Seen>()
/** About six megabytes; when it is full, remembering begins anew. */
const MOST_SEEN = 50_000

const newestWord = (db: Db): number =>
  db.sql<{ id: number | null }>('SELECT max(id) AS id FROM known_words').first()?.id ?? 0

/** Makes the words of some texts known; expects an open transaction. */
export function learnWords(db: Db, texts: readonly string[]): void {
  let seen = remembered.get(db)
  if (!seen || seen.words.size > MOST_SEEN || seen.newest !== newestWord(db)) {
    seen = { words: new Set(), newest: newestWord(db) }
    remembered.set(db, seen)
  }
  for (const text of texts)
    for (const token of tokensOf(text)) {
      if (seen.words.has(token)) continue
      seen.words.add(token)
      learnWord(db, seen, token)
    }
}

function learnWord(db: Db, seen: Seen, token: string): void {
  const word = foldWord(token)
  const { length } = [...word]
  if (length < SHORTEST || length > LONGEST || !/\p{L}/u.test(word)) return
  const { changes, lastId } = db.sql('INSERT OR IGNORE INTO known_words (word) VALUES (?)').run(word)
  if (changes === 0) return
  db.sql('INSERT INTO known_word_parts (rowid, padded) VALUES (?, ?)').run(lastId, ` ${word} `)
  seen.newest = lastId
}

/** Jobs whose words one step reads: some milliseconds. */
const JOBS_AT_ONCE = 200

/**
 * Makes the words of older jobs known by one short step, the newest jobs first; true while there are more. Expects an
 * open transaction.
 */
export function learnOlderWords(db: Db): boolean {
  const before = db.sql<{ id: number }>('SELECT before_id AS id FROM known_words_progress').first()?.id ?? 0
  if (before <= 1) return false
  const jobs = db
    .sql<{ id: number; title: string; company: string; place: string; skills: string }>(
      `SELECT id, title, company, location_text AS place,
         (SELECT group_concat(s.value ->> 'name', ' ') FROM json_each(jobs.skills) s) AS skills
       FROM jobs WHERE id < ? ORDER BY id DESC LIMIT ?`,
    )
    .all(before, JOBS_AT_ONCE)
  learnWords(
    db,
    jobs.flatMap(job => [job.title, job.company, job.place, job.skills ?? '']),
  )
  const rest = jobs.length < JOBS_AT_ONCE ? 1 : (jobs.at(-1)?.id ?? 1)
  db.sql('UPDATE known_words_progress SET before_id = ?').run(rest)
  return rest > 1
}

/** Words with common parts that are compared letter by letter. */
const MOST_COMPARED = 20_000

/** The known words that a mistyped one may have meant, all as near as the nearest. */
export function nearestWords(db: Db, typed: string): string[] {
  const word = foldWord(typed)
  const most = distanceAllowed(word)
  if (most === 0) return []
  const { length } = [...word]
  const parts = trigramsOf(word).map(part => `"${part.replaceAll('"', '""')}"`)
  const candidates = db
    .sql<{ word: string }>(
      `SELECT w.word FROM known_word_parts parts CROSS JOIN known_words w ON w.id = parts.rowid
       WHERE known_word_parts MATCH ? AND length(w.word) BETWEEN ? AND ? LIMIT ?`,
    )
    .all(parts.join(' OR '), length - most, length + most, MOST_COMPARED)
  let nearest = most
  let found: string[] = []
  for (const candidate of candidates) {
    const distance = wordDistance(word, candidate.word, nearest)
    if (distance > nearest || distance === 0) continue
    if (distance < nearest) found = []
    nearest = distance
    found.push(candidate.word)
  }
  return found
}
