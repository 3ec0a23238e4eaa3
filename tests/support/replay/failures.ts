import { createGzip } from 'node:zlib'

/** The ways in which a replayed source can fail, or answer oddly. */
export const FAILURES = [
  // Statuses.
  '401',
  '403',
  '404',
  '410',
  /** With `Retry-After`. */
  '429',
  '500',
  /** 503 once, then as ever. */
  '503_once',
  // Connections.
  /** No answer at all. */
  'hang',
  /** Less than Content-Length says, then the connection breaks. */
  'cut',
  /** Small pieces with pauses. */
  'slow',
  /** To an address that is not on the public internet. */
  'private_redirect',
  // Bodies.
  'empty',
  'html',
  /** The list has another name. */
  'list_renamed',
  /** The list is there, its elements have another form. */
  'elements_changed',
  /** Small on the way, 101 MB when unpacked. */
  'bomb',
  /** Windows-1252 that calls itself UTF-8. */
  'charset',
  /** Ten thousand postings in one answer. */
  'many',
  // Headers.
  /** The server's clock is a year ahead. */
  'clock',
] as const
export type Failure = (typeof FAILURES)[number]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where the longest list of objects stands in a JSON value; null when there is none. */
function listPath(value: unknown, depth = 0): string[] | null {
  if (Array.isArray(value)) return value.some(isRecord) ? [] : null
  if (!isRecord(value) || depth > 3) return null
  let best: { path: string[]; length: number } | null = null
  for (const [key, inner] of Object.entries(value)) {
    const path = listPath(inner, depth + 1)
    if (path === null) continue
    const length = lengthAt(inner, path)
    if (best === null || length > best.length) best = { path: [key, ...path], length }
  }
  return best?.path ?? null
}

function lengthAt(value: unknown, path: readonly string[]): number {
  const list = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
  return Array.isArray(list) ? list.length : 0
}

function changeAt(value: unknown, path: readonly string[], change: (list: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  return isRecord(value) ? { ...value, [key]: changeAt(value[key], rest, change) } : value
}

function parsed(body: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(body) }
  } catch {
    return null
  }
}

/** The body with its list under another name. */
export function withListRenamed(body: string): string {
  const read = parsed(body)
  if (read === null) return body.replaceAll(/<(\/?)(?:item|entry)\b/g, '<$1record')
  const path = listPath(read.value)
  if (path === null) return JSON.stringify({ renamed: read.value })
  const key = path.at(-1)
  if (key === undefined) return JSON.stringify({ renamed: read.value })
  return JSON.stringify(
    changeAt(read.value, path.slice(0, -1), holder => {
      const { [key]: list, ...rest } = Object(holder)
      return { ...rest, [`${key}V2`]: list }
    }),
  )
}

/** The body with every element of its list in another form. */
export function withElementsChanged(body: string): string {
  const read = parsed(body)
  if (read === null) return body.replaceAll(/<(\/?)(?:title|guid|link|id)\b/g, '<$1field')
  const path = listPath(read.value)
  if (path === null) return JSON.stringify({ attributes: read.value })
  const change = (list: unknown) =>
    Array.isArray(list) ? list.map((element: unknown) => ({ attributes: element })) : list
  return JSON.stringify(changeAt(read.value, path, change))
}

/** The body in Windows-1252; what that cannot write stands escaped. */
export function inWindows1252(body: string): Uint8Array {
  const read = parsed(body)
  const text = read === null ? body : JSON.stringify(read.value)
  const escaped = (sign: string): string =>
    read === null
      ? `&#${sign.codePointAt(0)};`
      : [...Array(sign.length).keys()]
          .map(at => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join('')
  return Buffer.from(text.replace(/[\u0080-\u009f\u0100-\u{10ffff}]/gu, escaped), 'latin1')
}

let bomb: Promise<Uint8Array> | undefined

/** About 100 kB of gzip that unpack to 101 MB of white space. */
export function gzipBomb(): Promise<Uint8Array> {
  bomb ??= (async () => {
    const gzip = createGzip({ level: 9 })
    const chunk = Buffer.alloc(1024 * 1024, ' ')
    const chunks: Uint8Array[] = []
    const read = (async () => {
      for await (const piece of gzip) chunks.push(piece)
    })()
    for (let at = 0; at < 101; at += 1) gzip.write(chunk)
    gzip.end()
    await read
    return Buffer.concat(chunks)
  })()
  return bomb
}
