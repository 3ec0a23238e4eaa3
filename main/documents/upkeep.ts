import { readFileSync } from 'node:fs'
import { UNDO_MS } from '../changes/service.ts'
import type { CommandContext } from '../platform/context.ts'
import { askBackups } from '../platform/db/backup.ts'
import type { Db } from '../platform/db/connection.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import type { Sniff } from './arrive.ts'
import { documentPath, hashOf, type KeptFile, listFiles, lookAt, removeFiles } from './files.ts'
import { askUnknown } from './reading-store.ts'
import { ENDINGS } from './rules/formats.ts'
import {
  filesLeftBefore,
  forgetLeft,
  intendedFiles,
  isNamed,
  leaveFile,
  namedFiles,
  neededFiles,
  purge,
  removedBefore,
} from './store.ts'
import { createDocument } from './write.ts'

/** Keeps files and rows in step, and removes for good what nobody can bring back any more. */

type Context = Pick<CommandContext, 'db' | 'unit' | 'dataDir' | 'clock'>

/**
 * At the start, before anything else works with documents: what an interrupted command left is removed, and a whole file
 * that no row names becomes a document, since the database is an older one than the files, such as a backup.
 */
export function settleFiles({ unit, dataDir }: Context, sniff: Sniff): { recovered: number } {
  const { files, strangers } = listFiles(dataDir)
  removeFiles(strangers)
  return unit(tx => {
    for (const hash of intendedFiles(tx.db)) {
      removeFiles([documentPath(dataDir, hash)])
      forgetLeft(tx.db, hash)
    }
    askUnknown(tx.db, tx.now)
    const named = namedFiles(tx.db)
    const unnamed = files.filter(file => !named.has(file.hash))
    let recovered = 0
    for (const file of unnamed) {
      const bytes = wholeFile(file)
      const sniffed = bytes && sniff(bytes, file.hash)
      if (!bytes || !sniffed || !('format' in sniffed)) {
        removeFiles([file.path])
        continue
      }
      recovered += 1
      const { format } = sniffed
      const fileName = `recovered-${file.hash.slice(0, 8)}${ENDINGS[format]}`
      const written = format === 'md'
      const facts = { kind: 'resume', kindGuessed: true, title: 'Recovered document', jobId: null } as const
      createDocument(tx, facts, { hash: file.hash, fileName, format, bytes: bytes.length, written })
    }
    return { recovered }
  })
}

/** The bytes of a file that is there and what its name says; null otherwise. */
function wholeFile({ hash, path }: KeptFile): Uint8Array | null {
  try {
    const bytes = readFileSync(path)
    return hashOf(bytes) === hash ? bytes : null
  } catch {
    return null
  }
}

/**
 * Counts the files that should be there, by bytes, and names the documents whose file is missing or has another size;
 * contents are not read.
 */
export function lookAtDocuments(
  db: Db,
  dataDir: string,
): { files: number; bytes: number; missing: string[] } {
  const needed = new Map(neededFiles(db).map(file => [file.hash, file]))
  const all = [...needed.values()]
  return {
    files: all.length,
    bytes: all.reduce((sum, file) => sum + file.bytes, 0),
    missing: all
      .filter(({ hash, bytes }) => lookAt(dataDir, hash, bytes) !== 'there')
      .map(({ title }) => title),
  }
}

/** In one bite, so that commands get their turn. */
const MOST_AT_ONCE = 50

/**
 * Removes for good what was removed longer ago than it can be taken back, and files that nothing needs any more: no
 * version, no undo, no backup. True when more may be left.
 */
export function trimDocuments({ unit, db, dataDir, clock }: Context): boolean {
  const before = new Date(clock.millis() - UNDO_MS).toISOString()
  const gone = removedBefore(db, before, MOST_AT_ONCE)
  if (gone.length > 0)
    unit(tx => {
      for (const hash of gone.flatMap(id => purge(tx.db, id))) leaveFile(tx.db, hash, '')
    })
  const left = filesLeftBefore(db, before, MOST_AT_ONCE)
  if (left.length === 0) return gone.length === MOST_AT_ONCE
  const kept = new Set(
    askBackups(databasePaths(dataDir).backups, 'SELECT DISTINCT file_hash FROM document_versions'),
  )
  unit(tx => {
    for (const hash of left) {
      if (kept.has(hash) && !isNamed(tx.db, hash)) {
        leaveFile(tx.db, hash, tx.now)
        continue
      }
      // The file goes first: a row too many is looked at again, a file too many is not.
      if (!isNamed(tx.db, hash)) removeFiles([documentPath(dataDir, hash)])
      forgetLeft(tx.db, hash)
    }
  })
  return gone.length === MOST_AT_ONCE || left.length === MOST_AT_ONCE
}
