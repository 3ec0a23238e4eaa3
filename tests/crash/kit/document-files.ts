import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'

/** Looks whether the files of documents and their rows are in step. */

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

/** The hash of a version's file as a document shows it; null: there is no such document. */
export function shownFile(db: Sqlite, title: string): string | null {
  return (
    db
      .prepare<[string], string>(
        `SELECT v.file_hash FROM documents d JOIN document_versions v ON v.document_id = d.id
         WHERE d.title = ? AND d.deleted_at IS NULL ORDER BY v.version DESC LIMIT 1`,
      )
      .pluck()
      .get(title) ?? null
  )
}

/**
 * Rows without their whole file, and torn files; once a start has settled things (`settled`), also temporaries and files
 * that no row names.
 */
export function documentFaults(db: Sqlite, dataDir: string, settled: boolean): string[] {
  const versions = db
    .prepare<[], { id: number; file_hash: string; bytes: number }>(
      'SELECT id, file_hash, bytes FROM document_versions',
    )
    .all()
  const left = db
    .prepare<[], string>('SELECT file_hash FROM document_files_left WHERE intended = 0')
    .pluck()
    .all()
  const paths = namesIn(join(dataDir, 'documents'))
  const files = paths.filter(path => !path.endsWith('.tmp'))
  const sizes = new Map<string, number>()
  const faults: string[] = []
  for (const path of files) {
    const bytes = readFileSync(path)
    if (hashOf(bytes) !== basename(path)) faults.push(`a torn file: ${path}`)
    sizes.set(basename(path), bytes.length)
  }
  for (const { id, file_hash, bytes } of versions)
    if (sizes.get(file_hash) !== bytes) faults.push(`version ${id} without its file ${file_hash}`)
  const unread = db
    .prepare(
      'SELECT count(*) FROM document_versions WHERE id NOT IN (SELECT version_id FROM document_readings)',
    )
    .pluck()
    .get()
  if (unread !== 0) faults.push(`${unread} versions that nobody reads`)
  const lost = db
    .prepare('SELECT count(*) FROM documents WHERE id NOT IN (SELECT document_id FROM document_versions)')
    .pluck()
    .get()
  if (lost !== 0) faults.push(`${lost} documents without a version`)
  if (!settled) return faults
  const named = new Set([...versions.map(({ file_hash }) => file_hash), ...left])
  const recovered = db.prepare("SELECT count(*) FROM documents WHERE title LIKE 'Recovered %'").pluck().get()
  return [
    ...faults,
    ...paths.filter(path => path.endsWith('.tmp')).map(path => `a temporary that stayed: ${path}`),
    ...[...sizes.keys()].filter(hash => !named.has(hash)).map(hash => `a file without a row: ${hash}`),
    ...(recovered === 0 ? [] : [`${recovered} files whose rows were lost`]),
  ]
}
