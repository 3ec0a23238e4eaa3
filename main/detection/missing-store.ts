import { type JobAiView, MISSING_FACTS, type MissingCounts, type MissingFact } from '../contract/detection.ts'
import type { Db } from '../platform/db/connection.ts'
import { DETECTOR_VERSION } from './rules/detect.ts'

/** The SQL of jobs with missing facts. */

/** Jobs that are not put away; in the words of the index. */
export const OPEN = "status <> 'rejected' AND status <> 'archived'"

const FACTS = Object.entries(MISSING_FACTS) as [MissingFact, number][]
const EVERY = FACTS.reduce((sum, [, bit]) => sum + bit, 0)

/** The bit of jobs that the model has not read. */
const UNREAD = 64

/** All values of `jobs.missing` that lack a fact, or any; `unread`: only of jobs that the model has not read. */
export function masksWith(fact: MissingFact | null, unread = false): number[] {
  const bit = fact === null ? EVERY : MISSING_FACTS[fact]
  const masks = Array.from({ length: EVERY }, (_, index) => index + 1).filter(mask => (mask & bit) !== 0)
  const open = masks.map(mask => mask + UNREAD)
  return unread ? open : [...masks, ...open]
}

/** The facts behind the bits. */
export const factsMissing = (mask: number): MissingFact[] =>
  FACTS.filter(([, bit]) => (mask & bit) !== 0).map(([fact]) => fact)

interface MissingRow {
  id: number
  missing: number
  hidden: number
}

/** The newest jobs that lack a fact (or any), with the id below `before`; `hidden` is 1 for those of blocked companies. */
function jobsMissing(db: Db, fact: MissingFact | null, before: number | null, limit: number): MissingRow[] {
  const masks = masksWith(fact)
  const one = `SELECT id, missing FROM (SELECT id, missing FROM jobs WHERE missing = ? AND missing > 0 AND ${OPEN} AND id < ? ORDER BY id DESC LIMIT ?)`
  const from = before ?? Number.MAX_SAFE_INTEGER
  return db
    .sql<MissingRow>(
      `WITH newest AS (SELECT * FROM (${masks.map(() => one).join(' UNION ALL ')}) ORDER BY id DESC LIMIT ?)
       SELECT newest.id, newest.missing, companies.blocked AS hidden FROM newest
       CROSS JOIN jobs ON jobs.id = newest.id CROSS JOIN companies ON companies.id = jobs.company_id ORDER BY newest.id DESC`,
    )
    .all(...masks.flatMap(mask => [mask, from, limit]), limit)
}

/** A page of them without those of blocked companies; `next`: the id to go on before, null at the end. */
export function pageOfMissing(
  db: Db,
  fact: MissingFact | null,
  before: number | null,
  limit: number,
): { rows: { id: number; missing: number }[]; next: number | null } {
  const rows: MissingRow[] = []
  let from = before
  for (;;) {
    const found = jobsMissing(db, fact, from, limit)
    for (const row of found) {
      if (row.hidden === 1) continue
      rows.push(row)
      if (rows.length === limit) return { rows, next: row.id }
    }
    from = found.at(-1)?.id ?? null
    if (found.length < limit || from === null) return { rows, next: null }
  }
}

/** Jobs by the value of `missing`; those of blocked companies count off. */
function byMask(db: Db): { missing: number; n: number }[] {
  const rows = db
    .sql<{ missing: number; n: number }>(
      `SELECT missing, count(*) AS n FROM jobs WHERE missing > 0 AND ${OPEN} GROUP BY missing`,
    )
    .all()
  const hidden = db
    .sql<{ missing: number; n: number }>(
      `SELECT j.missing, -count(*) AS n FROM companies c CROSS JOIN jobs j ON j.company_id = c.id
       WHERE c.blocked = 1 AND j.missing > 0 AND j.${OPEN.replace(' AND ', ' AND j.')} GROUP BY j.missing`,
    )
    .all()
  return [...rows, ...hidden]
}

/** How many jobs lack what; those of blocked companies are left out. */
export function missingCounts(db: Db): MissingCounts {
  const none = (): Record<MissingFact, number> => ({
    salary: 0,
    place: 0,
    remote: 0,
    type: 0,
    seniority: 0,
    skills: 0,
  })
  const byFact = none()
  const unreadByFact = none()
  let jobs = 0
  let unread = 0
  for (const { missing, n } of byMask(db)) {
    jobs += n
    const isUnread = (missing & UNREAD) !== 0
    if (isUnread) unread += n
    for (const fact of factsMissing(missing)) {
      byFact[fact] += n
      if (isUnread) unreadByFact[fact] += n
    }
  }
  const one = (sql: string, ...values: number[]) => db.sql<{ n: number }>(sql).first(...values)?.n ?? 0
  return {
    jobs,
    byFact,
    unread,
    unreadByFact,
    outdated: one('SELECT count(*) AS n FROM jobs WHERE detector_version < ?', DETECTOR_VERSION),
    aiFailed: one("SELECT count(*) AS n FROM job_ai WHERE state = 'failed'"),
  }
}

/** What jobs still lack, and whether they have a summary. */
export function gapsOf(
  db: Db,
  jobIds: readonly number[],
): Map<number, { missing: number; summary: boolean; own: Set<string> }> {
  const rows = db
    .sql<{ id: number; missing: number; summary: number; own: string }>(
      `SELECT j.id, j.missing,
         EXISTS (SELECT 1 FROM job_fields WHERE job_id = j.id AND field = 'summary') AS summary,
         (SELECT json_group_array(field) FROM job_fields WHERE job_id = j.id AND origin = 'manual') AS own
       FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value`,
    )
    .all(JSON.stringify(jobIds))
  return new Map(
    rows.map(row => [
      row.id,
      { missing: row.missing, summary: row.summary === 1, own: new Set<string>(JSON.parse(row.own)) },
    ]),
  )
}

interface AiRow {
  job_id: number
  state: 'done' | 'failed'
  model: string
  message: string | null
  at: string
}

/** How the model's reading of some jobs went. */
export function aiStates(db: Db, jobIds: readonly number[]): Map<number, JobAiView> {
  const rows = db
    .sql<AiRow>(
      'SELECT job_id, state, model, message, at FROM job_ai WHERE job_id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(jobIds))
  return new Map(rows.map(({ job_id, ...state }) => [job_id, state]))
}

/** Those of some jobs that the model was asked about since a run began, with or without success. */
export function readIn(db: Db, run: { startedAt: string | null }, jobIds: readonly number[]): Set<number> {
  if (run.startedAt === null) return new Set()
  const rows = db
    .sql<{ job_id: number }>(
      'SELECT job_id FROM job_ai WHERE at > ? AND job_id IN (SELECT value FROM json_each(?))',
    )
    .all(run.startedAt, JSON.stringify(jobIds))
  return new Set(rows.map(row => row.job_id))
}

/** Keeps how the model's reading of a job went. */
export function saveAiState(
  db: Db,
  jobId: number,
  state: Omit<AiRow, 'job_id'> & { asked: Uint8Array },
): void {
  db.sql(
    `INSERT INTO job_ai (job_id, state, asked, model, message, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (job_id) DO UPDATE SET state = excluded.state, asked = excluded.asked, model = excluded.model,
       message = excluded.message, at = excluded.at`,
  ).run(jobId, state.state, state.asked, state.model, state.message, state.at)
  db.sql('UPDATE jobs SET ai_read = ? WHERE id = ?').run(state.state === 'done' ? 1 : 0, jobId)
}

/** An answer of a model that was kept; undefined when this was never asked. */
export function keptReading(db: Db, key: Uint8Array): { answer: string; model: string } | undefined {
  return db
    .sql<{ answer: string; model: string }>('SELECT answer, model FROM ai_readings WHERE key = ?')
    .first(key)
}

export function keepReading(
  db: Db,
  key: Uint8Array,
  reading: { answer: string; model: string; micros: number },
  at: string,
): void {
  db.sql('INSERT OR REPLACE INTO ai_readings (key, answer, model, micros, at) VALUES (?, ?, ?, ?, ?)').run(
    key,
    reading.answer,
    reading.model,
    reading.micros,
    at,
  )
}

/** Best jobs that are looked through for some that the model was never asked about. */
const LOOKED_THROUGH = 2000

/** The best waiting jobs with missing facts that the model was never asked about. */
export function bestUnread(db: Db, limit: number): number[] {
  return db
    .sql<{ id: number }>(
      `SELECT id FROM (SELECT j.id, j.missing, j.company_id FROM best_rankings b CROSS JOIN jobs j ON j.id = b.job_id
         WHERE b.hidden = 0 AND b.status = 'waiting' ORDER BY b.score DESC, b.job_id DESC LIMIT ${LOOKED_THROUGH}) best
       WHERE (missing & ${UNREAD}) <> 0 AND NOT EXISTS (SELECT 1 FROM job_ai WHERE job_ai.job_id = best.id)
         AND company_id NOT IN (SELECT id FROM companies WHERE blocked = 1) LIMIT ?`,
    )
    .all(limit)
    .map(row => row.id)
}
