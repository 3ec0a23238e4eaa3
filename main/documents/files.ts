import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../contract/errors.ts'
import { RESERVE_BYTES } from '../platform/db/reserve.ts'
import { syncFolder, writeFileAtomic } from '../platform/files/atomic.ts'

/** The files of documents: `documents/<first two hex>/<SHA-256 in hex>`, never changed once they are there. */

const HASH = /^[0-9a-f]{64}$/
const SHARD = /^[0-9a-f]{2}$/
const root = (dataDir: string): string => join(dataDir, 'documents')
const shardOf = (dataDir: string, hash: string): string => join(root(dataDir), hash.slice(0, 2))

/** Where the file of a hash lies. */
export const documentPath = (dataDir: string, hash: string): string => join(shardOf(dataDir, hash), hash)

/** The SHA-256 of bytes in hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of a file; undefined when there is none. */
function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function makeFolder(folder: string, parent: string): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(parent)
}

/** Refuses as `disk_full` what would take the room that a person needs to delete something. */
export function assertRoom(dataDir: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize < bytes + RESERVE_BYTES)
    refuse('disk_full', 'There is not enough room on the disk for this. Free some space and try it again.', {
      retryable: true,
    })
}

/**
 * Keeps bytes under their hash. They are safely on the disk when it returns; what lies there already is kept if it is
 * whole, and written anew if it is not.
 */
export function keepFile(dataDir: string, hash: string, bytes: Uint8Array): void {
  const path = documentPath(dataDir, hash)
  const there = read(path)
  if (there?.length === bytes.length && hashOf(there) === hash) return
  makeFolder(root(dataDir), dataDir)
  makeFolder(shardOf(dataDir, hash), root(dataDir))
  writeFileAtomic(path, bytes)
}

const MISSING =
  'The file of this document is not there any more: something outside of Rolecall removed it. Add it again.'
const TORN =
  'The file of this document is not what it was: something outside of Rolecall changed it. Add it again.'

/** The whole file of a version, as it was kept; refused as `file_unreadable` when it is missing or changed. */
export function readKept(dataDir: string, hash: string): Uint8Array {
  const bytes = read(documentPath(dataDir, hash))
  if (bytes === undefined) return refuse('file_unreadable', MISSING)
  if (hashOf(bytes) !== hash) refuse('file_unreadable', TORN)
  return bytes
}

/** A piece of a file whose hash was looked at before; the same refusals. */
export function readPiece(
  dataDir: string,
  { hash, bytes }: { hash: string; bytes: number },
  offset: number,
  length: number,
): Uint8Array {
  if (offset === 0) return readKept(dataDir, hash).subarray(0, length)
  const state = lookAt(dataDir, hash, bytes)
  if (state !== 'there') refuse('file_unreadable', state === 'missing' ? MISSING : TORN)
  const piece = new Uint8Array(Math.max(0, Math.min(length, bytes - offset)))
  const handle = openSync(documentPath(dataDir, hash), 'r')
  try {
    const got = readSync(handle, piece, 0, piece.length, offset)
    return piece.subarray(0, got)
  } finally {
    closeSync(handle)
  }
}

/** Whether a file is there in its size; its content is not read. */
export function lookAt(dataDir: string, hash: string, bytes: number): 'there' | 'missing' | 'torn' {
  const found = statSync(documentPath(dataDir, hash), { throwIfNoEntry: false })
  if (!found?.isFile()) return 'missing'
  return found.size === bytes ? 'there' : 'torn'
}

/** What is wrong with a file, in words, or null: its content is read in pieces, so that others get their turn. */
export async function faultOf(dataDir: string, hash: string): Promise<string | null> {
  const sum = createHash('sha256')
  try {
    for await (const piece of createReadStream(documentPath(dataDir, hash), { highWaterMark: 512 * 1024 }))
      sum.update(piece)
  } catch {
    return MISSING
  }
  return sum.digest('hex') === hash ? null : TORN
}

export interface KeptFile {
  hash: string
  path: string
  /** When it was written, in milliseconds. */
  writtenAt: number
}

/** Every name in the folder: files under their hashes, and what else lies there, such as temporaries. */
export function listFiles(dataDir: string): { files: KeptFile[]; strangers: string[] } {
  const files: KeptFile[] = []
  const strangers: string[] = []
  for (const shard of namesIn(root(dataDir))) {
    if (!SHARD.test(shard)) continue
    const folder = join(root(dataDir), shard)
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      const found = statSync(path, { throwIfNoEntry: false })
      if (!found?.isFile()) continue
      if (HASH.test(name) && name.startsWith(shard))
        files.push({ hash: name, path, writtenAt: found.mtimeMs })
      else strangers.push(path)
    }
  }
  return { files, strangers }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes files for good; what is gone already is passed over. */
export function removeFiles(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true })
}
