import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { syncFile, syncFolder, temporaryName } from '../files/atomic.ts'
import { databaseError, isCorrupt } from './errors.ts'
import { type Depth, integrityFaults } from './integrity.ts'
import { fileSize, openReader, pragmaNumber, type Sqlite } from './pragmas.ts'

/** Why a backup was made; each kind rotates on its own. */
export type BackupReason = 'daily' | 'migration' | 'manual'

export interface Backup {
  file: string
  /** UTC, ISO 8601 with milliseconds. */
  at: string
  reason: BackupReason
  bytes: number
}

export interface BackupOptions {
  reason: BackupReason
  now: () => Date
  /** How many of this reason stay, the new one included. */
  keep?: number
}

/** How many backups of each reason stay. */
export const BACKUPS_KEPT: Readonly<Record<BackupReason, number>> = { daily: 7, migration: 3, manual: 5 }

const NAME = /^rolecall-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(daily|migration|manual)\.db$/

/**
 * Copies the database as it is now into `folder`, checks the copy and only then gives it its name
 * (`rolecall-20260105T093000000Z-daily.db`); then removes the oldest of the same reason. Needs about the size of the
 * database as free room. Blocks its connection, not the other ones. Throws `disk_full`, `database_corrupt` or
 * file system errors; a half copy never stays.
 */
export function backUp(
  db: Sqlite,
  folder: string,
  { reason, now, keep = BACKUPS_KEPT[reason] }: BackupOptions,
): Backup {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  assertRoom(db, folder)
  const at = now().toISOString()
  const file = join(folder, `rolecall-${at.replace(/[-:.]/g, '')}-${reason}.db`)
  const temporary = temporaryName(file)
  try {
    db.prepare('VACUUM INTO ?').run(temporary)
    syncFile(temporary)
    assertGoodCopy(db, temporary)
    renameSync(temporary, file)
  } catch (error) {
    removeDatabase(temporary)
    throw error
  }
  syncFolder(folder)
  rotate(folder, reason, Math.max(1, keep))
  return { file, at, reason, bytes: fileSize(file) }
}

/** `backUp` through a reading connection of its own, for a thread that holds none. */
export function backUpFile(file: string, folder: string, options: BackupOptions): Backup {
  const db = openReader(file)
  try {
    // A reader that is held to queries may not write even a foreign file.
    db.pragma('query_only = OFF')
    return backUp(db, folder, options)
  } finally {
    db.close()
  }
}

/** The backups in a folder, newest first; other files are passed over. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap(name => parsedName(folder, name))
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** True when a file is a sound database with a schema version of at most `maxVersion`. */
export function isGoodBackup(
  file: string,
  maxVersion = Number.POSITIVE_INFINITY,
  depth: Depth = 'quick',
): boolean {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const version = pragmaNumber(db, 'user_version')
      return version > 0 && version <= maxVersion && integrityFaults(db, depth).length === 0
    } finally {
      db.close()
    }
  } catch (error) {
    if (isCorrupt(error) || isMissing(error)) return false
    throw error
  }
}

/**
 * The first column of a question's rows in each backup of a folder; one that cannot be read, or does not know the tables,
 * answers nothing.
 */
export function askBackups(folder: string, question: string): unknown[] {
  return listBackups(folder).flatMap(({ file }) => {
    try {
      const db = new Database(file, { readonly: true, fileMustExist: true })
      try {
        return db.prepare<[], unknown>(question).pluck().all()
      } finally {
        db.close()
      }
    } catch {
      return []
    }
  })
}

/** Removes a database with its side files. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CANTOPEN')
}

function parsedName(folder: string, name: string): Backup[] {
  const [, year, month, day, hour, minute, second, millisecond, reason] = NAME.exec(name) ?? []
  if (reason !== 'daily' && reason !== 'migration' && reason !== 'manual') return []
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
  const file = join(folder, name)
  return [{ file, at, reason, bytes: fileSize(file) }]
}

function assertRoom(db: Sqlite, folder: string): void {
  const needed =
    pragmaNumber(db, 'page_size') * (pragmaNumber(db, 'page_count') - pragmaNumber(db, 'freelist_count'))
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= needed) return
  throw databaseError('disk_full', 'There is not enough room on the disk for a backup.', {
    needed,
    free,
    folder,
  })
}

// The copy holds a full-text index byte for byte, so whether that matches itself is a question for the original.
function assertGoodCopy(db: Sqlite, copy: string): void {
  const reader = new Database(copy, { readonly: true })
  try {
    const [fault] = integrityFaults(reader, 'tables')
    const same = pragmaNumber(reader, 'user_version') === pragmaNumber(db, 'user_version')
    if (fault === undefined && same) return
    throw databaseError('database_corrupt', 'The backup did not come out whole.', {
      fault: fault ?? 'another schema version',
      file: basename(copy),
    })
  } finally {
    reader.close()
  }
}

function rotate(folder: string, reason: BackupReason, keep: number): void {
  const surplus = listBackups(folder)
    .filter(backup => backup.reason === reason)
    .slice(keep)
  for (const { file } of surplus) rmSync(file, { force: true })
  if (surplus.length > 0) syncFolder(folder)
}
