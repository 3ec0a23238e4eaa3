import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { isCorrupt } from './errors.ts'
import { integrityFaults } from './integrity.ts'
import { APPLICATION_ID } from './migrate.ts'
import { fileSize, pragmaNumber, type Sqlite } from './pragmas.ts'

/** What a database file is, as far as it can be told without changing a byte of it or leaving a file beside it. */
export type Inspection =
  | { state: 'missing' }
  /** Nothing in it yet: no table, no version. */
  | { state: 'empty' }
  | { state: 'ours'; version: number }
  | { state: 'newer'; version: number }
  /** Somebody else's sound SQLite file. */
  | { state: 'foreign'; applicationId: number }
  | { state: 'damaged'; fault: string }

/** A version beyond this was never released; such a number is damage. */
const HIGHEST_PLAUSIBLE_VERSION = 9_999
const HEADER_BYTES = 100

interface Header {
  applicationId: number
  version: number
  pages: number
}

/** Looks at a database before anything opens it for writing. `known` is the newest schema version of this app. */
export function inspectDatabase(file: string, known: number): Inspection {
  const bytes = fileSize(file)
  const logged = fileSize(`${file}-wal`) > 0
  if (!existsSync(file))
    return logged ? damaged('The file is missing, its log is there.') : { state: 'missing' }
  if (bytes === 0) return logged ? damaged('The file is empty, its log is not.') : { state: 'empty' }
  const header = readHeader(file, bytes, logged)
  if (typeof header === 'string') return damaged(header)
  try {
    // With a log, the newest header is in there, and only SQLite reads logs.
    return judge(file, logged ? readThroughLog(file) : header, known)
  } catch (error) {
    if (isCorrupt(error)) return damaged(error instanceof Error ? error.message : 'unreadable')
    throw error
  }
}

function damaged(fault: string): Inspection {
  return { state: 'damaged', fault }
}

function judge(file: string, { applicationId, version, pages }: Header, known: number): Inspection {
  if (applicationId === APPLICATION_ID) {
    if (version < 1 || version > HIGHEST_PLAUSIBLE_VERSION)
      return damaged(`The schema version is ${version}.`)
    return version > known ? { state: 'newer', version } : { state: 'ours', version }
  }
  // One page is the header that switching the log on writes, before the first migration.
  if (applicationId === 0 && version === 0 && pages <= 1) return { state: 'empty' }
  return isSoundForeigner(file)
    ? { state: 'foreign', applicationId }
    : damaged('The mark of Rolecall is gone.')
}

/** The fields of the file header (https://www.sqlite.org/fileformat2.html#the_database_header), or what is wrong. */
function readHeader(file: string, bytes: number, logged: boolean): Header | string {
  if (bytes < HEADER_BYTES) return `The file is cut off: ${bytes} bytes.`
  const header = Buffer.alloc(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'The file is not a database.'
  const stated = header.readUInt16BE(16)
  const pageSize = stated === 1 ? 65_536 : stated
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) return `The page size is ${stated}.`
  const pages = header.readUInt32BE(28)
  // With a log, pages may still be missing from the file in good order.
  if (!logged && header.readUInt32BE(24) === header.readUInt32BE(92) && pages * pageSize > bytes) {
    return `The file is cut off: ${bytes} of ${pages * pageSize} bytes.`
  }
  return { applicationId: header.readInt32BE(68), version: header.readInt32BE(60), pages }
}

function readThroughLog(file: string): Header {
  return reading(file, db => ({
    applicationId: pragmaNumber(db, 'application_id'),
    version: pragmaNumber(db, 'user_version'),
    pages: pragmaNumber(db, 'page_count'),
  }))
}

function isSoundForeigner(file: string): boolean {
  return reading(file, db => {
    if (integrityFaults(db, 'tables').length > 0) return false
    return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'").get() === undefined
  })
}

/** Reads without a trace: side files that SQLite makes for reading are removed again, those that were there stay. */
function reading<T>(file: string, read: (db: Sqlite) => T): T {
  const made = ['-shm', '-wal'].map(suffix => `${file}${suffix}`).filter(path => !existsSync(path))
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
    for (const path of made) rmSync(path, { force: true })
  }
}
