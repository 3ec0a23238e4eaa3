import { readFileSync, statSync } from 'node:fs'
import { refuse } from '../../contract/errors.ts'
import { typedPath } from './typed-path.ts'

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such file',
}

/** The absolute path of a file that can be read. Refuses `file_unreadable` with the reason otherwise. */
export function readableFile(path: string): string {
  const file = typedPath(path)
  readOrRefuse(path, () => {
    if (!statSync(file).isFile()) refuse('file_unreadable', `${path} cannot be read: it is not a file.`)
  })
  return file
}

/** A small JSON file. Refuses `file_unreadable`, `file_too_large` (5 MB) or `file_not_understood`. */
export function readJsonFile(path: string): unknown {
  const file = readableFile(path)
  if (statSync(file).size > 5_000_000) refuse('file_too_large', `${path} is larger than 5 MB.`)
  const text = readOrRefuse(path, () => readFileSync(file, 'utf8'))
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse(
      'file_not_understood',
      `${path} is not JSON: ${error instanceof Error ? error.message : error}`,
    )
  }
}

/** Runs a step on a file; a system error is refused as `file_unreadable` with its reason in words. */
export function readOrRefuse<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    return refuse('file_unreadable', `${path} cannot be read: ${REASONS[code] ?? code}.`)
  }
}
