import type { FileEncoding } from '../../contract/imports.ts'

/** How a file turned out to be written. `guessed` and `mended` deserve a remark to the person. */
export interface EncodingFacts {
  encoding: FileEncoding
  /** Not UTF-8 and without a mark: read as Windows-1252. */
  guessed: boolean
  /** UTF-8 with single broken bytes, each read as Windows-1252. */
  mended: boolean
}

export interface TextReader {
  push(bytes: Uint8Array): string
  end(): string
  facts(): EncodingFacts
}

/** First bytes of files that are no text, with the name a person knows. */
const BINARY_MARKS: [name: string, bytes: number[]][] = [
  ['a zip archive (or an Excel or Word document)', [0x50, 0x4b, 0x03, 0x04]],
  ['a zip archive', [0x50, 0x4b, 0x05, 0x06]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an older Excel or Word document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
]

/** Says what kind of binary file this is, or null when the first bytes (up to 64 KiB) look like text. */
export function binaryKind(head: Uint8Array): string | null {
  for (const [name, mark] of BINARY_MARKS) if (mark.every((byte, at) => head[at] === byte)) return name
  if (utf16Kind(head) !== null) return null
  return head.includes(0) ? 'a binary file' : null
}

/** UTF-16 by its mark, or without one when every other byte of the first characters is zero. */
function utf16Kind(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const length = Math.min(head.length, 64) & ~1
  if (length < 4) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) evenZeros++
    if (head[at + 1] === 0) oddZeros++
  }
  const half = length / 2
  if (oddZeros > half * 0.8 && evenZeros === 0) return 'utf-16le'
  return evenZeros > half * 0.8 && oddZeros === 0 ? 'utf-16be' : null
}

/** Number of bytes at the end of `bytes` that begin a UTF-8 character which is not complete yet: 0 to 3. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needed > back ? back : 0
  }
  return 0
}

/** Length of the valid UTF-8 character at `at`, or 0 when the bytes there are none (RFC 3629). */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  if (lead === 0xe0 && second < 0xa0) return 0
  if (lead === 0xed && second > 0x9f) return 0
  if (lead === 0xf0 && second < 0x90) return 0
  return lead === 0xf4 && second > 0x8f ? 0 : length
}

/** Reads valid UTF-8 as such and every other byte as Windows-1252. */
function mend(bytes: Uint8Array, utf8: TextDecoder, latin: TextDecoder): string {
  let text = ''
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const length = characterLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    text += utf8.decode(bytes.subarray(from, at)) + latin.decode(bytes.subarray(at, at + 1))
    at++
    from = at
  }
  return text + utf8.decode(bytes.subarray(from))
}

function createUtf8Reader(): TextReader {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const latin = new TextDecoder('windows-1252')
  const facts: EncodingFacts = { encoding: 'utf-8', guessed: false, mended: false }
  let tail: Uint8Array = new Uint8Array(0)
  let seenMultibyte = false

  function read(bytes: Uint8Array): string {
    if (facts.guessed) return latin.decode(bytes)
    try {
      const text = strict.decode(bytes)
      // Fewer UTF-16 units than bytes means that characters of several bytes were read: the file is UTF-8.
      if (text.length < bytes.length) seenMultibyte = true
      return text
    } catch {
      seenMultibyte ||= hasMultibyte(bytes)
      if (seenMultibyte) {
        facts.mended = true
        return mend(bytes, strict, latin)
      }
      facts.guessed = true
      facts.encoding = 'windows-1252'
      return latin.decode(bytes)
    }
  }

  return {
    push(bytes) {
      const whole = tail.length === 0 ? bytes : concat(tail, bytes)
      const kept = facts.guessed ? 0 : incompleteTail(whole)
      tail = whole.slice(whole.length - kept)
      return read(whole.subarray(0, whole.length - kept))
    },
    end() {
      const rest = tail
      tail = new Uint8Array(0)
      return rest.length === 0 ? '' : read(rest)
    },
    facts: () => ({ ...facts }),
  }
}

/** Whether valid characters of several bytes outnumber broken bytes: then the text is UTF-8 with damage. */
function hasMultibyte(bytes: Uint8Array): boolean {
  let valid = 0
  let broken = 0
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at)
    if (length > 1) valid++
    if (length === 0) broken++
    at += Math.max(1, length)
  }
  return valid > broken
}

/** Joins two byte arrays. */
export function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

function createUtf16Reader(encoding: 'utf-16le' | 'utf-16be'): TextReader {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return {
    push: bytes => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
    facts: () => ({ encoding, guessed: false, mended: false }),
  }
}

/**
 * Decodes a file in parts: UTF-8, UTF-16 by its mark (or its zeros), Windows-1252 where UTF-8 is not valid. A leading
 * byte order mark is left out. `head` is the beginning of the file; it must be pushed as well.
 */
export function createTextReader(head: Uint8Array): TextReader {
  const utf16 = utf16Kind(head)
  const reader = utf16 === null ? createUtf8Reader() : createUtf16Reader(utf16)
  let first = true
  return {
    ...reader,
    push(bytes) {
      const text = reader.push(bytes)
      if (!first || text === '') return text
      first = false
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    },
  }
}
