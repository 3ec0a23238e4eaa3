import type { JobFilter, JobSort } from '../contract/shapes.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { notBlocked, type RawRow, ROW_COLUMNS } from './rows.ts'
import { type Cursor, cursorText, OPEN_STATUSES, parseCursor } from './rules.ts'
import { searchCandidates } from './search.ts'

/** The SQL of the jobs list. Each status is one short range of an index; the ranges are merged here. */

const BEST = 'LEFT JOIN rankings r ON r.job_id = j.id AND r.campaign_id = j.best_campaign_id'
const OF_CAMPAIGN = 'JOIN rankings r ON r.job_id = j.id AND r.campaign_id = ?'

const sortValue: Record<JobSort, (row: RawRow) => number> = {
  score: row => row.score ?? row.best_score,
  newest: row => row.id,
  // Jobs without a salary come after all others.
  salary: row => row.salary_year_high ?? -1,
}

interface Range {
  campaignId: number | null
  status: JobStatus
  after: Cursor
  /** Only jobs from this id on. */
  sinceId: number
  limit: number
}

const SHOWN = notBlocked('j.company_id')

/** The next rows of one status: a range of the index of that sort. */
function nextRows(db: Db, sort: JobSort, { campaignId, status, after, sinceId, limit }: Range): RawRow[] {
  const [value, id] = after
  if (sort === 'score' && campaignId !== null)
    return db
      .sql<RawRow>(
        `SELECT ${ROW_COLUMNS} FROM rankings r JOIN jobs j ON j.id = r.job_id
         WHERE r.campaign_id = ? AND r.status = ? AND (r.score, r.job_id) < (?, ?) AND r.job_id >= ? AND ${SHOWN}
         ORDER BY r.score DESC, r.job_id DESC LIMIT ?`,
      )
      .all(campaignId, status, value, id, sinceId, limit)
  const join = campaignId === null ? BEST : OF_CAMPAIGN
  const campaign: SqlValue[] = campaignId === null ? [] : [campaignId]
  const from = `SELECT ${ROW_COLUMNS} FROM jobs j`
  switch (sort) {
    case 'score':
      return db
        .sql<RawRow>(
          `${from} ${join} WHERE j.status = ? AND (j.best_score, j.id) < (?, ?) AND j.id >= ? AND ${SHOWN}
           ORDER BY j.best_score DESC, j.id DESC LIMIT ?`,
        )
        .all(...campaign, status, value, id, sinceId, limit)
    case 'newest':
      return db
        .sql<RawRow>(
          `${from} ${join} WHERE j.status = ? AND j.id < ? AND j.id >= ? AND ${SHOWN}
           ORDER BY j.id DESC LIMIT ?`,
        )
        .all(...campaign, status, id, sinceId, limit)
    case 'salary': {
      const paid =
        value < 0
          ? []
          : db
              .sql<RawRow>(
                `${from} INDEXED BY jobs_by_salary ${join} WHERE j.status = ? AND j.salary_year_high IS NOT NULL
                 AND (j.salary_year_high, j.id) < (?, ?) AND j.id >= ? AND ${SHOWN}
                 ORDER BY j.salary_year_high DESC, j.id DESC LIMIT ?`,
              )
              .all(...campaign, status, value, id, sinceId, limit)
      if (paid.length === limit) return paid
      const unpaid = db
        .sql<RawRow>(
          `${from} ${join} WHERE j.status = ? AND j.salary_year_high IS NULL AND j.id < ? AND j.id >= ? AND ${SHOWN}
           ORDER BY j.id DESC LIMIT ?`,
        )
        .all(...campaign, status, value < 0 ? id : Number.MAX_SAFE_INTEGER, sinceId, limit - paid.length)
      return [...paid, ...unpaid]
    }
  }
}

/** Rows of a small chosen set (search hits, favourites, new ones), sorted and paged in memory. */
function fromSet(
  db: Db,
  ids: readonly number[],
  { campaignId, favourite, companyId }: JobFilter,
  statuses: readonly JobStatus[],
): RawRow[] {
  const join = campaignId === null ? BEST : OF_CAMPAIGN
  const values: SqlValue[] = campaignId === null ? [] : [campaignId]
  return db
    .sql<RawRow>(
      `SELECT ${ROW_COLUMNS} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${join}
       WHERE j.status IN (SELECT value FROM json_each(?)) AND (? = 0 OR j.favourite = 1)
         AND ${companyId === null ? SHOWN : 'j.company_id = ?'}`,
    )
    .all(
      JSON.stringify(ids),
      ...values,
      JSON.stringify(statuses),
      favourite ? 1 : 0,
      ...(companyId === null ? [] : [companyId]),
    )
}

/** At most so many rows are ever taken into memory for a set. */
const MOST_IN_SET = 5000

/** Ids of the set that a filter chooses, or null when the pages come straight from an index. */
function chosenSet(db: Db, filter: JobFilter, sinceId: number): number[] | null {
  if (filter.text.trim() !== '') return searchCandidates(db, filter.text, MOST_IN_SET)
  if (filter.companyId !== null)
    return db
      .sql<{ id: number }>('SELECT id FROM jobs WHERE company_id = ? LIMIT ?')
      .all(filter.companyId, MOST_IN_SET)
      .map(row => row.id)
  const ids = filter.favourite
    ? db
        .sql<{ id: number }>('SELECT id FROM jobs WHERE favourite = 1 ORDER BY id DESC LIMIT ?')
        .all(MOST_IN_SET)
    : sinceId > 0
      ? db.sql<{ id: number }>('SELECT id FROM jobs WHERE id >= ? LIMIT ?').all(sinceId, MOST_IN_SET + 1)
      : null
  // Too many new ones for a set are so dense that the index finds them soon enough.
  if (ids === null || (!filter.favourite && ids.length > MOST_IN_SET)) return null
  return ids.map(row => row.id)
}

/** One page of the jobs list and the cursor of the next. `limit` is at most 200. */
export function pageOfJobs(
  db: Db,
  filter: JobFilter,
  sort: JobSort,
  cursor: string | null,
  limit: number,
): { rows: RawRow[]; cursor: string | null } {
  const statuses = filter.statuses.length > 0 ? filter.statuses : OPEN_STATUSES
  const after: Cursor = (cursor === null ? undefined : parseCursor(cursor)) ?? [
    Number.MAX_VALUE,
    Number.MAX_SAFE_INTEGER,
  ]
  const keyOf = sortValue[sort]
  const later = (a: RawRow, b: RawRow) => keyOf(b) - keyOf(a) || b.id - a.id
  // Found times rise with ids, so "found since" is a bound on the id.
  const sinceId = filter.foundSince === null ? 0 : firstIdSince(db, filter.foundSince)

  const set = chosenSet(db, filter, sinceId)
  const rows =
    set === null
      ? statuses.flatMap(status =>
          nextRows(db, sort, { campaignId: filter.campaignId, status, after, sinceId, limit: limit + 1 }),
        )
      : fromSet(db, set, filter, statuses).filter(
          row =>
            row.id >= sinceId && (keyOf(row) < after[0] || (keyOf(row) === after[0] && row.id < after[1])),
        )
  rows.sort(later)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, cursor: rows.length > limit && last ? cursorText([keyOf(last), last.id]) : null }
}

function firstIdSince(db: Db, since: string): number {
  const first = db
    .sql<{ id: number }>('SELECT id FROM jobs WHERE found_at >= ? ORDER BY found_at, id LIMIT 1')
    .first(since)
  return first?.id ?? Number.MAX_SAFE_INTEGER
}
