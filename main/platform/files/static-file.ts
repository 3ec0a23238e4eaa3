import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Names without a leading dot, so that no path leads out of the folder. */
const SAFE_PATH = /^(?:\/[\w@-][\w@.-]*)+$/
/** What Vite names after its content: `name-XXXXXXXX.ext` under assets. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+(?:\.map)?$/

export interface StaticFile {
  body: Uint8Array<ArrayBuffer>
  /** The content type. */
  type: string
  /** The `cache-control` that fits. */
  cache: string
}

/** A built file by the path of its address; null for anything else. A name that holds its content's hash never changes. */
export async function staticFile(folder: string, path: string): Promise<StaticFile | null> {
  const type = TYPES[extname(path)]
  if (!SAFE_PATH.test(path) || type === undefined) return null
  try {
    const body = new Uint8Array(await readFile(join(folder, path)))
    return { body, type, cache: HASHED.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache' }
  } catch {
    return null
  }
}
