import { readFile } from 'node:fs/promises'
import { hasBomb } from './bombs.ts'
import { openOptions } from './pdfjs.ts'

/** Points of one picture of a page; a page far from A4 is drawn smaller. */
const MOST_POINTS = 12_000_000
/** Points of a picture on the page; larger ones stay blank. */
const PICTURE_POINTS = 24_000_000
/** PDF's own limit of a page, 200 inches, in points (ISO 32000-1, annex C). */
const LONGEST = 14_400

/**
 * Draws a page as a PNG, `width` pixels wide, 100–2400; a very tall page is narrower. Throws in plain words when there
 * is no such page or it cannot be drawn.
 */
export async function drawPage(asked: {
  path: string
  /** From 1. */
  page: number
  width: number
  password?: string | null
}): Promise<Uint8Array> {
  const bytes = new Uint8Array(await readFile(asked.path))
  if (hasBomb(bytes)) throw new Error('This PDF unpacks to more than can be drawn.')
  const { PDFParse } = await import('pdf-parse')
  const parser = new PDFParse(openOptions(bytes, asked.password ?? null, PICTURE_POINTS))
  try {
    const { total, pages } = await parser.getInfo({ parsePageInfo: true, partial: [asked.page] })
    const size = pages[0]
    if (!size) throw new Error(`This PDF has ${total} pages, and no page ${asked.page}.`)
    const width = widthWithin(size, Math.min(2400, Math.max(100, asked.width)))
    const drawn = await parser.getScreenshot({
      partial: [asked.page],
      desiredWidth: width,
      imageBuffer: true,
      imageDataUrl: false,
    })
    const png = drawn.pages[0]?.data
    if (!png || png.length === 0) throw new Error(`Page ${asked.page} could not be drawn.`)
    return png
  } finally {
    await parser.destroy()
  }
}

function widthWithin(page: { width: number; height: number }, width: number): number {
  const ratio = Math.min(LONGEST, Math.max(1, page.height)) / Math.min(LONGEST, Math.max(1, page.width))
  return Math.max(1, Math.floor(Math.min(width, Math.sqrt(MOST_POINTS / ratio))))
}
