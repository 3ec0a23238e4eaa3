import { readFileSync, statSync } from 'node:fs'
import { addAbortSignal } from 'node:stream'
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

/** Bytes. */
const LARGEST_JSON = 5_000_000

/** A small JSON file. Refuses `file_unreadable`, `file_too_large` (5 MB) or `file_not_understood`. */
export function readJsonFile(path: string): unknown {
  const file = readableFile(path)
  if (statSync(file).size > LARGEST_JSON) refuse('file_too_large', `${path} is larger than 5 MB.`)
  return parsedJson(
    path,
    readOrRefuse(path, () => readFileSync(file, 'utf8')),
  )
}

/** The same from standard input. */
export async function readJsonInput(signal: AbortSignal): Promise<unknown> {
  const stream = addAbortSignal(signal, process.stdin)
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > LARGEST_JSON) refuse('file_too_large', 'Standard input is larger than 5 MB.')
      chunks.push(chunk)
    }
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
  return parsedJson('Standard input', Buffer.concat(chunks).toString('utf8'))
}

function parsedJson(path: string, text: string): unknown {
  if (text.trim() === '') refuse('file_empty', `${path} is empty.`)
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
