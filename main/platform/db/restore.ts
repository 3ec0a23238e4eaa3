import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFile, syncFolder, temporaryName } from '../files/atomic.ts'
import { type Backup, isGoodBackup, listBackups, removeDatabase } from './backup.ts'

export interface RestoreResult {
  /** The backup that took the file's place; null when none was sound: then there is no database file now. */
  backup: Backup | null
  /** Where the damaged file was put; null when there was none. */
  damaged: string | null
  /** Backups that were looked at and found damaged, newest first. */
  refused: string[]
}

export interface RestoreOptions {
  /** Names the damaged file; the same time again when an interrupted restore is taken up. */
  at: Date
  /** Backups of a newer schema than this are passed over. */
  maxVersion?: number
}

/**
 * Puts the damaged database (with its -wal) aside as `rolecall.damaged-<time>.db` and the newest sound backup of
 * `folder` in its place. Nothing may have the database open. Interrupted at any moment, the next call ends the work:
 * the copy is complete before the first file is moved, and a missing database is restored too.
 */
export function restoreNewestGood(
  folder: string,
  file: string,
  { at, maxVersion }: RestoreOptions,
): RestoreResult {
  const refused: string[] = []
  const copy = temporaryName(file)
  let backup: Backup | null = null
  for (const candidate of listBackups(folder)) {
    if (copySound(candidate.file, copy, maxVersion)) {
      backup = candidate
      break
    }
    refused.push(candidate.file)
  }
  const damaged = setAside(file, at)
  if (backup) renameSync(copy, file)
  syncFolder(dirname(file))
  return { backup, damaged, refused }
}

/** Copies a backup that looks sound and checks the copy in depth, since the copying itself may hit a bad sector. */
function copySound(from: string, to: string, maxVersion?: number): boolean {
  if (!isGoodBackup(from, maxVersion, 'tables')) return false
  try {
    copyFileSync(from, to)
    syncFile(to)
    if (isGoodBackup(to, maxVersion)) return true
  } catch (error) {
    removeDatabase(to)
    throw error
  }
  removeDatabase(to)
  return false
}

/** The name under which a damaged database of that time is kept. */
export function damagedName(file: string, at: Date): string {
  return join(dirname(file), `rolecall.damaged-${at.toISOString().replace(/[-:.]/g, '')}.db`)
}

/**
 * Moves a database out of the way under a name that SQLite can open together with its log; answers the new path, or
 * null when neither file nor log is or was there.
 */
function setAside(file: string, at: Date): string | null {
  const target = damagedName(file, at)
  rmSync(`${file}-shm`, { force: true })
  // The database goes first: left without its log it would look sound but older.
  for (const suffix of ['', '-wal', '-journal']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${target}${suffix}`)
  }
  syncFolder(dirname(file))
  return existsSync(target) || existsSync(`${target}-wal`) ? target : null
}
