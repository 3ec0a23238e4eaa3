import type { CheckResultView } from '../contract/checks.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { CHECKS, checkNamed } from './all.ts'
import { type Check, walksOf } from './check.ts'
import type { Checks } from './pass.ts'
import { lookAt, type Place } from './piece.ts'
import {
  keptRowsAfter,
  listRepairs,
  passUnderWay,
  resultsOfRun,
  resultsOverAll,
  type WrongRow,
} from './store.ts'
import { failedWords, PASSED, wordsOf } from './words.ts'

export { checkRun } from './after-run.ts'
export { type Checks, createChecks } from './pass.ts'
export type { LookTask } from './piece.ts'

/** What the checks after a run found; empty: none were made. */
export function checksOfRun(db: Db, runId: number): CheckResultView[] {
  return resultsOfRun(db, runId)
}

/** Every check with its newest result over all data; null: never made. */
export function standingOfChecks(
  db: Db,
): (Pick<Check, 'name' | 'title' | 'severity'> & { last: CheckResultView | null })[] {
  return CHECKS.map(({ name, title, severity }) => ({
    name,
    title,
    severity,
    last: resultsOverAll(db, name, 1)[0] ?? null,
  }))
}

/** What a check found of all data, by a caller that keeps nothing. */
export type CheckedNow = Pick<
  CheckResultView,
  'name' | 'severity' | 'state' | 'failing' | 'looked' | 'message'
> & {
  title: string
}

/** Makes every check over all data, one after the other on this thread; some seconds at 100,000 jobs. */
export function checkNow(db: Db, file: string, now: string): CheckedNow[] {
  return CHECKS.map(check => {
    const { name, title, severity } = check
    try {
      const rows: WrongRow[] = []
      let looked = 0
      let from: Place | null = null
      do {
        const piece = lookAt(db, { kind: 'look', file, name, walks: null, from, now })
        looked += piece.looked
        rows.push(...piece.wrong)
        from = piece.next
      } while (from !== null)
      const state = rows.length === 0 ? 'passed' : 'failed'
      const message = rows.length === 0 ? PASSED : failedWords(db, check, rows, now)
      return { name, title, severity, state, failing: rows.length, looked, message }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return { name, title, severity, state: 'error', failing: 0, looked: 0, message }
    }
  })
}

const TREND = 60

export const checkQueries = {
  'checks.list': ({ db }) => ({
    checks: CHECKS.map(check => {
      const { name, title, hint, severity } = check
      const results = resultsOverAll(db, name, TREND)
      return {
        name,
        title,
        hint,
        severity,
        last: results[0] ?? null,
        trend: results.toReversed().map(({ at, failing }) => ({ at, failing })),
        repairable: check.mend !== undefined,
      }
    }),
    running: passUnderWay(db) !== null,
  }),
  'checks.rows': ({ db, clock }, { name, cursor, limit }) => {
    const walks = walksOf(checkNamed(name), db)
    const now = clock.now()
    const shown = (row: WrongRow) => {
      const asked = walks.find(each => each.name === row.walk)
      const words = asked && wordsOf(db, asked, row.key, now)
      return words
        ? [{ key: `${row.walk} ${row.key}`, what: words.what, detail: words.detail, target: words.page }]
        : []
    }
    const [walk = '', key = ''] = cursor === null ? [] : cursor.split('\n')
    // Rows that were put right since are left out; a page that would be empty gives way to the next one.
    for (let after: WrongRow = { walk, key }; ; ) {
      const kept = keptRowsAfter(db, name, after, limit)
      const rows = kept.flatMap(shown)
      const last = kept.length === limit ? kept.at(-1) : undefined
      if (!last) return { rows, cursor: null }
      if (rows.length > 0) return { rows, cursor: `${last.walk}\n${last.key}` }
      after = last
    }
  },
  'checks.repairs': ({ db }, { limit }) => listRepairs(db, limit),
} satisfies Partial<Queries>

/** The commands of the checks. */
export const checkCommands = (checks: Checks) =>
  ({
    'checks.run': (_, { names }) => ({ started: checks.start(names) }),
    'checks.cancel': () => ({ cancelled: checks.cancel() }),
    'checks.repair': (_, { name, dryRun }) => checks.repair(name, dryRun),
  }) satisfies Partial<Commands>
