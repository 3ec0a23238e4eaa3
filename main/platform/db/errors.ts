/** What can go wrong between Rolecall and its database file, in words that the interface can translate. */
export type DatabaseErrorCode =
  | 'disk_full'
  | 'disk_failed'
  | 'read_only'
  | 'data_folder_read_only'
  | 'database_corrupt'
  | 'database_locked'
  | 'database_newer'
  | 'database_foreign'
  | 'database_cannot_open'
  | 'migration_failed'
  | 'migration_changed'
  | 'conflict'

export type ErrorDetails = Record<string, string | number | boolean | null>

/** A fault with a code; `retryable` says that the same act may succeed later without any change of input. */
export interface DatabaseFault {
  code: DatabaseErrorCode
  message: string
  retryable: boolean
  details?: ErrorDetails
}

export type DatabaseError = Error & DatabaseFault

const RETRYABLE: ReadonlySet<DatabaseErrorCode> = new Set(['disk_full', 'database_locked'])

const madeHere = new WeakSet<object>()

/** An Error to throw that carries a code, whether to retry, and flat details for the person or the log. */
export function databaseError(
  code: DatabaseErrorCode,
  message: string,
  details?: ErrorDetails,
  cause?: unknown,
): DatabaseError {
  const error = new Error(message, cause === undefined ? undefined : { cause })
  const fault = { code, retryable: RETRYABLE.has(code), ...(details ? { details } : {}) }
  madeHere.add(error)
  return Object.assign(error, fault)
}

/** True for an error that `databaseError` made. */
export function isDatabaseError(error: unknown): error is DatabaseError {
  return typeof error === 'object' && error !== null && madeHere.has(error)
}

/** The `code` of a SQLite error ("SQLITE_FULL") or of a system error ("ENOSPC"), else null. */
function rawCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** How each code is met; the first match counts, so particular ones stand before their family. */
const FAMILIES: readonly [RegExp, DatabaseErrorCode, string][] = [
  // SQLITE_IOERR_SHMSIZE: the -shm file could not grow, which SQLite does not report as SQLITE_FULL.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/, 'disk_full', 'The disk is full.'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'database_corrupt', 'The database file is damaged.'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/, 'database_locked', 'The database is in use by something else.'],
  [/^(SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/, 'read_only', 'The data cannot be written.'],
  [/^(SQLITE_IOERR|EIO$)/, 'disk_failed', 'The disk did not read or write as asked.'],
  [
    /^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EISDIR|EMFILE)/,
    'database_cannot_open',
    'The database cannot be opened.',
  ],
  [/^SQLITE_CONSTRAINT/, 'conflict', 'The data does not allow this change.'],
]

/**
 * What a SQLite, file system or own error means; null when it is none of these (a bug, for instance).
 * Codes: https://www.sqlite.org/rescode.html
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (isDatabaseError(error)) {
    const { code, message, retryable, details } = error
    return details ? { code, message, retryable, details } : { code, message, retryable }
  }
  const raw = rawCode(error)
  if (raw === null) return null
  const family = FAMILIES.find(([pattern]) => pattern.test(raw))
  if (!family) return null
  const [, code, message] = family
  return { code, message, retryable: RETRYABLE.has(code), details: { cause: raw } }
}

/** True when the disk, the quota or the room for SQLite's side files is used up. */
export function isDiskFull(error: unknown): boolean {
  return databaseFault(error)?.code === 'disk_full'
}

/** True when SQLite found the file damaged or not a database. */
export function isCorrupt(error: unknown): boolean {
  return databaseFault(error)?.code === 'database_corrupt'
}
