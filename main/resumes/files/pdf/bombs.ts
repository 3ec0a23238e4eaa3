import { constants, inflateSync } from 'node:zlib'

/** What one stream of text, fonts or tables may unpack to; a whole book of text stays below. */
const MOST_STREAM = 32 * 1024 * 1024
/** All such streams together. */
const MOST_TOTAL = 128 * 1024 * 1024
/** Deflate makes nothing smaller than this share (RFC 1951: 258 bytes in 2 bits). */
const BEST_RATIO = 1032
/** A stream's dictionary stands before it, this long at most. */
const DICTIONARY = 2000

/**
 * Whether a stream of the file unpacks past reason, told without keeping what it unpacks to. Pictures are not looked at,
 * since they are not unpacked for reading.
 */
export function hasBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const found = file.indexOf('endstream', start)
    const end = found < 0 ? file.length : found
    if ((end - start) * BEST_RATIO < MOST_STREAM) continue
    const dictionary = file.toString('latin1', Math.max(0, at - DICTIONARY), at)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (!/\/Fl(?:ateDecode)?\b/.test(own) || /\/Subtype\s*\/Image/.test(own)) continue
    total += unpackedSize(file.subarray(start, end))
    if (total > MOST_TOTAL) return true
    at = end
  }
  return false
}

/** Bytes that a stream unpacks to; beyond all limits when it is more than one stream may be. 0 for a broken one. */
function unpackedSize(packed: Uint8Array): number {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_STREAM, finishFlush: constants.Z_SYNC_FLUSH }).length
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0
  }
}
