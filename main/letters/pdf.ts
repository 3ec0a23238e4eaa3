import PDFDocument from 'pdfkit'
import type { Block, Run } from './blocks.ts'
import { type Face, faceOf, fontFiles, showable } from './fonts.ts'
import { breakLines, type Line } from './line-break.ts'

/** A letter as a PDF of A4 pages. All lengths are points, 72 to an inch. */

const PAGE = { width: 595.28, height: 841.89 }
/** 25 millimetres on every side, as letters have them. */
const MARGIN = 70.87
const BODY = 10.5
const HEADINGS = [18, 14, 12, 10.5, 10.5, 10.5]
/** From line to line, in sizes of the letters. */
const LEADING = 1.45
const INK = '#1a1a1a'
const FADED = '#6b6b6b'
const LINK = '#1a4fa3'
const ITEM_INDENT = 16
const QUOTE_INDENT = 14

export interface LetterFacts {
  title: string
  /** The person's name; '' when it is not known. */
  author: string
  /** An ISO 8601 instant. */
  now: string
}

/** What a font answers, which the types of the library leave out. */
interface FontOfDocument {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

/** Where text stands: its left edge, and the bars of the quotations that it is in. */
interface Place {
  left: number
  bars: readonly number[]
}

/** Writes blocks onto pages; answers the file, and the characters that the font has no shape for. */
export async function writePdf(
  blocks: readonly Block[],
  { title, author, now }: LetterFacts,
): Promise<{ bytes: Buffer; missing: string[] }> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: author, Creator: 'Rolecall', CreationDate: new Date(now) },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))

  const files = fontFiles()
  const registered = new Set<Face>()
  const setFace = (run: Run, size: number) => {
    const face = faceOf(run)
    if (!registered.has(face)) {
      doc.registerFont(face, files[face])
      registered.add(face)
    }
    doc.font(face).fontSize(size)
  }
  const shapes = new Map<Face, Map<number, boolean>>()
  const hasShape = (run: Run) => {
    const face = faceOf(run)
    const known = shapes.get(face) ?? new Map<number, boolean>()
    shapes.set(face, known)
    return (codePoint: number): boolean => {
      const before = known.get(codePoint)
      if (before !== undefined) return before
      setFace(run, BODY)
      const has = (doc as unknown as FontOfDocument)._font.font.hasGlyphForCodePoint(codePoint)
      known.set(codePoint, has)
      return has
    }
  }
  const missing = new Set<string>()
  const shown = (runs: readonly Run[]): Run[] =>
    runs.map(run => ({ ...run, text: showable(run.text, hasShape(run), missing) }))
  const widthIn = (size: number) => (text: string, run: Run) => {
    setFace(run, size)
    return doc.widthOfString(text)
  }

  const bottom = PAGE.height - MARGIN
  let y = MARGIN
  const newPage = () => {
    doc.addPage()
    y = MARGIN
  }
  const room = () => bottom - y
  const gap = (points: number) => {
    if (y > MARGIN) y += points
  }

  const drawLine = (line: Line, { left, bars }: Place, size: number) => {
    const height = size * LEADING
    for (const bar of bars)
      doc
        .moveTo(bar, y)
        .lineTo(bar, y + height)
        .lineWidth(1.5)
        .strokeColor('#c9c9c9')
        .stroke()
    let x = left
    for (const { text, run } of line) {
      setFace(run, size)
      doc.fillColor(run.link ? LINK : INK)
      const width = doc.widthOfString(text)
      doc.text(text, x, y, { lineBreak: false, link: run.link, underline: run.link !== null })
      x += width
    }
    y += height
  }

  /** Lines with no single one left behind at the end or carried over alone to the next page. */
  const drawLines = (lines: readonly Line[], place: Place, size: number) => {
    const height = size * LEADING
    let rest = [...lines]
    while (rest.length > 0) {
      let fits = Math.floor((room() + 0.01) / height)
      if (rest.length > fits) {
        if (rest.length - fits === 1 && fits > 2) fits -= 1
        if (fits < Math.min(2, rest.length)) fits = 0
      }
      for (const line of rest.slice(0, fits)) drawLine(line, place, size)
      rest = rest.slice(fits)
      if (rest.length > 0) newPage()
    }
  }

  const drawRuns = (runs: readonly Run[], place: Place, size: number) =>
    drawLines(breakLines(shown(runs), PAGE.width - MARGIN - place.left, widthIn(size)), place, size)

  const drawList = (list: Extract<Block, { kind: 'list' }>, place: Place, depth: number) => {
    const markers = list.items.map((_, index) =>
      list.ordered ? `${list.start + index}.` : depth % 2 === 0 ? '•' : '–',
    )
    const marker: Run = { text: '', bold: false, italic: false, code: false, link: null }
    const widest = Math.max(...markers.map(text => widthIn(BODY)(text, marker)))
    const indent = Math.max(ITEM_INDENT, widest + 6)
    for (const [index, item] of list.items.entries()) {
      if (room() < BODY * LEADING) newPage()
      gap(index === 0 ? 0 : 2)
      // The first line of an item decides on which page its sign stands.
      const [first] = item
      const lead = first?.kind === 'paragraph' ? 2 : 1
      if (room() < lead * BODY * LEADING) newPage()
      const before = y
      drawLine([{ text: markers[index] ?? '•', run: marker }], place, BODY)
      if (item.length > 0) y = before
      draw(item, { ...place, left: place.left + indent }, depth + 1)
    }
  }

  const draw = (all: readonly Block[], place: Place, depth: number) => {
    for (const [index, block] of all.entries()) {
      const apart = index === 0 ? 0 : depth === 0 ? BODY * 0.8 : 3
      switch (block.kind) {
        case 'paragraph':
          gap(apart)
          drawRuns(block.runs, place, BODY)
          break
        case 'heading': {
          const size = HEADINGS[block.level - 1] ?? BODY
          gap(index === 0 ? 0 : size)
          // A heading does not stay alone at the end of a page.
          if (room() < size * LEADING + 2 * BODY * LEADING) newPage()
          drawRuns(
            block.runs.map(run => ({ ...run, bold: true })),
            place,
            size,
          )
          break
        }
        case 'list':
          gap(apart)
          drawList(block, place, depth)
          break
        case 'quote': {
          gap(apart)
          const left = Math.min(place.left + QUOTE_INDENT, PAGE.width / 2)
          draw(block.blocks, { left, bars: [...place.bars, place.left + 2] }, depth + 1)
          break
        }
        case 'code': {
          gap(apart)
          // The spaces before a line of code belong to it.
          const text = block.text.replace(/^ +/gm, spaces => '\u00a0'.repeat(spaces.length))
          drawRuns([{ text, bold: false, italic: false, code: true, link: null }], place, BODY * 0.95)
          break
        }
        case 'rule':
          gap(apart)
          if (room() < 8) newPage()
          doc
            .moveTo(place.left, y + 4)
            .lineTo(PAGE.width - MARGIN, y + 4)
            .lineWidth(0.5)
            .strokeColor('#b5b5b5')
            .stroke()
          y += 8
          break
      }
    }
  }
  draw(blocks, { left: MARGIN, bars: [] }, 0)
  numberPages()
  doc.end()
  await done
  return { bytes: Buffer.concat(chunks), missing: [...missing] }

  /** Numbers at the foot from the second page on. */
  function numberPages(): void {
    const { count } = doc.bufferedPageRange()
    const plain: Run = { text: '', bold: false, italic: false, code: false, link: null }
    for (let page = 1; page < count; page += 1) {
      doc.switchToPage(page)
      setFace(plain, 9)
      const text = String(page + 1)
      const width = doc.widthOfString(text)
      doc
        .fillColor(FADED)
        .text(text, (PAGE.width - width) / 2, PAGE.height - MARGIN / 2 - 6, { lineBreak: false })
    }
  }
}
