import type { Db } from '../platform/db/connection.ts'
import { PAIR } from './rules/read-columns.ts'

/**
 * The SQL of the columns in memory. What many jobs say is read as one text, some five times faster than as rows; the
 * texts are taken apart by `rules/read-columns.ts`.
 */

/** Jobs to read: a range of ids, both ends included, or chosen ones. */
export type Some = { first: number; last: number } | readonly number[]

/** One text of what some jobs say: by a range of ids, or by ids in JSON. */
interface Source {
  range: string
  chosen: string
}

const CHOSEN = '(SELECT value AS chosen FROM json_each(?))'

const source = (
  select: string,
  { table, id, index = '' }: { table: string; id: string; index?: string },
  where = '',
): Source => ({
  range: `SELECT ${select} AS text FROM ${table} ${index} WHERE ${where} ${id} BETWEEN ? AND ?`,
  chosen: `SELECT ${select} AS text FROM ${CHOSEN} CROSS JOIN ${table} ON ${where} ${id} = chosen`,
})

// -1 is no score: hundredths are counted from there.
const scored = (ineligible: string) =>
  `group_concat(job_id * ${PAIR} + 2 * (CAST(round(100 * score) AS INTEGER) + 100) + ${ineligible})`

const LINES: Source = source('group_concat(line, char(10))', {
  table: 'jobs',
  id: 'id',
  index: 'INDEXED BY jobs_lines',
})
const BEST: Source = source(scored('ineligible'), { table: 'best_rankings', id: 'job_id' })
const SCORES: Source = {
  range: `SELECT ${scored('(ineligible > 0)')} AS text FROM rankings WHERE campaign_id = ? AND job_id BETWEEN ? AND ?`,
  chosen: `SELECT ${scored('(ineligible > 0)')} AS text FROM ${CHOSEN}
    CROSS JOIN rankings ON campaign_id = ? AND job_id = chosen`,
}
const MATCHES: Source = source(`group_concat(job_id * ${PAIR} + CAST(round(100 * score) AS INTEGER))`, {
  table: 'matches',
  id: 'job_id',
})
const SOURCES: Source = source(`group_concat(job_id * ${PAIR} + source_id)`, {
  table: 'postings',
  id: 'job_id',
  index: 'INDEXED BY postings_job',
})
const CAMPAIGNS: Source = source(`group_concat(job_id * ${PAIR} + campaign_id)`, {
  table: 'campaign_jobs',
  id: 'job_id',
  index: 'INDEXED BY campaign_jobs_job',
})
const named = (column: string): Source =>
  source(`group_concat(id || ' ' || replace(${column}, char(10), ' '), char(10))`, {
    table: 'jobs',
    id: 'id',
  })
const TITLES = named('title')
const COMPANIES = named('company')
const SKILLS: Source = source("group_concat(job_id || ' ' || required || ' ' || nice, char(10))", {
  table: 'job_skills',
  id: 'job_id',
})

function textOf(db: Db, { range, chosen }: Source, some: Some): string {
  const read =
    'first' in some
      ? db.sql<{ text: string | null }>(range).first(some.first, some.last)
      : db.sql<{ text: string | null }>(chosen).first(JSON.stringify(some))
  return read?.text ?? ''
}

export const lines = (db: Db, some: Some): string => textOf(db, LINES, some)
export const bestScores = (db: Db, some: Some): string => textOf(db, BEST, some)
export const matches = (db: Db, some: Some): string => textOf(db, MATCHES, some)
export const sources = (db: Db, some: Some): string => textOf(db, SOURCES, some)
export const campaigns = (db: Db, some: Some): string => textOf(db, CAMPAIGNS, some)
export const titles = (db: Db, some: Some): string => textOf(db, TITLES, some)
export const companies = (db: Db, some: Some): string => textOf(db, COMPANIES, some)
export const skills = (db: Db, some: Some): string => textOf(db, SKILLS, some)

/** The scores of some jobs for one campaign. */
export function campaignScores(db: Db, campaignId: number, some: Some): string {
  const read =
    'first' in some
      ? db.sql<{ text: string | null }>(SCORES.range).first(campaignId, some.first, some.last)
      : db.sql<{ text: string | null }>(SCORES.chosen).first(JSON.stringify(some), campaignId)
  return read?.text ?? ''
}

/** A row of the log of changes. */
export interface Change {
  seq: number
  what: 'job' | 'score' | 'match'
  campaign_id: number | null
  first_job: number
  last_job: number
}

/** The newest row of the log; 0: it is empty. */
export const newestChange = (db: Db): number =>
  db.sql<{ seq: number | null }>('SELECT max(seq) AS seq FROM job_changes').first()?.seq ?? 0

/** True when every row after one is still in the log. */
export function logReaches(db: Db, seq: number): boolean {
  const oldest = db.sql<{ seq: number | null }>('SELECT min(seq) AS seq FROM job_changes').first()?.seq
  return oldest === null || oldest === undefined ? seq === 0 : seq >= oldest - 1
}

/** Rows of the log after one, the oldest first. */
export const changesAfter = (db: Db, seq: number, limit: number): Change[] =>
  db
    .sql<Change>(
      'SELECT seq, what, campaign_id, first_job, last_job FROM job_changes WHERE seq > ? ORDER BY seq LIMIT ?',
    )
    .all(seq, limit)

/** Companies whose jobs are left out. */
export const blockedCompanies = (db: Db): number[] =>
  db
    .sql<{ id: number }>('SELECT id FROM companies WHERE blocked = 1')
    .all()
    .map(({ id }) => id)
