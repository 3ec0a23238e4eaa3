import { z } from 'zod'
import type { Profile } from '../contract/profile.ts'
import type { JobStatus } from '../contract/values.ts'
import { notBlocked, rowsOf } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { rankableJob } from '../ranking/service.ts'
import { createMatchExplainer, type Match } from './rules/match.ts'
import { SHARED_ENOUGH } from './rules/tech.ts'

/** Jobs that the person has not applied to, the best match with the profile first. */

/** What the person has not dealt with beyond finding it good. */
const NOT_APPLIED: readonly JobStatus[] = ['waiting', 'approved']

/** A lower score recommends nothing. */
const LEAST_SCORE = 30

/** Newest of what was said of the job, for whichever campaign. */
const NOT_DISLIKED = `NOT EXISTS (SELECT 1 FROM feedback d WHERE d.job_id = m.job_id AND d.verdict = 'down'
           AND NOT EXISTS (SELECT 1 FROM feedback l WHERE l.job_id = d.job_id AND (l.at, l.id) > (d.at, d.id)))`

/** Where a page ended: less sure (0 or 1), score, job. */
const Cursor = z.tuple([z.union([z.literal(0), z.literal(1)]), z.number(), z.number().int()])
type Cursor = z.infer<typeof Cursor>
const FIRST: Cursor = [0, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER]

interface RecommendedRow extends Omit<Match, 'less_sure'> {
  job_id: number
  less_sure: 0 | 1
}

/**
 * Reads on in one range of the index: not hidden, not closed, not disliked, not of a blocked company, and sharing
 * enough skills where skills could be compared.
 */
function nextOf(
  db: Db,
  status: JobStatus,
  [sure, score, id]: Cursor,
  now: string,
  limit: number,
): RecommendedRow[] {
  return db
    .sql<RecommendedRow>(
      `SELECT m.job_id, m.score, m.less_sure, m.tech, m.location, m.experience, m.place
       FROM matches m CROSS JOIN jobs j ON j.id = m.job_id LEFT JOIN best_rankings b ON b.job_id = m.job_id
       WHERE m.status = ? AND m.less_sure = ? AND (m.score, m.job_id) < (?, ?) AND m.score >= ${LEAST_SCORE}
         AND (m.tech IS NULL OR m.tech >= ${SHARED_ENOUGH}) AND ${NOT_DISLIKED}
         AND coalesce(b.hidden, 0) = 0 AND (j.closed_at IS NULL OR j.closed_at > ?) AND ${notBlocked('j.company_id')}
       ORDER BY m.score DESC, m.job_id DESC LIMIT ?`,
    )
    .all(status, sure, score, id, now, limit)
}

/** One page and the cursor of the next. Jobs of which too little could be compared come after all others. */
function pageOf(
  db: Db,
  after: Cursor,
  now: string,
  limit: number,
): { rows: RecommendedRow[]; cursor: string | null } {
  const rows: RecommendedRow[] = []
  for (
    let from: Cursor | null = after;
    from !== null && rows.length <= limit;
    from = from[0] === 0 ? [1, FIRST[1], FIRST[2]] : null
  ) {
    const start = from
    const found = NOT_APPLIED.flatMap(status => nextOf(db, status, start, now, limit + 1 - rows.length))
    found.sort((a, b) => b.score - a.score || b.job_id - a.job_id)
    rows.push(...found.slice(0, limit + 1 - rows.length))
  }
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    rows: page,
    cursor: more ? JSON.stringify([last.less_sure, last.score, last.job_id] satisfies Cursor) : null,
  }
}

function cursorOf(text: string | null): Cursor {
  if (text === null) return FIRST
  try {
    return Cursor.safeParse(JSON.parse(text)).data ?? FIRST
  } catch {
    return FIRST
  }
}

/** Why a job is recommended: what won the most points of what could be compared, in one or two sentences. */
function reasons(db: Db, profile: Profile): (row: RecommendedRow) => string {
  const explain = createMatchExplainer(profile)
  return row => {
    const job = rankableJob(db, row.job_id, [])
    if (!job) return ''
    const { parts } = explain(job, { ...row, less_sure: row.less_sure === 1 })
    const known = parts.filter(({ state, points }) => state === 'known' && points > 0)
    return known
      .sort((a, b) => b.points - a.points)
      .slice(0, 2)
      .map(({ evidence }) => evidence)
      .join(' · ')
  }
}

/** Answers `recommendations.list`; `profileOf` reads the present profile. */
export function recommendationQueries(profileOf: (db: Db) => Profile) {
  return {
    'recommendations.list': ({ db, clock }, { cursor, limit }) => {
      const now = clock.now()
      const page = pageOf(db, cursorOf(cursor), now, limit)
      const jobs = new Map(
        rowsOf(
          db,
          page.rows.map(row => row.job_id),
          now,
        ).map(job => [Number(job.id), job]),
      )
      const why = reasons(db, profileOf(db))
      return {
        rows: page.rows.flatMap(row => {
          const job = jobs.get(row.job_id)
          return job ? { job, match: row.score, lessSure: row.less_sure === 1, why: why(row) } : []
        }),
        cursor: page.cursor,
      }
    },
  } satisfies Partial<Queries>
}
