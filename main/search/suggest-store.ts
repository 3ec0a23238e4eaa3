import { JobId } from '../contract/ids.ts'
import type { AppliedBefore } from '../contract/search.ts'
import { MOST_SUGGESTED_JOBS } from '../contract/search.ts'
import type { Db } from '../platform/db/connection.ts'
import { notOfBlocked } from './blocked.ts'

/** The SQL of suggestions. Each question looks at a bounded number of rows, so that it can be asked at every key. */

/** The newest jobs are looked through for titles, places and companies, so many of them. */
const NEWEST_JOBS = 8_000
/** Hits among them that suggestions are made from. */
const HITS = 100
/** Known words that begin with what was typed. */
const WORDS = 40

/** Beginnings of two and three letters have an index of their own; longer ones are looked up among the known words. */
const INDEXED_LETTERS = 3

export interface HitJob {
  title: string
  place: string
  city: string | null
  companyId: number
}

/** The FTS5 expression of words in a column, the last of which is a beginning; null: nothing begins so. */
export function beginningExpression(db: Db, column: string, tokens: readonly string[]): string | null {
  const last = tokens.at(-1)
  if (last === undefined || [...last].length < 2) return null
  const before = tokens.slice(0, -1).map(token => `({${column}} : "${token}")`)
  if ([...last].length <= INDEXED_LETTERS) return [...before, `({${column}} : "${last}"*)`].join(' AND ')
  const words = knownWords(db, last).map(word => `"${word}"`)
  return words.length === 0 ? null : [...before, `({${column}} : (${words.join(' OR ')}))`].join(' AND ')
}

const knownWords = (db: Db, beginning: string): string[] =>
  db
    .sql<{ word: string }>('SELECT word FROM known_words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?')
    .all(beginning, `${beginning}\u{10ffff}`, WORDS)
    .map(row => row.word)

/** Some of the newest jobs that match, without those of blocked companies. */
export function newestHits(db: Db, match: string): HitJob[] {
  const highest = db.sql<{ id: number | null }>('SELECT max(id) AS id FROM jobs').first()?.id ?? 0
  return db
    .sql<HitJob>(
      `SELECT j.title, j.location_text AS place, j.office_city AS city, j.company_id AS companyId
       FROM (SELECT rowid FROM job_search WHERE job_search MATCH ? AND rowid > ? AND ${notOfBlocked('rowid')}
         ORDER BY rowid DESC LIMIT ${HITS}) s CROSS JOIN jobs j ON j.id = s.rowid`,
    )
    .all(match, highest - NEWEST_JOBS)
}

/** Jobs that match, counted up to MOST_SUGGESTED_JOBS, without those of blocked companies. */
export const countedJobs = (db: Db, match: string): number =>
  db
    .sql<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM job_search WHERE job_search MATCH ? AND ${notOfBlocked('rowid')} LIMIT ?)`,
    )
    .first(match, MOST_SUGGESTED_JOBS)?.n ?? 0

export interface CompanyLine {
  id: number
  name: string
  n: number
}

const BEGINNING_NAMES = 300

/** Companies whose name begins so, those with the most jobs first. */
export const companiesBeginning = (db: Db, text: string, limit: number): CompanyLine[] =>
  db
    .sql<CompanyLine>(
      `SELECT id, name, n FROM (SELECT id, name, job_count AS n, blocked FROM companies
         WHERE name COLLATE NOCASE >= ? AND name COLLATE NOCASE < ? ORDER BY name COLLATE NOCASE LIMIT ${BEGINNING_NAMES})
       WHERE blocked = 0 AND n > 0 ORDER BY n DESC, id LIMIT ?`,
    )
    .all(text, `${text}\u{10ffff}`, limit)

/** Companies by id that have jobs and are not blocked, those with the most jobs first. */
export const companiesOf = (db: Db, ids: readonly number[], limit: number): CompanyLine[] =>
  db
    .sql<CompanyLine>(
      `SELECT c.id, c.name, c.job_count AS n FROM json_each(?) chosen CROSS JOIN companies c ON c.id = chosen.value
       WHERE c.blocked = 0 AND c.job_count > 0 ORDER BY c.job_count DESC, c.id LIMIT ?`,
    )
    .all(JSON.stringify(ids), limit)

/** How often the person applied at a company, and when last; null: never. */
export function appliedBefore(db: Db, companyId: number): AppliedBefore | null {
  const last = db
    .sql<{ id: number; at: string; n: number }>(
      `SELECT id, applied_at AS at, count(*) OVER () AS n FROM jobs WHERE company_id = ? AND applied_at IS NOT NULL
       ORDER BY applied_at DESC LIMIT 1`,
    )
    .first(companyId)
  return last ? { n: last.n, lastAt: last.at, jobId: JobId.parse(last.id) } : null
}

const BEGINNING_SKILLS = 60

/** Names of skills that begin so, the shortest first. */
export const skillsBeginning = (db: Db, text: string): string[] =>
  db
    .sql<{ name: string }>(
      `SELECT name FROM (SELECT name FROM skills WHERE name >= ? AND name < ? ORDER BY name LIMIT ${BEGINNING_SKILLS})
       ORDER BY length(name), name`,
    )
    .all(text, `${text}\u{10ffff}`)
    .map(row => row.name)

/** Names of campaigns and their ids; they are few. */
export const campaignNames = (db: Db): { id: number; name: string }[] =>
  db
    .sql<{ id: number; name: string }>(
      "SELECT id, name FROM campaigns WHERE state <> 'deleted' ORDER BY name",
    )
    .all()

/** Names of saved views of jobs and their ids, in the person's order. */
export const presetNames = (db: Db): { id: number; name: string }[] =>
  db
    .sql<{ id: number; name: string }>(
      "SELECT id, name FROM presets WHERE page = 'jobs' ORDER BY position, id",
    )
    .all()
