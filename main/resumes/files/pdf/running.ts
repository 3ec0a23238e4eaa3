import { isPageNumber } from '../page-number.ts'
import type { Piece } from './pieces.ts'

/** Headers and footers that repeat from page to page, and numbers of pages. */

interface PagePieces {
  page: number
  height: number
  pieces: Piece[]
}

/** Headers and footers stand in these shares of a page, from its top and from its bottom. */
const EDGE = 0.12
/** Rows that are looked at on either side. */
const ROWS = 3
const CONTACT = /[\w.+-]+@[\w-]+\.\w+|(?:\d[\s().-]*){8,}/

/**
 * Takes repeated headers and footers off the pages: a header stays on its first page, a footer goes unless it has a
 * mailbox or a telephone. Numbers of pages go from all pages. Answers the pages' pieces and the kept footers.
 */
export function withoutRunning<P extends PagePieces>(pages: readonly P[]): { pages: P[]; footers: Piece[] } {
  const footers: Piece[] = []
  const edges = pages.map(page => edgeRows(page))
  const seenOn = new Map<string, Set<number>>()
  edges.forEach((rows, index) => {
    for (const { key } of rows) seenOn.set(key, (seenOn.get(key) ?? new Set()).add(index))
  })
  const kept = new Set<string>()
  const cleaned = pages.map((page, index) => {
    const gone = new Set<Piece>()
    for (const { key, pieces, at } of edges[index] ?? []) {
      const text = textOf(pieces)
      const repeated = (seenOn.get(key)?.size ?? 0) > 1
      if (!isPageNumber(text) && !repeated) continue
      if (at === 'top' && !isPageNumber(text) && !kept.has(key)) {
        kept.add(key)
        continue
      }
      for (const piece of pieces) gone.add(piece)
      if (at === 'bottom' && CONTACT.test(text) && !kept.has(key)) footers.push(...pieces)
      kept.add(key)
    }
    return { ...page, pieces: page.pieces.filter(piece => !gone.has(piece)) }
  })
  return { pages: cleaned, footers }
}

interface EdgeRow {
  /** Equal for rows that differ in numbers only. */
  key: string
  pieces: Piece[]
  at: 'top' | 'bottom'
}

function edgeRows({ pieces, height }: PagePieces): EdgeRow[] {
  const rows: { y: number; pieces: Piece[] }[] = []
  for (const piece of [...pieces].sort((first, second) => first.y - second.y || first.x0 - second.x0)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.y - piece.y) < 0.3 * piece.size) row.pieces.push(piece)
    else rows.push({ y: piece.y, pieces: [piece] })
  }
  const top = rows.slice(0, ROWS).filter(row => row.y < height * EDGE)
  const bottom = rows.slice(-ROWS).filter(row => row.y > height * (1 - EDGE) && !top.includes(row))
  const asEdge = (at: 'top' | 'bottom') => (row: { pieces: Piece[] }) => ({
    key: `${at} ${textOf(row.pieces).replace(/\d+/g, '#')}`,
    pieces: row.pieces,
    at,
  })
  return [...top.map(asEdge('top')), ...bottom.map(asEdge('bottom'))]
}

const textOf = (pieces: Piece[]): string =>
  pieces
    .flatMap(piece => piece.words.map(word => word.text))
    .join(' ')
    .trim()
