import Database from 'better-sqlite3'
import { databaseFault } from './errors.ts'
import type { Sqlite } from './pragmas.ts'

/** Held here as well, because a connection that is garbage-collected would let go of its lock. */
const held = new Set<Sqlite>()

/**
 * Locks a small file for this process until the answered function is called or the process ends, however it ends: the
 * operating system itself drops the lock. Null when another process, or this one, holds it. The file stays empty;
 * nothing else in the process may open it, as closing any handle on it would drop the lock (POSIX).
 * Throws when the file cannot be opened.
 */
export function holdExclusively(file: string): (() => void) | null {
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (databaseFault(error)?.code === 'database_locked') return null
    throw error
  }
  held.add(db)
  return () => {
    if (held.delete(db)) db.close()
  }
}
