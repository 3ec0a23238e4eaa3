import type { ReviewItem, Spot } from '../../../../../main/contract/resumes.ts'

/** Where things of a résumé stand on its pages or in its text. */

type Box = NonNullable<Spot['box']>

/** A place on a page, with the first of the things that stand there. */
export interface PageMark {
  key: string
  page: number
  box: Box
  /** Ids of the things, in their order. */
  items: string[]
}

/** The marked places, each once; smaller ones come last, so that they lie on top. */
export function pageMarks(items: readonly ReviewItem[]): PageMark[] {
  const marks = new Map<string, PageMark>()
  for (const { id, spots } of items)
    for (const { page, box } of spots) {
      if (!box) continue
      const key = [page, box.x, box.y, box.width, box.height].join(' ')
      const mark = marks.get(key) ?? { key, page, box, items: [] }
      if (!mark.items.includes(id)) mark.items.push(id)
      marks.set(key, mark)
    }
  const area = ({ box }: PageMark) => box.width * box.height
  return [...marks.values()].sort((a, b) => area(b) - area(a))
}

/** What one thing covers: a box around each run of lines that lie under each other. */
export function outlinesOf({ spots }: Pick<ReviewItem, 'spots'>): { page: number; box: Box }[] {
  const outlines: { page: number; box: Box }[] = []
  for (const { page, box } of spots) {
    if (!box) continue
    const last = outlines.at(-1)
    const below = last ? box.y - (last.box.y + last.box.height) : 0
    const beside = last ? box.x > last.box.x + last.box.width || box.x + box.width < last.box.x : true
    if (last?.page === page && !beside && Math.abs(below) < box.height * 1.2) last.box = around(last.box, box)
    else outlines.push({ page, box })
  }
  return outlines
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** The top of what a thing says on its first page: the page and the share of its height; null without a place. */
export function firstPlace({ spots }: Pick<ReviewItem, 'spots'>): { page: number; y: number } | null {
  const [first] = [...spots].sort((a, b) => a.page - b.page || (a.box?.y ?? 0) - (b.box?.y ?? 0))
  return first ? { page: first.page, y: first.box?.y ?? 0 } : null
}

/** A piece of a text; `items` names the things that stand there. */
export interface TextPiece {
  text: string
  items: string[]
}

/** Cuts a page's text where things stand in it. Of things that overlap, the one that begins first is marked. */
export function textPieces(text: string, page: number, items: readonly ReviewItem[]): TextPiece[] {
  const ranges = new Map<string, { from: number; to: number; items: string[] }>()
  for (const { id, spots } of items)
    for (const spot of spots) {
      if (spot.page !== page || spot.quote === '') continue
      const from = text.indexOf(spot.quote)
      if (from < 0) continue
      const to = from + spot.quote.length
      const range = ranges.get(`${from} ${to}`) ?? { from, to, items: [] }
      if (!range.items.includes(id)) range.items.push(id)
      ranges.set(`${from} ${to}`, range)
    }
  const pieces: TextPiece[] = []
  let at = 0
  for (const { from, to, items: ids } of [...ranges.values()].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )) {
    if (from < at) {
      // What stands inside of a marked place belongs to it.
      const last = pieces.at(-1)
      if (to <= at && last) last.items.push(...ids.filter(id => !last.items.includes(id)))
      continue
    }
    if (from > at) pieces.push({ text: text.slice(at, from), items: [] })
    pieces.push({ text: text.slice(from, to), items: ids })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), items: [] })
  return pieces
}
