import type { LookupState } from '../contract/companies.ts'
import type { Db } from '../platform/db/connection.ts'

/** The SQL of the queue of look-ups. Writers expect an open transaction. */

/** What is remembered of the look-ups as a whole. */
export interface Lookups {
  /** The local date that `asked` counts. */
  day: string
  asked: number
  failures_in_a_row: number
  wait_until: string | null
  wait_by: 'server' | 'breaker' | null
  wait_reason: string | null
  stopped: string | null
}

const NOTHING_YET: Lookups = {
  day: '',
  asked: 0,
  failures_in_a_row: 0,
  wait_until: null,
  wait_by: null,
  wait_reason: null,
  stopped: null,
}

export function readLookups(db: Db): Lookups {
  return (
    db
      .sql<Lookups & Record<string, never>>(
        `SELECT day, asked, failures_in_a_row, wait_until, wait_by, wait_reason, stopped FROM company_lookups
         WHERE id = 1`,
      )
      .first() ?? NOTHING_YET
  )
}

export function saveLookups(db: Db, change: Partial<Lookups>): void {
  const next = { ...readLookups(db), ...change }
  db.sql(
    `INSERT INTO company_lookups (id, day, asked, failures_in_a_row, wait_until, wait_by, wait_reason, stopped)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET day = excluded.day, asked = excluded.asked,
       failures_in_a_row = excluded.failures_in_a_row, wait_until = excluded.wait_until, wait_by = excluded.wait_by,
       wait_reason = excluded.wait_reason, stopped = excluded.stopped`,
  ).run(
    next.day,
    next.asked,
    next.failures_in_a_row,
    next.wait_until,
    next.wait_by,
    next.wait_reason,
    next.stopped,
  )
}

/** How the look-up of one company stands. */
export interface CompanyState {
  state: LookupState
  attempts: number
  next_attempt_at: string | null
  last_error: string | null
  updated_at: string
}

export function companyState(db: Db, companyId: number): CompanyState | undefined {
  return db
    .sql<CompanyState & Record<string, never>>(
      `SELECT state, attempts, next_attempt_at, last_error, updated_at FROM company_enrichment WHERE company_id = ?`,
    )
    .first(companyId)
}

export function saveCompanyState(db: Db, companyId: number, state: CompanyState): void {
  db.sql(
    `INSERT INTO company_enrichment (company_id, state, attempts, next_attempt_at, last_error, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (company_id) DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
       next_attempt_at = excluded.next_attempt_at, last_error = excluded.last_error, updated_at = excluded.updated_at`,
  ).run(companyId, state.state, state.attempts, state.next_attempt_at, state.last_error, state.updated_at)
}

export function countInState(db: Db, state: LookupState): number {
  return (
    db.sql<{ n: number }>('SELECT count(*) AS n FROM company_enrichment WHERE state = ?').first(state)?.n ?? 0
  )
}

/** Statuses whose jobs matter most, in this order; those of one status by their score. */
const BY_WEIGHT = ['offer', 'interview', 'applied', 'preparing_to_apply', 'approved', 'waiting'] as const
/** So many of the best jobs of a status are looked at for a company that is due. */
const MOST_JOBS = 1000

const DUE = `c.blocked = 0 AND (e.state = 'pending' OR e.state IN ('not_found', 'error') AND e.next_attempt_at <= ?)`

/**
 * The company to be looked up next at `now`: favourites first, then those of the best jobs, then all others; null when
 * none is due. Blocked ones are never looked up.
 */
export function dueCompany(db: Db, now: string): number | null {
  const favourite = db
    .sql<{ id: number }>(
      `SELECT c.id FROM companies c JOIN company_enrichment e ON e.company_id = c.id
       WHERE c.favourite = 1 AND ${DUE} ORDER BY c.id LIMIT 1`,
    )
    .first(now)
  if (favourite) return favourite.id
  const best = db.sql<{ id: number }>(
    `SELECT c.id FROM (SELECT j.company_id, b.score FROM best_rankings b CROSS JOIN jobs j ON j.id = b.job_id
       WHERE b.hidden = 0 AND b.status = ? ORDER BY b.score DESC, b.job_id DESC LIMIT ${MOST_JOBS}) top
     CROSS JOIN company_enrichment e ON e.company_id = top.company_id CROSS JOIN companies c ON c.id = e.company_id
     WHERE ${DUE} ORDER BY top.score DESC LIMIT 1`,
  )
  for (const status of BY_WEIGHT) {
    const found = best.first(status, now)
    if (found) return found.id
  }
  const other = db.sql<{ id: number }>(
    `SELECT c.id FROM company_enrichment e CROSS JOIN companies c ON c.id = e.company_id
     WHERE e.state = ? AND (e.next_attempt_at IS NULL OR e.next_attempt_at <= ?) AND c.blocked = 0 LIMIT 1`,
  )
  for (const state of ['pending', 'error', 'not_found']) {
    const found = other.first(state, now)
    if (found) return found.id
  }
  return null
}
