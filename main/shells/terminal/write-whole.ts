import { realpathSync, type Stats, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal, refuse } from '../../contract/errors.ts'
import { syncFile, syncFolder, temporaryName } from '../../platform/files/atomic.ts'
import { typedPath } from './typed-path.ts'

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
}

/** Standard input or output, in place of a file's name. */
export const STANDARD = '-'

/**
 * Writes texts to a file that has its name only when it is whole, or to standard output ("-"). Refuses
 * `file_unreadable` or `disk_full` when it cannot be written; what the texts' source throws, and the reason of
 * `signal`, come through.
 */
export async function writeWhole(
  typed: string,
  texts: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  if (typed === STANDARD) return writeStandard(texts, signal)
  const { file, known } = targetOf(typed)
  // A device or a pipe cannot be replaced; it takes the texts as they come.
  if (known && !known.isFile()) return writing(typed, () => writeTo(file, 'w', texts, signal))
  const unfinished = temporaryName(file)
  await writing(typed, async () => {
    try {
      await writeTo(unfinished, 'wx', texts, signal)
      syncFile(unfinished)
      await rename(unfinished, file)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
    syncFolder(dirname(file))
  })
}

/** Where a name leads: through links, to what is there already. Refuses a folder. */
function targetOf(typed: string): { file: string; known: Stats | undefined } {
  const path = typedPath(typed)
  const known = statSync(path, { throwIfNoEntry: false })
  if (known?.isDirectory()) refuse('file_unreadable', `${typed} cannot be written: it is a folder.`)
  return { file: known ? realpathSync(path) : path, known }
}

async function writing(typed: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : null
    if (error instanceof Refusal || code === null) throw error
    if (code === 'ENOSPC' || code === 'EDQUOT')
      refuse('disk_full', `${typed} cannot be written: the disk is full.`)
    refuse('file_unreadable', `${typed} cannot be written: ${REASONS[code] ?? code}.`)
  }
}

async function writeTo(
  file: string,
  flags: 'w' | 'wx',
  texts: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const handle = await open(file, flags)
  try {
    for await (const text of texts) {
      signal.throwIfAborted()
      // A handle's writeFile goes on where the last one ended, and writes all of it.
      await handle.writeFile(text)
    }
    signal.throwIfAborted()
  } finally {
    await handle.close()
  }
}

/** A reader that has seen enough (`| head`) closes the pipe, which is no fault. */
async function writeStandard(texts: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const { stdout } = process
  let fault: (Error & { code?: unknown }) | null = null
  const onError = (error: Error) => {
    fault ??= error
  }
  const write = (text: string) =>
    new Promise<Error | null>(resolve => stdout.write(text, error => resolve(error ?? null)))
  stdout.on('error', onError)
  try {
    await writing('Standard output', async () => {
      for await (const text of texts) {
        signal.throwIfAborted()
        fault ??= await write(text)
        if (fault?.code === 'EPIPE') return
        if (fault) throw fault
      }
      signal.throwIfAborted()
    })
  } finally {
    // The fault comes a second time as an event, after the answer to the writing.
    setImmediate(() => stdout.off('error', onError))
  }
}
