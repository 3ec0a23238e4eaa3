import { MOST_PAGES } from '../../../contract/documents.ts'
import type { Layout, Line } from '../../rules/layout.ts'
import { type DocumentRead, damaged, locked, noText, refused, wrongPassword } from '../outcomes.ts'
import { hasBomb } from './bombs.ts'
import { inReadingOrder, partsOf } from './columns.ts'
import { gathered } from './gathered.ts'
import { glyphsOf } from './glyphs.ts'
import { linesOf, withGaps } from './lines.ts'
import type { Matrix, Rect } from './matrix.ts'
import { linksOf, setLinks } from './page-links.ts'
import {
  type FontFace,
  type OPS,
  type Opened,
  openPdf,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from './pdfjs.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { withoutRunning } from './running.ts'
import { type Word, wordsOf } from './words.ts'

/** Reads a PDF: its visible words in reading order with their places. The bytes are used up. */
export async function readPdf(bytes: Uint8Array, password: string | null): Promise<DocumentRead> {
  if (hasBomb(bytes)) return refused('This PDF unpacks to more than can be read. It was not opened further.')
  // The reader uses its bytes up; a second look needs others.
  const second = bytes.slice()
  const opened = await openPdf(bytes, { password })
  if (!opened.ok) {
    if (opened.why === 'locked') return locked
    return opened.why === 'wrong_password' ? wrongPassword : damaged('PDF')
  }
  try {
    return await readPages(opened.pdf, opened.ops, () =>
      openPdf(second, { password, picturePoints: PICTURE_POINTS }),
    )
  } finally {
    await opened.close()
  }
}

interface ReadPage {
  page: number
  width: number
  height: number
  words: Word[]
  dots: Rect[]
  /** It has white letters on nothing that is known. */
  pale: boolean
}

/** Points of a picture that is loaded to know whether it lies under white letters. */
const PICTURE_POINTS = 8_000_000
/** Pages that are looked at a second time. */
const MOST_SECOND_LOOKS = 4

async function readPages(
  pdf: PDFDocumentProxy,
  ops: typeof OPS,
  withPictures: () => Promise<Opened>,
): Promise<DocumentRead> {
  const pages: ReadPage[] = []
  const links: Layout['links'] = []
  const remarks: string[] = []
  let broken = 0
  const count = Math.min(pdf.numPages, MOST_PAGES)
  for (let number = 1; number <= count; number++) {
    try {
      const page = await pdf.getPage(number)
      const read = await readPage(page, number, ops)
      pages.push(read.page)
      links.push(...read.links)
      page.cleanup()
    } catch {
      broken++
    }
  }
  if (broken === count) return damaged('PDF')
  await lookAgain(pages, withPictures)
  if (broken > 0) remarks.push(`${broken} of ${pdf.numPages} pages could not be read.`)
  if (pdf.numPages > MOST_PAGES)
    remarks.push(`Only the first ${MOST_PAGES} of ${pdf.numPages} pages were read.`)
  const lines = linesOfPages(pages)
  if (lines.length === 0) return noText(pdf.numPages)
  const layout: Layout = {
    format: 'pdf',
    pages: pdf.numPages,
    lines,
    links: linksBeside(links, lines),
    title: await titleOf(pdf),
    remarks,
  }
  return { state: 'read', message: null, layout }
}

/** White letters may stand on a picture: pages that have some are read with their pictures. */
async function lookAgain(pages: ReadPage[], withPictures: () => Promise<Opened>): Promise<void> {
  const pale = pages.filter(page => page.pale).slice(0, MOST_SECOND_LOOKS)
  if (pale.length === 0) return
  const opened = await withPictures()
  if (!opened.ok) return
  try {
    for (const { page: number } of pale) {
      const read = await readPage(await opened.pdf.getPage(number), number, opened.ops)
      pages.splice(
        pages.findIndex(page => page.page === number),
        1,
        read.page,
      )
    }
  } catch {
    // What the first look found stays.
  } finally {
    await opened.close()
  }
}

async function readPage(
  page: PDFPageProxy,
  number: number,
  ops: typeof OPS,
): Promise<{ page: ReadPage; links: Layout['links'] }> {
  const viewport = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform.map(Number)
  const matrix: Matrix = [a, b, c, d, e, f]
  const list = await page.getOperatorList()
  const { width, height } = viewport
  const fonts = new Map<string, FontFace | null>()
  const fontOf = (id: string): FontFace | null => {
    const known = fonts.get(id)
    if (known !== undefined) return known
    const objects = page.commonObjs
    const face: FontFace | null = objects.has(id) ? objects.get(id) : null
    fonts.set(id, face)
    return face
  }
  const { glyphs, dots, whiteOnNothing } = glyphsOf(list, ops, matrix, { width, height }, fontOf)
  const words = wordsOf(glyphs.filter(glyph => !glyph.turned))
  const apart = setLinks(words, await linksOf(page, matrix))
  return {
    page: { page: number, width, height, words, dots, pale: whiteOnNothing > 0 },
    links: apart.map(link => ({ text: '', url: link.url })),
  }
}

/** The lines of all pages; a column that goes on at the next page is read to its end first. */
function linesOfPages(read: readonly ReadPage[]): Line[] {
  const pieces = piecesOf(read.map(page => page.words))
  const whole = read.map((page, index) => ({ ...page, pieces: pieces[index] ?? [] }))
  const { pages, footers } = withoutRunning(whole)
  const lines: Line[] = []
  let open: { split: number; left: Line[]; right: Line[] } | null = null
  const close = (): void => {
    if (open) lines.push(...open.left, ...open.right)
    open = null
  }
  for (const { page, width, height, dots, pieces } of pages) {
    const at = (column: number) => ({ page, column, width, height, dots })
    const inColumn = (side: Piece[], column: number): Line[] =>
      inReadingOrder(side).flatMap(part => linesOf(part, at(column)))
    partsOf(pieces).forEach((part, index) => {
      if (part.kind === 'columns') {
        if (!open || index > 0 || Math.abs(open.split - part.split) > 12) {
          close()
          open = { split: part.split, left: [], right: [] }
        }
        open.left.push(...inColumn(part.left, 1))
        open.right.push(...inColumn(part.right, 2))
        return
      }
      // Alone on a page, one of two columns may go on.
      const side = open && index === 0 ? sideOf(part.pieces, open.split) : null
      if (open && side !== null) open[side].push(...linesOf(part.pieces, at(side === 'left' ? 1 : 2)))
      else {
        close()
        lines.push(...linesOf(part.pieces, at(0)))
      }
    })
  }
  close()
  const last = read.at(-1)
  if (last) lines.push(...linesOf(footers, { ...last, column: 0 }))
  return gathered(withGaps(lines))
}

/** Links that stand on no line, once each. */
function linksBeside(links: Layout['links'], lines: readonly Line[]): Layout['links'] {
  const known = new Set(lines.flatMap(line => line.runs.map(run => run.link)))
  return links.filter(({ url }) => {
    if (known.has(url)) return false
    known.add(url)
    return true
  })
}

function sideOf(pieces: readonly Piece[], split: number): 'left' | 'right' | null {
  if (pieces.every(piece => piece.x0 >= split - 2)) return 'right'
  return pieces.every(piece => piece.x1 <= split) ? 'left' : null
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  try {
    const { info } = await pdf.getMetadata()
    const title: unknown = 'Title' in info ? info.Title : null
    return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 300) : null
  } catch {
    return null
  }
}
