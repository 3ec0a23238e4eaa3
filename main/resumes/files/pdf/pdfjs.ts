import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OPS, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** pdf.js as it is used here: in this process, without network, eval, forms of Adobe's own, or pictures. */

export type { OPS, PDFDocumentProxy, PDFPageProxy }
export type OperatorList = Pick<Awaited<ReturnType<PDFPageProxy['getOperatorList']>>, 'fnArray' | 'argsArray'>

/** What a font says of itself. */
export interface FontFace {
  name?: string
  bold?: boolean
  black?: boolean
  italic?: boolean
  isType3Font?: boolean
  fontMatrix?: number[]
  bbox?: number[]
}

export type Opened =
  | { ok: true; pdf: PDFDocumentProxy; ops: typeof OPS; close: () => Promise<void> }
  | NotOpened
export interface NotOpened {
  ok: false
  why: 'locked' | 'wrong_password' | 'damaged'
}

const LIBRARY = 'pdfjs-dist/legacy/build/pdf.mjs'

/** pdf.js, loaded once and only when a PDF comes. */
async function library(): Promise<typeof import('pdfjs-dist')> {
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as typeof import('pdfjs-dist')
  // The shorter text of the same worker is compiled in half the time.
  const worker = join(packageFolder(), 'legacy/build/pdf.worker.min.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(worker).href
  return pdfjs
}

/** The folder of the installed package, for its character maps and standard fonts. */
const packageFolder = (): string => dirname(dirname(dirname(createRequire(import.meta.url).resolve(LIBRARY))))

/**
 * How a PDF is opened: nothing is fetched or run, and pictures of more than `picturePoints` are passed over. The bytes
 * are used up.
 */
export function openOptions(bytes: Uint8Array, password: string | null, picturePoints: number) {
  const folder = packageFolder()
  return {
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: picturePoints,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    wasmUrl: join(folder, 'wasm/'),
    ...(password === null ? {} : { password }),
  }
}

/** Opens a PDF; the bytes are used up. Pictures are passed over, unless they are asked for. */
export async function openPdf(
  bytes: Uint8Array,
  { password = null, picturePoints = 1 }: { password?: string | null; picturePoints?: number } = {},
): Promise<Opened> {
  const pdfjs = await library()
  const task = pdfjs.getDocument(openOptions(bytes, password, picturePoints))
  const close = (): Promise<void> => task.destroy()
  try {
    return { ok: true, pdf: await task.promise, ops: pdfjs.OPS, close }
  } catch (error) {
    await close().catch(() => {})
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException')
      return { ok: false, why: password === null ? 'locked' : 'wrong_password' }
    return { ok: false, why: 'damaged' }
  }
}
