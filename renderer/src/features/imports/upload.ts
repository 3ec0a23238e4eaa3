import type { Client } from '../../../../main/contract/api.ts'
import { rolecallError } from '../../../../main/contract/errors.ts'
import type { UploadId } from '../../../../main/contract/ids.ts'
import { RolecallFailure } from '../../transport/client.ts'

/** Bytes in one piece; the contract allows 512 KiB. */
export const PIECE = 512 * 1024
/** The contract's limit of a file, in bytes. */
export const LARGEST_FILE = 4_000_000_000

/** Base64 of some bytes, in steps that do not overflow the argument list. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  }
  return btoa(binary)
}

/**
 * Hands a file over to the core in pieces, one after the other, and answers its upload id. `onProgress` gets the
 * bytes that the core confirmed. Rejects with `cancelled` when `signal` is aborted and with `file_unreadable` when
 * the file is gone or may not be read; what was handed over is discarded then.
 */
export async function uploadFile(
  uploads: Client['uploads'],
  file: Pick<File, 'name' | 'size' | 'slice'>,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<UploadId> {
  if (file.size > LARGEST_FILE)
    throw new RolecallFailure(rolecallError('file_too_large', 'A file may have up to 4 GB.'))
  const { uploadId } = await uploads.begin({ name: file.name.slice(-255) || 'file', size: file.size })
  try {
    let offset = 0
    let piece = read(file, 0)
    while (offset < file.size) {
      if (signal.aborted) throw new RolecallFailure(rolecallError('cancelled', 'The upload was cancelled.'))
      const sent = uploads.append({ uploadId, offset, data: await piece })
      // The next piece is read while this one is on its way.
      piece = read(file, offset + PIECE)
      piece.catch(() => undefined)
      const { received } = await sent
      // What was read ahead fits only behind a piece that was taken whole.
      if (received !== Math.min(offset + PIECE, file.size))
        throw new RolecallFailure(rolecallError('internal', 'A piece of the file was not taken whole.'))
      offset = received
      onProgress(offset)
    }
    if (signal.aborted) throw new RolecallFailure(rolecallError('cancelled', 'The upload was cancelled.'))
    return uploadId
  } catch (error) {
    // The error that matters is the first one.
    await uploads.discard({ uploadId }).catch(() => undefined)
    throw error
  }
}

async function read(file: Pick<File, 'slice'>, offset: number): Promise<string> {
  try {
    return toBase64(new Uint8Array(await file.slice(offset, offset + PIECE).arrayBuffer()))
  } catch {
    throw new RolecallFailure(
      rolecallError('file_unreadable', 'The file was moved or changed while it was read.'),
    )
  }
}
