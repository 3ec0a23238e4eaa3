import type { CheckName } from '../contract/checks.ts'
import { RunId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import { CHECKS } from './all.ts'
import { type Check, walksOf } from './check.ts'
import { type Given, given, touchedSql } from './rules/walk.ts'
import { type Found, forgetRun, insertResult, keepRows, trimResults, type WrongRow } from './store.ts'
import { tellOfFailures } from './tell.ts'
import { failedWords, PASSED } from './words.ts'

/** The checks after a run: quick, since they look only at what the run touched, and at no more than its newest jobs. */

/** A run that came to its checks. */
export interface CheckedRun {
  id: number
  campaignId: number
  /** An ended run that is checked again: its jobs are looked at instead. */
  of?: number
  /** When the run whose jobs are looked at began, ISO 8601 UTC. */
  since: string
}

export interface AroundRun {
  signal: AbortSignal
  /** So many of the checks are made. */
  progress(done: number, total: number): void
}

const MOST_JOBS = 2_000
const RAW_AT_ONCE = 500

/** Jobs that a run brought or changed, the newest first, at most 2,000. Other work gets its turn in between. */
async function touchedJobs(
  db: Db,
  { id, of = id, since }: CheckedRun,
  signal: AbortSignal,
): Promise<number[]> {
  const jobs = new Set<number>()
  const page = db.sql<{ id: number; run_id: number | null; loaded_at: string; job_id: number | null }>(
    `SELECT r.id, r.run_id, r.loaded_at, p.job_id FROM
       (SELECT id, run_id, loaded_at FROM raw_postings WHERE id < ? ORDER BY id DESC LIMIT ?) r
     LEFT JOIN postings p ON p.raw_posting_id = r.id ORDER BY r.id DESC`,
  )
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = page.all(before, RAW_AT_ONCE)
    for (const row of rows) if (row.run_id === of && row.job_id !== null) jobs.add(row.job_id)
    const last = rows.at(-1)
    if (!last || rows.length < RAW_AT_ONCE || last.loaded_at < since || jobs.size >= MOST_JOBS) break
    before = last.id
    await new Promise(resolve => setImmediate(resolve))
    if (signal.aborted) break
  }
  return [...jobs].slice(0, MOST_JOBS)
}

function lookAfter(db: Db, check: Check, what: Given): { found: Found; rows: WrongRow[] } {
  const begun = performance.now()
  const { name, severity } = check
  const rows: WrongRow[] = []
  let looked = 0
  const found = (state: Found['state'], message: string): Found => ({
    name,
    severity,
    state,
    failing: rows.length,
    looked,
    message,
    milliseconds: performance.now() - begun,
  })
  try {
    for (const walk of walksOf(check, db)) {
      if (walk.touched === undefined) continue
      const answer = db.sql<{ looked: number; keys: string }>(touchedSql(walk)).first(...given(what))
      looked += answer?.looked ?? 0
      const keys: unknown[] = JSON.parse(answer?.keys ?? '[]')
      for (const key of keys) rows.push({ walk: walk.name, key: JSON.stringify(key) })
    }
    return {
      found:
        rows.length === 0 ? found('passed', PASSED) : found('failed', failedWords(db, check, rows, what.now)),
      rows,
    }
  } catch (error) {
    return { found: found('error', error instanceof Error ? error.message : String(error)), rows: [] }
  }
}

/**
 * Makes the checks after a run and keeps what they found; asked again, the new results take the place of the old ones.
 * Between two checks other work gets its turn. Stops without keeping anything when `signal` says so.
 */
export async function checkRun(
  context: CommandContext,
  run: CheckedRun,
  { signal, progress }: AroundRun,
): Promise<{ failing: CheckName[]; critical: boolean }> {
  const { db, clock } = context
  const what = { now: clock.now(), jobs: await touchedJobs(db, run, signal), campaignId: run.campaignId }
  const all: ReturnType<typeof lookAfter>[] = []
  for (const check of CHECKS) {
    if (signal.aborted) return { failing: [], critical: false }
    all.push(lookAfter(db, check, what))
    progress(all.length, CHECKS.length)
    await new Promise(resolve => setImmediate(resolve))
  }
  const failed = all.filter(({ found }) => found.state === 'failed').map(({ found }) => found)
  const critical = failed.some(({ severity }) => severity === 'critical')
  const failing = failed.map(({ name }) => name)
  context.unit(tx => {
    forgetRun(tx.db, run.id)
    const fresh: Found[] = []
    for (const { found, rows } of all) {
      if (insertResult(tx.db, found, run.id, tx.now)) fresh.push(found)
      if (rows.length > 0) keepRows(tx.db, found.name, rows, false)
      trimResults(tx.db, found.name)
    }
    tellOfFailures(tx, fresh, run.id)
    tx.emit('checks.finished', { runId: RunId.parse(run.id), failing, critical })
  })
  return { failing, critical }
}
