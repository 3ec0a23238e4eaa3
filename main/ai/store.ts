import type { AiRung } from '../contract/ai.ts'
import type { Db } from '../platform/db/connection.ts'
import { bookedCost } from './rules/money.ts'

/** The SQL of calls, their cost and what is known of endpoints. Writers expect an open transaction. */

const KEEP_MS = 90 * 24 * 60 * 60 * 1000
const DELETED_AT_ONCE = 50

/** What counts against the caps, in micro-dollars: spent and reserved. */
export interface Spending {
  day: number
  month: number
}

export interface DaySums {
  spent: number
  reserved: number
  calls: number
  tokens_in: number
  tokens_out: number
}

const SUMS =
  'total(spent) AS spent, total(reserved) AS reserved, total(calls) AS calls, total(tokens_in) AS tokens_in, total(tokens_out) AS tokens_out'
const NO_SUMS: DaySums = { spent: 0, reserved: 0, calls: 0, tokens_in: 0, tokens_out: 0 }

/** Sums of a local date, YYYY-MM-DD, and of its month. */
export function sumsOf(db: Db, day: string): { day: DaySums; month: DaySums } {
  const sums = db.sql<{ [K in keyof DaySums]: number }>(
    `SELECT ${SUMS} FROM ai_days WHERE day BETWEEN ? AND ?`,
  )
  const month = day.slice(0, 7)
  return {
    day: sums.first(day, day) ?? NO_SUMS,
    month: sums.first(`${month}-01`, `${month}-31`) ?? NO_SUMS,
  }
}

export function spendingOf(db: Db, date: string): Spending {
  const { day, month } = sumsOf(db, date)
  return { day: day.spent + day.reserved, month: month.spent + month.reserved }
}

/** The caps in micro-dollars. */
export type Caps = Spending

export interface Reservation {
  /** ISO 8601 UTC. */
  at: string
  day: string
  purpose: string
  model: string
  /** The most that the call can cost, micro-dollars. */
  worst: number
}

/** Holds the worst cost of a call back from the caps; answers the cap that it would exceed. */
export function reserve(
  db: Db,
  call: Reservation,
  caps: Caps,
): { ok: true; id: number } | { ok: false; cap: 'day' | 'month' } {
  const { at, day, purpose, model, worst } = call
  const used = spendingOf(db, day)
  // What costs nothing is never over a cap.
  if (worst > 0 && used.month + worst > caps.month) return { ok: false, cap: 'month' }
  if (worst > 0 && used.day + worst > caps.day) return { ok: false, cap: 'day' }
  deleteOld(db, at)
  const { lastId } = db
    .sql('INSERT INTO ai_calls (at, day, purpose, model, reserved) VALUES (?, ?, ?, ?, ?)')
    .run(at, day, purpose, model, worst)
  return { ok: true, id: lastId }
}

function deleteOld(db: Db, at: string): void {
  db.sql(
    `DELETE FROM ai_calls WHERE id IN
      (SELECT id FROM ai_calls WHERE at < ? AND state <> 'open' ORDER BY at LIMIT ${DELETED_AT_ONCE})`,
  ).run(new Date(Date.parse(at) - KEEP_MS).toISOString())
}

/** How a call ended. */
export interface Ending {
  state: 'done' | 'failed'
  /** Micro-dollars. */
  cost: number
  tokensIn: number
  tokensOut: number
  milliseconds: number
  message: string | null
}

/** Books what a call cost instead of what was held back for it; answers what was booked, micro-dollars. */
export function settle(db: Db, id: number, ending: Ending, caps: Caps): number {
  const call = db
    .sql<{ day: string; reserved: number }>(
      `SELECT day, reserved FROM ai_calls WHERE id = ? AND state = 'open'`,
    )
    .first(id)
  if (!call) return 0
  const used = spendingOf(db, call.day)
  const cost = bookedCost(ending.cost, call.reserved, Math.min(caps.day - used.day, caps.month - used.month))
  db.sql(
    `UPDATE ai_calls SET state = ?, cost = ?, tokens_in = ?, tokens_out = ?, milliseconds = ?, message = ? WHERE id = ?`,
  ).run(ending.state, cost, ending.tokensIn, ending.tokensOut, ending.milliseconds, ending.message, id)
  return cost
}

/** A call was sent and its answer never came: all that was held back counts as spent. Answers that, micro-dollars. */
export function countAsSpent(db: Db, id: number, milliseconds: number, message: string): number {
  db.sql(
    `UPDATE ai_calls SET state = 'unknown', cost = reserved, milliseconds = ?, message = ? WHERE id = ? AND state = 'open'`,
  ).run(milliseconds, message, id)
  return db.sql<{ cost: number }>('SELECT cost FROM ai_calls WHERE id = ?').first(id)?.cost ?? 0
}

/** The calls of a process that was ended: they may have been answered and billed. */
export function countOpenAsSpent(db: Db, message: string): number {
  return db
    .sql(`UPDATE ai_calls SET state = 'unknown', cost = reserved, message = ? WHERE state = 'open'`)
    .run(message).changes
}

export interface CallRow {
  id: number
  at: string
  purpose: string
  model: string
  state: 'open' | 'done' | 'failed' | 'unknown'
  reserved: number
  cost: number
  tokens_in: number
  tokens_out: number
  milliseconds: number | null
  message: string | null
}

/** The newest calls first. */
export const lastCalls = (db: Db, limit: number): CallRow[] =>
  db
    .sql<{ [K in keyof CallRow]: CallRow[K] }>(
      `SELECT id, at, purpose, model, state, reserved, cost, tokens_in, tokens_out, milliseconds, message FROM ai_calls
       ORDER BY id DESC LIMIT ?`,
    )
    .all(limit)

/** What an endpoint was found to understand. */
export interface Endpoint {
  rung: AiRung | null
  /** When that was found out, ISO 8601 UTC. */
  rung_at: string | null
  base: string | null
  limit_name: 'max_tokens' | 'max_completion_tokens' | null
  temperature: number
}

const UNKNOWN_ENDPOINT: Endpoint = {
  rung: null,
  rung_at: null,
  base: null,
  limit_name: null,
  temperature: 1,
}

export const readEndpoint = (db: Db, baseUrl: string, model: string): Endpoint =>
  db
    .sql<{ [K in keyof Endpoint]: Endpoint[K] }>(
      'SELECT rung, rung_at, base, limit_name, temperature FROM ai_endpoints WHERE base_url = ? AND model = ?',
    )
    .first(baseUrl, model) ?? UNKNOWN_ENDPOINT

export function saveEndpoint(db: Db, baseUrl: string, model: string, endpoint: Endpoint): void {
  db.sql(
    `INSERT INTO ai_endpoints (base_url, model, rung, rung_at, base, limit_name, temperature) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (base_url, model) DO UPDATE SET rung = excluded.rung, rung_at = excluded.rung_at,
       base = excluded.base, limit_name = excluded.limit_name, temperature = excluded.temperature`,
  ).run(
    baseUrl,
    model,
    endpoint.rung,
    endpoint.rung_at,
    endpoint.base,
    endpoint.limit_name,
    endpoint.temperature,
  )
}

/** Why nothing is asked. */
export interface Rest {
  base_url: string | null
  wait_until: string | null
  wait_reason: string | null
  stopped: string | null
  key_host: string | null
  refused_on: string | null
  refused_cost: number | null
}

const NO_REST: Rest = {
  base_url: null,
  wait_until: null,
  wait_reason: null,
  stopped: null,
  key_host: null,
  refused_on: null,
  refused_cost: null,
}

export const readRest = (db: Db): Rest =>
  db
    .sql<{ [K in keyof Rest]: Rest[K] }>(
      'SELECT base_url, wait_until, wait_reason, stopped, key_host, refused_on, refused_cost FROM ai_rest WHERE id = 1',
    )
    .first() ?? NO_REST

export function saveRest(db: Db, change: Partial<Rest>): void {
  const next = { ...readRest(db), ...change }
  db.sql(
    `INSERT INTO ai_rest (id, base_url, wait_until, wait_reason, stopped, key_host, refused_on, refused_cost)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET base_url = excluded.base_url, wait_until = excluded.wait_until,
       wait_reason = excluded.wait_reason, stopped = excluded.stopped, key_host = excluded.key_host,
       refused_on = excluded.refused_on, refused_cost = excluded.refused_cost`,
  ).run(
    next.base_url,
    next.wait_until,
    next.wait_reason,
    next.stopped,
    next.key_host,
    next.refused_on,
    next.refused_cost,
  )
}
