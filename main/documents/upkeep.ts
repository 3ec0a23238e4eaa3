import { readFileSync } from 'node:fs'
import { UNDO_MS } from '../changes/service.ts'
import type { CommandContext } from '../platform/context.ts'
import { askBackups } from '../platform/db/backup.ts'
import type { Db } from '../platform/db/connection.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { Sniff } from './arrive.ts'
import { documentPath, hashOf, type KeptFile, listFiles, lookAt, removeFiles } from './files.ts'
import { askUnknown } from './reading-store.ts'
import { ENDINGS } from './rules/formats.ts'
import { isLetter, isMarkdown } from './rules/written.ts'
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
    const recovered = unnamed.filter(file => recover(tx, file, sniff)).length
    return { recovered }
  })
}

/** Makes a document of a file that no row names; false when it was torn or nothing that is read, and is gone now. */
function recover(tx: Tx, file: KeptFile, sniff: Sniff): boolean {
  const bytes = wholeFile(file)
  const sniffed = bytes && sniff(bytes, file.hash)
  if (!bytes || !sniffed || !('format' in sniffed)) {
    removeFiles([file.path])
    return false
  }
  // The name of the file is gone, so that only its words tell what was written here.
  const text = sniffed.format === 'txt' ? new TextDecoder().decode(bytes) : ''
  const letter = isLetter(text)
  const format = letter || isMarkdown(text) ? 'md' : sniffed.format
  const written = format === 'md'
  const fileName = `recovered-${file.hash.slice(0, 8)}${ENDINGS[format]}`
  createDocument(
    tx,
    {
      kind: letter ? 'cover_letter' : 'resume',
      kindGuessed: true,
      title: letter ? 'Recovered letter' : 'Recovered document',
      jobId: null,
    },
    { hash: file.hash, fileName, format, bytes: bytes.length, written },
    written ? text : undefined,
  )
  return true
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
