import type { JobFilter, JobSort } from '../contract/job-filter.ts'
import type { RankingWeights } from '../contract/ranking.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { bestUnder, pendingWeights, sharesOf } from '../ranking/service.ts'
import { BEST_ROW, CAMPAIGN_ROW, notBlocked, type RawRow } from './rows.ts'
import { type Cursor, cursorText, OPEN_STATUSES, parseCursor } from './rules.ts'
import { searchCandidates } from './search.ts'

/** The SQL of the jobs list. Each status is one short range of an index; the ranges are merged here. */

const sortValue: Record<JobSort, (row: RawRow) => number> = {
  score: row => row.score ?? -1,
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
  /** 1: those too that the rules hide. */
  hidden: 0 | 1
}

const SHOWN = notBlocked('j.company_id')

/** The next rows of one status: a range of the index of that sort. */
function nextRows(db: Db, sort: JobSort, range: Range): RawRow[] {
  const { campaignId, status, after, sinceId, limit } = range
  const [value, id] = after
  const row = campaignId === null ? BEST_ROW : CAMPAIGN_ROW
  const campaign: SqlValue[] = campaignId === null ? [] : [campaignId]
  const from = `SELECT ${row.columns} FROM jobs j`
  switch (sort) {
    case 'score':
      return bestRows(db, range)
    case 'newest':
      return db
        .sql<RawRow>(
          `${from} ${row.joins} WHERE j.status = ? AND j.id < ? AND j.id >= ? AND ${row.hidden} <= ? AND ${SHOWN}
           ORDER BY j.id DESC LIMIT ?`,
        )
        .all(...campaign, status, id, sinceId, range.hidden, limit)
    case 'salary': {
      const paid =
        value < 0
          ? []
          : db
              .sql<RawRow>(
                `${from} INDEXED BY jobs_by_salary ${row.joins} WHERE j.status = ? AND j.salary_year_high IS NOT NULL
                 AND (j.salary_year_high, j.id) < (?, ?) AND j.id >= ? AND ${row.hidden} <= ? AND ${SHOWN}
                 ORDER BY j.salary_year_high DESC, j.id DESC LIMIT ?`,
              )
              .all(...campaign, status, value, id, sinceId, range.hidden, limit)
      if (paid.length === limit) return paid
      const unpaid = db
        .sql<RawRow>(
          `${from} ${row.joins} WHERE j.status = ? AND j.salary_year_high IS NULL AND j.id < ? AND j.id >= ?
             AND ${row.hidden} <= ? AND ${SHOWN}
           ORDER BY j.id DESC LIMIT ?`,
        )
        .all(
          ...campaign,
          status,
          value < 0 ? id : Number.MAX_SAFE_INTEGER,
          sinceId,
          range.hidden,
          limit - paid.length,
        )
      return [...paid, ...unpaid]
    }
  }
}

/** The next rows of one status by score: what is shown is one range of the index, what is hidden another. */
function bestRows(
  db: Db,
  { campaignId, status, after: [score, id], sinceId, limit, hidden }: Range,
): RawRow[] {
  const rows = (isHidden: 0 | 1) =>
    campaignId === null
      ? db
          .sql<RawRow>(
            `SELECT ${BEST_ROW.columns} FROM best_rankings b CROSS JOIN jobs j ON j.id = b.job_id
               LEFT JOIN rankings r ON r.campaign_id = b.campaign_id AND r.job_id = b.job_id
               LEFT JOIN matches m ON m.job_id = b.job_id
             WHERE b.hidden = ? AND b.status = ? AND (b.score, b.job_id) < (?, ?) AND b.job_id >= ? AND ${SHOWN}
             ORDER BY b.score DESC, b.job_id DESC LIMIT ?`,
          )
          .all(isHidden, status, score, id, sinceId, limit)
      : db
          .sql<RawRow>(
            `SELECT ${CAMPAIGN_ROW.columns} FROM rankings r CROSS JOIN jobs j ON j.id = r.job_id
               LEFT JOIN matches m ON m.job_id = r.job_id
             WHERE r.campaign_id = ? AND r.hidden = ? AND r.status = ? AND (r.score, r.job_id) < (?, ?) AND r.job_id >= ?
               AND ${SHOWN}
             ORDER BY r.score DESC, r.job_id DESC LIMIT ?`,
          )
          .all(campaignId, isHidden, status, score, id, sinceId, limit)
  return hidden === 1 && status === 'waiting' ? [...rows(0), ...rows(1)] : rows(0)
}

/**
 * The next rows of a campaign by score while its stored scores are being made anew, since its weights changed: ordered by
 * the stored shares, so that the list follows at once.
 */
function reorderedRows(
  db: Db,
  campaignId: number,
  weights: RankingWeights,
  statuses: readonly JobStatus[],
  { after: [score, id], sinceId, limit, hidden }: Omit<Range, 'campaignId' | 'status'>,
): RawRow[] {
  const all = sharesOf(db, campaignId, statuses)
  const blocked = new Set(
    db
      .sql<{ id: number }>(
        'SELECT j.id FROM companies c CROSS JOIN jobs j ON j.company_id = c.id WHERE c.blocked = 1',
      )
      .all()
      .map(row => row.id),
  )
  const best = bestUnder(all, weights, { score, id }, limit, index => {
    const job = all.ids[index] ?? 0
    return job >= sinceId && (all.hidden[index] ?? 0) <= hidden && !blocked.has(job)
  })
  const scores = new Map(best.map(one => [one.id, one.score]))
  return db
    .sql<RawRow>(
      `SELECT ${CAMPAIGN_ROW.columns} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${CAMPAIGN_ROW.joins}`,
    )
    .all(JSON.stringify(best.map(one => one.id)), campaignId)
    .map(row => ({ ...row, score: scores.get(row.id) ?? row.score }))
}

/** Rows of a small chosen set (search hits, favourites, new ones), sorted and paged in memory. */
function fromSet(
  db: Db,
  ids: readonly number[],
  { campaignId, favourite, companyId, ineligible }: JobFilter,
  statuses: readonly JobStatus[],
): RawRow[] {
  const row = campaignId === null ? BEST_ROW : CAMPAIGN_ROW
  // What the person marked, or the company that they look at, is shown whole.
  const hidden = ineligible || favourite || companyId !== null ? 1 : 0
  const values: SqlValue[] = campaignId === null ? [] : [campaignId]
  return db
    .sql<RawRow>(
      `SELECT ${row.columns} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${row.joins}
       WHERE j.status IN (SELECT value FROM json_each(?)) AND (? = 0 OR j.favourite = 1) AND ${row.hidden} <= ?
         AND ${companyId === null ? SHOWN : 'j.company_id = ?'}`,
    )
    .all(
      JSON.stringify(ids),
      ...values,
      JSON.stringify(statuses),
      favourite ? 1 : 0,
      hidden,
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
  const { campaignId } = filter
  const hidden = filter.ineligible ? 1 : 0
  const range = { after, sinceId, limit: limit + 1, hidden } as const
  const weights =
    campaignId === null || sort !== 'score' || set !== null ? null : pendingWeights(db, campaignId)
  const rows =
    set === null
      ? weights !== null && campaignId !== null
        ? reorderedRows(db, campaignId, weights, statuses, range)
        : statuses.flatMap(status => nextRows(db, sort, { ...range, campaignId, status }))
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
