import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createInflate, createUnzip } from 'node:zlib'

export class TooLargeError extends Error {
  constructor(limit: number) {
    super(`The answer is larger than ${Math.round(limit / 1_048_576)} MB.`)
  }
}

function decompressor(encoding: string): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createUnzip()
  if (encoding === 'deflate') return createInflate()
  return encoding === 'br' ? createBrotliDecompress() : null
}

/** The whole body, decompressed. Throws TooLargeError past `limit` bytes, before or after decompression. */
export async function readBody(
  body: Readable,
  headers: Record<string, string>,
  limit: number,
): Promise<Uint8Array> {
  const stages: Readable[] = [body]
  try {
    if (Number(headers['content-length'] ?? 0) > limit) throw new TooLargeError(limit)
    const encodings = (headers['content-encoding'] ?? '')
      .toLowerCase()
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '' && name !== 'identity')
    if (encodings.length > 2) throw new Error('unsupported content encoding')
    for (const encoding of encodings.reverse()) {
      const stage = decompressor(encoding)
      const before = stages.at(-1)
      if (stage === null || before === undefined) throw new Error('unsupported content encoding')
      // Errors do not travel along a pipe on their own.
      before.on('error', error => stage.destroy(error))
      before.pipe(stage)
      stages.push(stage)
    }
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of stages.at(-1) ?? body) {
      length += chunk.length
      if (length > limit) throw new TooLargeError(limit)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks, length)
  } finally {
    for (const stage of stages) {
      stage.on('error', () => undefined)
      stage.destroy()
    }
  }
}
