import type { BackupTask } from '../backup/service.ts'
import type { LookTask } from '../checks/service.ts'
import { trimDocuments } from '../documents/service.ts'
import { trimNotifications } from '../notifications/service.ts'
import type { CommandContext } from '../platform/context.ts'
import { listBackups } from '../platform/db/backup.ts'
import { trimChanges } from '../platform/db/job-changes.ts'
import { checkpoint } from '../platform/db/pragmas.ts'
import { ensureReserve } from '../platform/db/reserve.ts'
import { readStartState } from '../platform/db/start-state.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { trimEvents } from '../platform/events/trim.ts'
import { mergeSearchIndex } from '../postings/service.ts'
import { learnOlderWords } from '../search/service.ts'

/** Long work that an own connection on a compute thread can do. */
export type UpkeepTask = BackupTask | { kind: 'check'; dataDir: string; file: string } | LookTask

interface Options {
  context: CommandContext
  file: string
  backups: string
  /** The whole file has to be checked now that the start is over. */
  checkDue: boolean
  /** True while a run writes: upkeep waits for quiet. */
  busy(): boolean
  run(task: UpkeepTask): Promise<unknown>
  /** Scores that count ages to an earlier day are made anew. */
  rankForToday(): void
  /** Makes the checks of the data when the last time is a day ago. */
  checkData(): void
}

const CHECKPOINT_EVERY_MS = 30_000
const TIDY_EVERY_MS = 10_000
const LOOK_EVERY_MS = 10 * 60_000
/** The start is for the person; upkeep comes after. */
const FIRST_LOOK_MS = 60_000
const DAY_MS = 24 * 60 * 60 * 1000

/** Each takes one bite of what is kept for a while only; true when more may be left. */
const TRIMMED: readonly ((tx: Tx) => boolean)[] = [trimEvents, trimNotifications]

/** Keeps the data folder in order while nobody waits: checkpoints, a backup a day, the reserve, old events. */
export function startUpkeep(options: Options): { stop(): void } {
  const { context, file, backups, checkDue, busy, run, rankForToday, checkData } = options
  const { db, log } = context
  let stopped = false
  const failed = (what: string) => (error: unknown) =>
    log.warn(`${what} failed`, { reason: error instanceof Error ? error.message : String(error) })

  /** Old rows go in small bites, between which commands get their turn. */
  const trim = (): void => {
    try {
      const bites = () => [...TRIMMED.map(bite => context.unit(bite)), trimDocuments(context)]
      const more = !stopped && bites().includes(true)
      if (more) setImmediate(trim)
    } catch (error) {
      failed('Trimming what is old')(error)
    }
  }
  /** When the whole file was last given to be checked; it is not given again before a day is over. */
  let wholeAt = Number.NEGATIVE_INFINITY
  const checkWhole = (now: number, due: boolean) => {
    const { checkedAt } = readStartState(context.dataDir)
    const old = checkedAt === null || now - Date.parse(checkedAt) > DAY_MS
    if (now - wholeAt < DAY_MS || !(due || old)) return
    wholeAt = now
    run({ kind: 'check', dataDir: context.dataDir, file }).catch(failed('The daily check'))
  }
  const look = () => {
    ensureReserve(context.dataDir)
    context.unit(tx => trimChanges(tx.db))
    trim()
    rankForToday()
    const newest = listBackups(backups)[0]
    if (!newest || context.clock.millis() - Date.parse(newest.at) > DAY_MS)
      run({ kind: 'backup', file, folder: backups, reason: 'daily' }).catch(failed('The daily backup'))
    checkWhole(context.clock.millis(), checkDue && wholeAt < 0)
    if (!busy()) checkData()
  }
  const guarded = () => {
    try {
      look()
    } catch (error) {
      failed('Upkeep')(error)
    }
  }
  let tidying = false
  /** Between two steps, commands get their turn. */
  const tidy = () => {
    try {
      tidying = !stopped && !busy() && context.unit(tx => learnOlderWords(tx.db) || mergeSearchIndex(tx.db))
      if (tidying) setImmediate(tidy)
    } catch (error) {
      tidying = false
      clearInterval(tidies)
      failed('Tidying the search index')(error)
    }
  }
  // After a failure, such as a full disk, the next start tries again.
  const tidies = setInterval(() => tidying || tidy(), TIDY_EVERY_MS)
  const timers = [
    setInterval(() => checkpoint(db.raw, { idle: !busy() }), CHECKPOINT_EVERY_MS),
    tidies,
    setInterval(guarded, LOOK_EVERY_MS),
  ]
  const first = setTimeout(guarded, FIRST_LOOK_MS)
  return {
    stop() {
      stopped = true
      clearTimeout(first)
      for (const timer of timers) clearInterval(timer)
    },
  }
}
