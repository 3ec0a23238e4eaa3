import type { SkillMention } from '../contract/facts.ts'
import type { RankableJob } from '../contract/ranking.ts'
import type { Db } from '../platform/db/connection.ts'
import { type RankableChunk, type RankingNeeds, readChunk } from './rules/rankable.ts'
import type { SkillNames } from './rules/skill-names.ts'
import { skillKey } from './rules/skills.ts'
import { hasSign, standsWithSigns } from './rules/words.ts'

/** The SQL that reads what ranking compares. */

/** A job with its skills by name and kind. */
export interface ExplainableJob extends Omit<RankableJob, 'skills'> {
  id: number
  skills: SkillMention[]
}

/** Everything that rules may ask of one job. */
const ALL_TERMS: RankingNeeds = { terms: true, words: [] }

const LANGUAGES = `(SELECT group_concat(l.value ->> 'language') FROM json_each(j.terms, '$.languages') l
  WHERE l.value ->> 'required' = 1)`

const rowOf = (
  terms: boolean,
): string => `json_array(j.id, j.title, j.company, j.salary_year_low, j.salary_year_high,
  j.compensation_currency, j.office_city, j.office_province, j.office_country, j.location_text, j.remote_options, j.job_type,
  j.seniority_level, c.size_range, j.years_low, j.posted_at, s.required, s.nice,
  ${terms ? `j.terms ->> '$.visa_sponsorship.value', ${LANGUAGES}` : 'NULL, NULL'})`
const JOBS = 'jobs j JOIN companies c ON c.id = j.company_id JOIN job_skills s ON s.job_id = j.id'

const chunkSql = (terms: boolean): string =>
  `SELECT json_group_array(json(row)) AS rows, count(*) AS n, max(id) AS last
   FROM (SELECT j.id, ${rowOf(terms)} AS row FROM ${JOBS} WHERE j.id > ? ORDER BY j.id LIMIT ?)`
const CHUNK = chunkSql(false)
const CHUNK_WITH_TERMS = chunkSql(true)

/** The facts of the jobs after `after` in the order of their ids; null when there are none. */
export function rankableChunk(
  db: Db,
  after: number,
  limit: number,
  needs: RankingNeeds,
): { chunk: RankableChunk; last: number; count: number } | null {
  const read = db
    .sql<{ rows: string; n: number; last: number | null }>(needs.terms ? CHUNK_WITH_TERMS : CHUNK)
    .first(after, limit)
  if (!read || read.last === null) return null
  const { rows, n, last } = read
  return { chunk: { rows, found: wordsWithin(db, needs.words, after + 1, last) }, last, count: n }
}

/** The facts of some jobs in the order of their ids. */
export function rankableChunkOf(db: Db, jobIds: readonly number[], needs: RankingNeeds): RankableChunk {
  const ids = JSON.stringify(jobIds)
  const rows = db
    .sql<{ rows: string }>(
      `SELECT json_group_array(json(row)) AS rows FROM (SELECT ${rowOf(needs.terms)} AS row FROM ${JOBS}
         WHERE j.id IN (SELECT value FROM json_each(?)) ORDER BY j.id)`,
    )
    .first(ids)
  const wanted = new Set(jobIds)
  const [first = 0, last = 0] = [Math.min(...jobIds), Math.max(...jobIds)]
  const found = wordsWithin(db, needs.words, first, last, id => wanted.has(id))
  return { rows: rows?.rows ?? '[]', found }
}

/** One job as ranking and its explanation see it, with the names of its skills; undefined when it is gone. */
export function rankableJob(db: Db, jobId: number, words: readonly string[]): ExplainableJob | undefined {
  const [numbered] = readChunk(rankableChunkOf(db, [jobId], { ...ALL_TERMS, words }))
  const stored = db.sql<{ skills: string }>('SELECT skills FROM jobs WHERE id = ?').first(jobId)
  return numbered && stored && { ...numbered, skills: JSON.parse(stored.skills) }
}

/**
 * Which wanted jobs of a range of ids hold each of some words or phrases, by the search index; it knows no signs, so for words
 * like C++ the texts of its hits are read.
 */
function wordsWithin(
  db: Db,
  words: readonly string[],
  first: number,
  last: number,
  isWanted: (jobId: number) => boolean = () => true,
): RankableChunk['found'] {
  if (words.length === 0) return []
  const find = db.sql<{ rowid: number }>(
    'SELECT rowid FROM job_search WHERE job_search MATCH ? AND rowid BETWEEN ? AND ?',
  )
  return words.flatMap(word => {
    const phrase = word.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)?.join(' ')
    if (phrase === undefined) return []
    const hits = find
      .all(`{title company description} : "${phrase}"`, first, last)
      .map(row => row.rowid)
      .filter(isWanted)
    const jobs = hasSign(word) ? hits.filter(jobId => holdsWord(db, jobId, word)) : hits
    return jobs.length === 0 ? [] : [{ word, jobs }]
  })
}

/** Whether the posting that a job shows holds a word sign by sign. */
function holdsWord(db: Db, jobId: number, word: string): boolean {
  const shown = db
    .sql<{ title: string; company: string; description: string }>(
      'SELECT title, company, description FROM postings WHERE job_id = ? AND is_primary = 1',
    )
    .first(jobId)
  return shown !== undefined && standsWithSigns(word, shown.title, shown.company, shown.description)
}

/** The skills by number, as ranking compares them. */
export interface SkillTable {
  /** The number of each form in which skills are compared (`skillKey`). */
  numbers: ReadonlyMap<string, number>
  /** Numbers of other spellings, each with the number that stands for both. */
  twins: [number, number][]
}

export function skillTable(db: Db): SkillTable {
  const numbers = new Map<string, number>()
  const twins: [number, number][] = []
  for (const { id, name } of db
    .sql<{ id: number; name: string }>('SELECT id, name FROM skills ORDER BY id')
    .all()) {
    const key = skillKey(name)
    const first = numbers.get(key)
    if (first === undefined) numbers.set(key, id)
    else twins.push([id, first])
  }
  return { numbers, twins }
}

/**
 * The numbers of skills that a campaign wishes. One that no job has asked for yet gets a number that none has, so that it
 * counts all the same.
 */
export const skillNumbers = ({ numbers }: SkillTable, keys: readonly string[]): number[] =>
  keys.map((key, index) => numbers.get(key) ?? -1 - index)

/** Every skill that a job has asked for, with its number. */
export function skillNames(db: Db): SkillNames {
  const read = db
    .sql<{ rows: string; version: number }>(
      'SELECT json_group_array(json_array(id, name, kind)) AS rows, coalesce(max(id), 0) AS version FROM skills',
    )
    .first()
  return read ?? { rows: '[]', version: 0 }
}
