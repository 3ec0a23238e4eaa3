import { isCorrupt } from './errors.ts'
import { openReader, type Sqlite } from './pragmas.ts'
import { markChecked, markSuspect } from './start-state.ts'

/**
 * How deep to look. `tables`: every page of every table and its indexes, but not whether a full-text index matches
 * itself, which takes most of the time (at 20,000 postings, 275 MB: 0.23 s of 1.9 s). `quick`: that too, SQLite's
 * quick_check. `full`: integrity_check, which also compares every index with its table.
 */
export type Depth = 'tables' | 'quick' | 'full'

/** The faults that a check reports, at most 20 a check; empty when sound. Throws when the schema cannot be read. */
export function integrityFaults(db: Sqlite, depth: Depth = 'quick'): string[] {
  if (depth !== 'tables') return checked(db, depth === 'quick' ? 'quick_check(20)' : 'integrity_check(20)')
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    .pluck()
    .all()
  return ['sqlite_schema', ...tables].flatMap(table =>
    checked(db, `quick_check('${table.replaceAll("'", "''")}')`),
  )
}

function checked(db: Sqlite, pragma: string): string[] {
  return db
    .prepare<[], string>(`PRAGMA ${pragma}`)
    .pluck()
    .all()
    .filter(line => line !== 'ok')
}

/**
 * The daily check of a large file, to run on a thread that may be blocked for seconds (10 s at 100,000 postings).
 * Answers the faults; with any, the next `prepareDatabase` mends or restores.
 */
export function checkInBackground(dataDir: string, file: string, now: Date): string[] {
  const faults = faultsOf(file)
  if (faults.length > 0) markSuspect(dataDir)
  else markChecked(dataDir, now)
  return faults
}

function faultsOf(file: string): string[] {
  try {
    const db = openReader(file)
    try {
      return integrityFaults(db)
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isCorrupt(error)) throw error
    return [error instanceof Error ? error.message : 'unreadable']
  }
}
