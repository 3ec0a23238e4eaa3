import { existsSync } from 'node:fs'
import { ensureWritableFolder, removeTemporaries } from '../files/data-folder.ts'
import { backUp, listBackups } from './backup.ts'
import { databasePaths } from './database-paths.ts'
import {
  type DatabaseFault,
  databaseError,
  databaseFault,
  type ErrorDetails,
  isCorrupt,
  isDiskFull,
} from './errors.ts'
import { inspectDatabase } from './inspect.ts'
import { type Depth, integrityFaults } from './integrity.ts'
import { areMendable, mendIndexes, type Rebuild } from './mend.ts'
import { type MigrateOptions, type MigrateResult, migrate, newerError } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { fileSize, openReader, openWriter, type Sqlite } from './pragmas.ts'
import { ensureReserve, releaseReserve } from './reserve.ts'
import { damagedName, type RestoreResult, restoreNewestGood } from './restore.ts'
import { isAsLeft, readStartState, type StartState, updateStartState } from './start-state.ts'

/** Something that happened at the start and that the person should read; the interface has the words for each code. */
export interface StartNotice {
  code: 'database_restored' | 'database_started_empty' | 'database_mended' | 'database_migrated' | 'disk_full'
  message: string
  details: ErrorDetails
}

export type PrepareResult =
  | {
      ok: true
      file: string
      backups: string
      version: number
      /** The database was made now: nothing is in it yet. */
      created: boolean
      /** The whole file should be checked and is too large to do it now: have a thread do `checkInBackground`. */
      checkDue: boolean
      notices: StartNotice[]
    }
  | { ok: false; error: DatabaseFault }

export interface PrepareOptions {
  migrations: readonly Migration[]
  appVersion: string
  now?: () => Date
  /** Writes a damaged full-text table anew from its source; without it, SQLite's own `rebuild` is tried. */
  rebuild?: Rebuild
  /** Size of the reserve; see `RESERVE_BYTES`. */
  reserveBytes?: number
  afterStatement?: MigrateOptions['afterStatement']
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Up to here a check of the whole file is not felt at the start. */
const QUICK_TO_CHECK_BYTES = 32 * 1024 * 1024

/**
 * Makes the database of a data folder ready to open: creates, checks, restores, migrates. To call once at the start,
 * under the folder's lock, before any connection. Never throws for what a disk or a file can do; see the codes.
 * A file of a newer app or of another app is refused with nothing changed.
 */
export function prepareDatabase(dataDir: string, options: PrepareOptions): PrepareResult {
  const notices: StartNotice[] = []
  try {
    ensureWritableFolder(dataDir)
    try {
      return prepared(dataDir, options, notices)
    } catch (error) {
      if (!isDiskFull(error) || !releaseReserve(dataDir)) throw error
      notices.push({ code: 'disk_full', message: 'The disk is full; the reserve was released.', details: {} })
      return prepared(dataDir, options, notices)
    }
  } catch (error) {
    const fault = databaseFault(error)
    if (!fault) throw error
    return { ok: false, error: fault }
  }
}

function prepared(dataDir: string, options: PrepareOptions, notices: StartNotice[]): PrepareResult {
  const { file, backups } = databasePaths(dataDir)
  const now = options.now ?? (() => new Date())
  const known = options.migrations.length
  const state = readStartState(dataDir)
  const restore = (): void => {
    const at = restoreTime(state, file, now)
    updateStartState(dataDir, { clean: false, repairing: at.toISOString() })
    notices.push(...restoreNotices(restoreNewestGood(backups, file, { at, maxVersion: known })))
  }

  const found = inspectDatabase(file, known)
  if (found.state === 'newer') throw newerError(found.version, known)
  if (found.state === 'foreign') throw foreignError(file, found.applicationId)
  removeTemporaries(dataDir)
  removeTemporaries(backups)
  if (
    found.state !== 'ours' &&
    (found.state === 'damaged' || state.repairing || listBackups(backups).length > 0)
  )
    restore()

  let check = found.state === 'ours' ? checkWanted(state, file, now()) : NO_CHECK
  let restored = found.state !== 'ours'
  let result: MigrateResult
  try {
    result = bringUpToDate(file, backups, check, options, now, notices)
  } catch (error) {
    if (!isCorrupt(error)) throw error
    restore()
    check = NO_CHECK
    restored = true
    result = bringUpToDate(file, backups, check, options, now, notices)
  }
  // A file that was made, restored or migrated just now was checked on the way.
  const sound = check.now === 'quick' || check.now === 'full' || result.from < result.to || restored
  const checked = sound ? { checkedAt: now().toISOString() } : {}
  updateStartState(dataDir, { clean: false, suspect: false, repairing: null, ...checked })
  if (!notices.some(notice => notice.code === 'disk_full')) ensureReserve(dataDir, options.reserveBytes)
  return {
    ok: true,
    file,
    backups,
    version: result.to,
    created: result.from === 0,
    checkDue: check.later && !sound,
    notices,
  }
}

/** An interrupted restore goes on under its own time, unless that would overwrite the file it had put aside. */
function restoreTime(state: StartState, file: string, now: () => Date): Date {
  if (state.repairing === null) return now()
  const begun = new Date(state.repairing)
  return existsSync(file) && existsSync(damagedName(file, begun)) ? now() : begun
}

/** `now`: how deep to look before anything opens the file; `later`: whether to look at the rest in the background. */
interface Check {
  now: Depth | 'none'
  later: boolean
}

const NO_CHECK: Check = { now: 'none', later: false }

function checkWanted(state: StartState, file: string, now: Date): Check {
  if (state.suspect || state.repairing) return { now: 'full', later: false }
  const small = fileSize(file) <= QUICK_TO_CHECK_BYTES
  const asLeft = state.clean && fileSize(`${file}-wal`) === 0 && isAsLeft(state, file)
  if (!asLeft) return small ? { now: 'quick', later: false } : { now: 'tables', later: true }
  const age = state.checkedAt === null ? DAY_MS : Math.abs(now.getTime() - Date.parse(state.checkedAt))
  if (age < DAY_MS) return NO_CHECK
  return small ? { now: 'quick', later: false } : { now: 'none', later: true }
}

function bringUpToDate(
  file: string,
  backups: string,
  check: Check,
  options: PrepareOptions,
  now: () => Date,
  notices: StartNotice[],
): MigrateResult {
  if (check.now !== 'none') notices.push(...checkAndMend(file, check.now, options.rebuild))
  const { migrations, appVersion, afterStatement } = options
  const result = using(openWriter(file), db =>
    migrate(db, {
      migrations,
      appVersion,
      now,
      backUp: () => backUp(db, backups, { reason: 'migration', now }).file,
      ...(afterStatement ? { afterStatement } : {}),
    }),
  )
  if (result.from > 0 && result.from < result.to) notices.push(migratedNotice(result))
  return result
}

/**
 * Throws `database_corrupt` unless the file is sound, or only its indexes were not and could be made anew. Looks through
 * a reading connection: a damaged file is kept aside as it was found.
 */
function checkAndMend(file: string, depth: Depth, rebuild?: Rebuild): StartNotice[] {
  const faults = using(openReader(file), db => integrityFaults(db, depth))
  const [fault] = faults
  if (fault === undefined) return []
  const mended = areMendable(faults) && using(openWriter(file), db => mendIndexes(db, faults, depth, rebuild))
  if (!mended) throw databaseError('database_corrupt', 'The database file is damaged.', { fault })
  const message = 'An index of the database was damaged and has been made anew; no data was lost.'
  return [{ code: 'database_mended', message, details: { fault } }]
}

function using<T>(db: Sqlite, work: (db: Sqlite) => T): T {
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function restoreNotices({ backup, damaged, refused }: RestoreResult): StartNotice[] {
  const details = {
    damaged,
    backup: backup?.file ?? null,
    backupAt: backup?.at ?? null,
    refused: refused.length,
  }
  if (backup) {
    const message = `The database was damaged or missing; the backup of ${backup.at} took its place.`
    return [{ code: 'database_restored', message, details }]
  }
  if (damaged === null) return []
  const message =
    'The database was damaged and there is no sound backup; it is kept aside and an empty one was made.'
  return [{ code: 'database_started_empty', message, details }]
}

function migratedNotice({ from, to, backup }: MigrateResult): StartNotice {
  const message = 'The database was brought up to date.'
  return { code: 'database_migrated', message, details: { from, to, backup } }
}

function foreignError(file: string, applicationId: number): Error {
  const message = `This file belongs to another application and was left alone: ${file}`
  return databaseError('database_foreign', message, { file, applicationId })
}
