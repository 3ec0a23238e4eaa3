import type { CheckName } from '../contract/checks.ts'
import { refuse } from '../contract/errors.ts'
import type { Signal } from '../contract/events.ts'
import type { CommandContext } from '../platform/context.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { createTurn } from '../platform/turn.ts'
import { CHECKS, checkNamed } from './all.ts'
import type { Check } from './check.ts'
import type { LookTask, Piece, Place } from './piece.ts'
import { type Looked, type LookOver, repairCheck } from './repair.ts'
import {
  beginPass,
  endPass,
  type Found,
  insertResult,
  keepRows,
  MOST_ROWS_KEPT,
  oldestPass,
  passUnderWay,
  trimResults,
  type WrongRow,
} from './store.ts'
import { tellOfFailures } from './tell.ts'
import { failedWords, PASSED } from './words.ts'

/** Checks over all data, and repairs: one at a time, the looking on compute threads, the writing here. */

export interface ChecksContext extends CommandContext {
  signal(signal: Signal): void
  /** Counts messages to this thread when they are sent. */
  sent(): number
}

export interface Checks {
  /** Makes checks over all data in the background; null: all. False: some are under way. */
  start(names: readonly CheckName[] | null): boolean
  /** Ends those under way within a piece; what was found is kept. False: none are. */
  cancel(): boolean
  /** Starts them all when the last time is a day ago. */
  daily(): void
  repair(
    name: CheckName,
    dryRun: boolean,
  ): Promise<{ rows: number; examples: string[]; repairId: number | null }>
  /** Answers when nothing is under way. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Of the progress, pages are told at most so often. */
const TELL_EVERY_MS = 250

/** `run` carries out one piece on a compute thread. */
export function createChecks(context: ChecksContext, run: (task: LookTask) => Promise<unknown>): Checks {
  const { db, clock, log } = context
  const { file } = databasePaths(context.dataDir)
  let working: Promise<void> | null = null
  let cancelled = false
  let stopped = false
  // Only a process that was killed leaves it behind.
  if (passUnderWay(db) !== null) context.unit(tx => endPass(tx.db))

  let told = 0
  const tell = (name: CheckName, done: number, total: number, last = false) => {
    const now = performance.now()
    if (!last && now - told < TELL_EVERY_MS) return
    told = now
    context.signal({ type: 'checks.progress', payload: { name, done: Math.min(done, total), total } })
  }

  /** Looks over all rows of a check; null: it was cancelled. */
  const lookOver: LookOver = async (check, { walks, most = MOST_ROWS_KEPT } = {}) => {
    const begun = performance.now()
    const { name, severity } = check
    const rows: WrongRow[] = []
    let failing = 0
    let looked = 0
    let total = 0
    let from: Place | null = null
    const result = (state: Found['state'], message: string): Looked => ({
      found: { name, severity, state, failing, looked, message, milliseconds: performance.now() - begun },
      rows,
    })
    try {
      do {
        if (cancelled || stopped) return null
        const task: LookTask = { kind: 'look', file, name, walks: walks ?? null, from, now: clock.now() }
        // What a look answers is the pool's only answer to this task.
        const piece = (await run(task)) as Piece
        total = piece.total ?? total
        looked += piece.looked
        failing += piece.wrong.length
        for (const row of piece.wrong) if (rows.length < most) rows.push(row)
        from = piece.next
        tell(name, looked, total)
      } while (from !== null)
    } catch (error) {
      if (cancelled || stopped) return null
      return result('error', error instanceof Error ? error.message : String(error))
    }
    if (failing === 0) return result('passed', PASSED)
    return result('failed', failedWords(db, check, rows, clock.now(), failing))
  }

  /** Keeps what was found over all rows; answers the result when the check has begun to fail. */
  const keep = ({ found, rows }: Looked): Found[] =>
    context.unit(tx => {
      const fresh = insertResult(tx.db, found, null, tx.now)
      if (found.state !== 'error') keepRows(tx.db, found.name, rows, true)
      trimResults(tx.db, found.name)
      return fresh ? [found] : []
    })

  const pass = async (checks: readonly Check[]) => {
    const all: Found[] = []
    const fresh: Found[] = []
    context.unit(tx => beginPass(tx.db, tx.now))
    try {
      for (const check of checks) {
        const looked = await lookOver(check)
        if (looked === null) break
        all.push(looked.found)
        fresh.push(...keep(looked))
      }
    } finally {
      if (!stopped)
        context.unit(tx => {
          endPass(tx.db)
          tellOfFailures(tx, fresh, null)
          const failed = all.filter(({ state }) => state === 'failed')
          tx.emit('checks.finished', {
            runId: null,
            failing: failed.map(({ name }) => name),
            critical: failed.some(({ severity }) => severity === 'critical'),
          })
        })
    }
  }

  const begin = (work: () => Promise<void>): boolean => {
    if (working !== null || stopped) return false
    cancelled = false
    working = work()
      .catch(error =>
        log.warn('Checks failed', {
          reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      )
      .finally(() => {
        working = null
      })
    return true
  }

  const start: Checks['start'] = names =>
    begin(() => pass(names === null ? CHECKS : CHECKS.filter(({ name }) => names.includes(name))))

  return {
    start,
    cancel() {
      if (working === null) return false
      cancelled = true
      return true
    },
    daily() {
      const last = oldestPass(
        db,
        CHECKS.map(({ name }) => name),
      )
      if (last === null || Math.abs(clock.millis() - Date.parse(last)) >= DAY_MS) start(null)
    },
    repair(name, dryRun) {
      const answer = Promise.withResolvers<Awaited<ReturnType<Checks['repair']>>>()
      const begun = begin(async () => {
        try {
          const over = () => createTurn(context.sent)
          const repaired = await repairCheck(context, checkNamed(name), { dryRun, lookOver, over })
          if (!dryRun) {
            const looked = await lookOver(checkNamed(name))
            if (looked) keep(looked)
          }
          answer.resolve(repaired)
        } catch (error) {
          answer.reject(error)
        }
      })
      if (!begun)
        return refuse('busy', 'Checks are being made. Try again when they are done.', { retryable: true })
      return answer.promise
    },
    async settled() {
      while (working !== null) await working
    },
    async stop() {
      stopped = true
      while (working !== null) await working
    },
  }
}
