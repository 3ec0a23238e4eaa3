import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { databaseError, isDiskFull } from './errors.ts'

/** A better-sqlite3 connection; the one type of the driver that the rest of `platform/db` passes around. */
export type Sqlite = Database.Database

const MIB = 1024 * 1024
const BUSY_TIMEOUT_MS = 5_000
const JOURNAL_SIZE_LIMIT = 64 * MIB
/**
 * The timed checkpoints do the work; this bound (pages of 4 KiB, so 64 MiB) only catches what they miss. During an
 * import it is met often, and a longer log writes a page that changed many times only once.
 */
const AUTOCHECKPOINT_PAGES = 16_000
/** The value that `PRAGMA synchronous` reads back for FULL. */
const SYNCHRONOUS_FULL = 2

/** A whole number answered by a pragma. */
export function pragmaNumber(db: Sqlite, name: string): number {
  return Number(db.pragma(name, { simple: true }))
}

/**
 * Opens the read-write connection and creates the file when it is missing (its folder must exist).
 * One writer a database. Throws SQLite errors; see `databaseFault`.
 */
export function openWriter(file: string): Sqlite {
  return opened(new Database(file, { timeout: BUSY_TIMEOUT_MS }), db => {
    const mode = db.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') {
      throw databaseError('database_cannot_open', 'The database cannot use a write-ahead log here.', {
        mode: String(mode),
      })
    }
    setCommonPragmas(db, 16)
    db.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT}`)
    db.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`)
    writeOnce(db)
    assertDurable(db)
  })
}

/** Opens a read-only connection on an existing database. Throws SQLite errors; see `databaseFault`. */
export function openReader(file: string): Sqlite {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  return opened(db, () => {
    setCommonPragmas(db, 8)
    db.pragma('query_only = ON')
    assertDurable(db)
  })
}

function opened(db: Sqlite, setUp: (db: Sqlite) => void): Sqlite {
  try {
    setUp(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function setCommonPragmas(db: Sqlite, cacheMib: number): void {
  // After WAL is on: this build lowers `synchronous` to NORMAL for WAL files when nobody set it explicitly,
  // and NORMAL may lose the last commits when power fails.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma(`cache_size = ${-cacheMib * 1024}`)
  db.pragma('temp_store = MEMORY')
  db.pragma('mmap_size = 0')
  db.pragma('trusted_schema = OFF')
}

/** Rewrites the version number that is there already: the smallest real write, so that the assertion sees its effect. */
function writeOnce(db: Sqlite): void {
  try {
    db.transaction(() => {
      db.pragma(`user_version = ${pragmaNumber(db, 'user_version')}`)
    }).immediate()
  } catch (error) {
    // On a full disk the person must still get in to delete something.
    if (!isDiskFull(error)) throw error
  }
}

/** Throws when commits on this connection would not be flushed to the disk before they are acknowledged. */
export function assertDurable(db: Sqlite): void {
  const synchronous = pragmaNumber(db, 'synchronous')
  if (synchronous === SYNCHRONOUS_FULL) return
  throw databaseError('database_cannot_open', 'The database connection is not durable.', { synchronous })
}

export interface CheckpointResult {
  mode: 'PASSIVE' | 'TRUNCATE'
  /** A reader or writer kept it from finishing; the next one goes on. */
  busy: boolean
  /** Pages in the log before, and of these the ones that are now in the database file. */
  pages: number
  moved: number
}

/**
 * One timed checkpoint. PASSIVE waits for nobody. When `idle` (no command for a while) and the log is over
 * `truncateOver` bytes, TRUNCATE also gives its room back to the disk; it may wait for readers up to the busy timeout.
 */
export function checkpoint(
  db: Sqlite,
  { idle = false, truncateOver = 16 * MIB }: { idle?: boolean; truncateOver?: number } = {},
): CheckpointResult {
  const mode = idle && fileSize(`${db.name}-wal`) > truncateOver ? 'TRUNCATE' : 'PASSIVE'
  const row = db
    .prepare<[], { busy: number; log: number; checkpointed: number }>(`PRAGMA wal_checkpoint(${mode})`)
    .get()
  return { mode, busy: row?.busy === 1, pages: row?.log ?? 0, moved: row?.checkpointed ?? 0 }
}

/** Size of a file in bytes; 0 when there is none. */
export function fileSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
