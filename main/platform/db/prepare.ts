import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureWritableFolder, removeTemporaries } from '../files/data-folder.ts'
import { backUp, listBackups } from './backup.ts'
import {
  type DatabaseFault,
  databaseError,
  databaseFault,
  type ErrorDetails,
  isCorrupt,
  isDiskFull,
} from './errors.ts'
import { inspectDatabase } from './inspect.ts'
import { areMendable, mendIndexes } from './mend.ts'
import { type MigrateOptions, type MigrateResult, migrate, newerError } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { fileSize, integrityFaults, openReader, openWriter, type Sqlite } from './pragmas.ts'
import { ensureReserve, releaseReserve } from './reserve.ts'
import { damagedName, type RestoreResult, restoreNewestGood } from './restore.ts'
import { readStartState, type StartState, updateStartState } from './start-state.ts'

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
      /** The whole file was not checked for a day and is too large to do it now: have a reader thread do it. */
      checkDue: boolean
      notices: StartNotice[]
    }
  | { ok: false; error: DatabaseFault }

export interface PrepareOptions {
  migrations: readonly Migration[]
  appVersion: string
  now?: () => Date
  afterStatement?: MigrateOptions['afterStatement']
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Up to here the daily check of a file after a clean shutdown is not felt at the start. */
const QUICK_TO_CHECK_BYTES = 32 * 1024 * 1024

/** The database file and the folder of its backups in a data folder. */
export function databasePaths(dataDir: string): { file: string; backups: string } {
  return { file: join(dataDir, 'rolecall.db'), backups: join(dataDir, 'backups') }
}

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

  const check = found.state === 'ours' ? checkWanted(state, file, now()) : 'none'
  let result: MigrateResult
  try {
    result = bringUpToDate(file, backups, check, options, now, notices)
  } catch (error) {
    if (!isCorrupt(error)) throw error
    restore()
    result = bringUpToDate(file, backups, 'none', options, now, notices)
  }
  // A file that was made, restored or migrated just now was checked on the way.
  const sound = check === 'quick' || check === 'full' || result.from < result.to || found.state !== 'ours'
  const checked = sound ? { checkedAt: now().toISOString() } : {}
  updateStartState(dataDir, { clean: false, suspect: false, repairing: null, ...checked })
  if (!notices.some(notice => notice.code === 'disk_full')) ensureReserve(dataDir)
  return {
    ok: true,
    file,
    backups,
    version: result.to,
    created: result.from === 0,
    checkDue: check === 'later',
    notices,
  }
}

/** An interrupted restore goes on under its own time, unless that would overwrite the file it had put aside. */
function restoreTime(state: StartState, file: string, now: () => Date): Date {
  if (state.repairing === null) return now()
  const begun = new Date(state.repairing)
  return existsSync(file) && existsSync(damagedName(file, begun)) ? now() : begun
}

type Check = 'none' | 'quick' | 'full' | 'later'

function checkWanted(state: StartState, file: string, now: Date): Check {
  if (state.suspect || state.repairing) return 'full'
  if (!state.clean || fileSize(`${file}-wal`) > 0) return 'quick'
  const age = state.checkedAt === null ? DAY_MS : Math.abs(now.getTime() - Date.parse(state.checkedAt))
  if (age < DAY_MS) return 'none'
  return fileSize(file) <= QUICK_TO_CHECK_BYTES ? 'quick' : 'later'
}

function bringUpToDate(
  file: string,
  backups: string,
  check: Check,
  options: PrepareOptions,
  now: () => Date,
  notices: StartNotice[],
): MigrateResult {
  if (check === 'quick' || check === 'full') notices.push(...checkAndMend(file, check))
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
function checkAndMend(file: string, depth: 'quick' | 'full'): StartNotice[] {
  const faults = using(openReader(file), db => integrityFaults(db, depth))
  const [fault] = faults
  if (fault === undefined) return []
  const mended = areMendable(faults) && using(openWriter(file), db => mendIndexes(db, faults, depth))
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
