import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseError } from '../db/errors.ts'
import { temporaryName } from './atomic.ts'

/** Errors that a disk without room gives; such a folder is writable in principle. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT'])

/**
 * Creates the data folder (0700) when it is missing and proves by writing a file that it can be written. A full disk
 * passes. Throws `data_folder_read_only` with `details {folder, cause}`; the cause is the system's code.
 */
export function ensureWritableFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const probe = temporaryName(join(folder, 'write-test'))
    try {
      writeFileSync(probe, 'Rolecall tests whether it can write here.\n')
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    if (NO_ROOM.has(cause)) return
    const message = `Rolecall cannot write in its data folder: ${folder}`
    throw databaseError('data_folder_read_only', message, { folder, cause }, error)
  }
}

/** Removes what interrupted writers left in a folder (names that end in `.tmp`). Only under the folder's lock. */
export function removeTemporaries(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tmp')) rmSync(join(folder, name), { force: true })
  }
}
