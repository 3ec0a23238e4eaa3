import { type LabelKind, labelBefore, labelKindOf } from './entries-labels.ts'
import { peelPlace, placeScore } from './entries-places.ts'
import type { Row } from './entries-row.ts'
import { isKindOfEmployment, trimmed, withoutTerms } from './entries-terms.ts'
import type { Line } from './layout.ts'

/** The lines that head an entry, cut into what may be a title, a company or a place. */

export interface Piece {
  text: string
  /** How it looks: emphasis, size, capitals. */
  look: string
  row: Row
  /** Rows after (before: negative) the one with the dates. */
  offset: number
  /** Half-open, in the text of its line. */
  from: number
  to: number
  /** Of its row: the stretch it was cut from. */
  span: number
  /** What its label says it is: "Employer: …". */
  label: LabelKind | null
  place: number
  /** A kind of employment and nothing else. */
  idle: boolean
}

/** How far a stretch is cut: at bars, where the look changes, at dashes, at commas and "at". */
export const LEVELS = [0, 1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

const BARS = /\s*[|•·●∙▪◦‣│¦]\s*|\s+\/\/\s+|\t+|\s{3,}/g
const DASHES = /\s+[–—―-]{1,2}\s+|\s*—\s*/g
/** "University of Illinois at Urbana-Champaign" is one name. */
const COMMAS =
  /\s*[,;]\s+|\s+(?:at(?<!\b(?:University|College) of(?: \p{Lu}[\p{L}.'’-]*){1,3}\s+at)|@|bei(?: der| dem)?|beim|chez|pour|en|para)\s+(?=\p{Lu})|\s+@\s*/gu

/** "2015 – 2019 als Koch bei …" */
const AS = /^(?:als|as an?|as|en tant que|comme|como)\s+(?=\p{L})/iu
const ADDRESS =
  /(?:^|\s)(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$|^[\w-]+(?:\.[\w-]+){2,}(?:\/\S*)?$|^[\w-]+(?:\.[\w-]+)+\/\S*$/

/** The pieces of the header rows of an entry, in reading order. */
export function piecesOf(rows: readonly Row[], anchor: number, level: Level): Piece[] {
  const pieces: Piece[] = []
  for (const [index, row] of rows.entries()) {
    if (row.body) continue
    let label: LabelKind | null = null
    for (const [span, { from, to }] of row.spans.entries()) {
      // A label in a cell of its own says what the next cell is.
      if (row.spans.length > 1 && label === null) {
        label = labelKindOf(row.line.text.slice(from, to).trim())
        if (label) continue
      }
      for (const part of cut(row.line, from, to, label ? 0 : level)) {
        const piece = pieceOf(row, index - anchor, span, part.from, part.to)
        if (piece) pieces.push(label ? { ...piece, label } : piece)
      }
    }
  }
  return pieces.slice(0, 14)
}

/** What a stretch of a header says when it is taken whole. */
export function pieceOf(row: Row, offset: number, span: number, from: number, to: number): Piece | null {
  const raw = withoutTerms(row.line.text.slice(from, to)).replace(AS, '')
  const labelled = labelBefore(raw)
  const text = trimmed(labelled?.rest ?? raw)
  if (text === '' || !/[\p{L}]/u.test(text) || ADDRESS.test(text)) return null
  return {
    text,
    look: lookOf(row.line, from, to),
    row,
    offset,
    from,
    to,
    span,
    label: labelled?.kind ?? null,
    place: row.town ? 1 : placeScore(text),
    idle: isKindOfEmployment(text),
  }
}

/** What only joins the title and the company beside it. */
const LONE_JOINT = /^(?:at|@|bei|beim|bei der|chez|en|in|als|for|für|pour|para)$/i

type Stretch = { from: number; to: number }

function cut(line: Line, from: number, to: number, level: Level): Stretch[] {
  let stretches = cutAt(line.text, [{ from, to }], BARS)
  if (level >= 1) stretches = stretches.flatMap(each => cutAtLooks(line, each))
  if (level >= 2) stretches = cutAt(line.text, stretches, DASHES)
  if (level >= 3) stretches = stretches.flatMap(each => cutAtCommas(line.text, each))
  return stretches
    .map(each => tight(line.text, each))
    .filter(each => each.to > each.from && !LONE_JOINT.test(line.text.slice(each.from, each.to)))
}

function tight(text: string, { from, to }: Stretch): Stretch {
  let a = from
  let b = to
  while (a < b && /[\s,;:|–—-]/.test(text.charAt(a))) a++
  while (b > a && /[\s,;:|–—-]/.test(text.charAt(b - 1))) b--
  return { from: a, to: b }
}

/** Inside brackets nothing is cut. */
function cutAt(text: string, stretches: readonly Stretch[], pattern: RegExp): Stretch[] {
  const result: Stretch[] = []
  for (const { from, to } of stretches) {
    let at = from
    for (const match of text.slice(from, to).matchAll(pattern)) {
      const start = from + match.index
      const before = text.slice(from, start)
      if (start === from || depth(before) > 0 || isLegalNext(text.slice(start + match[0].length, to)))
        continue
      if (start > at) result.push({ from: at, to: start })
      at = start + match[0].length
    }
    if (at < to) result.push({ from: at, to })
  }
  return result
}

const depth = (text: string): number =>
  (text.match(/[([]/g)?.length ?? 0) - (text.match(/[)\]]/g)?.length ?? 0)
/** ", Inc." belongs to the name before it. */
const isLegalNext = (rest: string): boolean =>
  /^(?:inc|llc|ltd|llp|l\.l\.c|gmbh|corp|co|plc|s\.?l|s\.?a|s\.?a\.?s|cpa|phd|md|rn)\b\.?(?:\s|,|\)|$)/i.test(
    rest,
  )

/** A place at the end keeps its commas. */
function cutAtCommas(text: string, whole: Stretch): Stretch[] {
  const { from, to } = tight(text, whole)
  const said = text.slice(from, to)
  if (placeScore(said) >= 1) return [{ from, to }]
  const inner = /^([^()]{3,80}?)\s*\(([^()]{3,80})\)$/.exec(said)
  // "Title (Company)"; what begins with a small letter explains the name before it.
  if (inner?.[1] && inner[2] && /^\p{Lu}/u.test(inner[2])) {
    const open = from + said.indexOf('(')
    return [...cutAtCommas(text, { from, to: open }), ...cutAtCommas(text, { from: open + 1, to: to - 1 })]
  }
  const { rest, place } = peelPlace(said)
  const at = place === '' || !said.endsWith(place) ? to : to - place.length
  const before = cutAt(text, [{ from, to: at === to ? to : from + rest.length }], COMMAS)
  return at === to ? before : [...before, { from: at, to }]
}

/** Cuts where bold or italic letters begin or end between words. */
function cutAtLooks(line: Line, { from, to }: Stretch): Stretch[] {
  const result: Stretch[] = []
  let start = from
  let at = 0
  let last: string | null = null
  for (const run of line.runs) {
    const found = line.text.indexOf(run.text.trim(), at)
    if (found < 0) return [{ from, to }]
    const look = `${run.bold}${run.italic}`
    if (/[\p{L}\p{N}]/u.test(run.text)) {
      const border = found
      if (
        last !== null &&
        look !== last &&
        border > start &&
        border < to &&
        border > from &&
        !/[\p{L}\p{N}]/u.test(line.text.charAt(border - 1))
      ) {
        result.push({ from: start, to: border })
        start = border
      }
      last = look
    }
    at = found + run.text.trim().length
  }
  result.push({ from: start, to })
  return result
}

function lookOf(line: Line, from: number, to: number): string {
  let at = 0
  let bold = 0
  let italic = 0
  let all = 0
  for (const run of line.runs) {
    const text = run.text.trim()
    const found = line.text.indexOf(text, at)
    if (found < 0) break
    const shared = Math.max(0, Math.min(to, found + text.length) - Math.max(from, found))
    all += shared
    if (run.bold) bold += shared
    if (run.italic) italic += shared
    at = found + text.length
  }
  const letters = line.text.slice(from, to).replace(/[^\p{L}]/gu, '')
  const caps = letters.length > 3 && letters === letters.toUpperCase()
  const size = line.size === null ? '' : Math.round(line.size * 2) / 2
  return `${size}${all > 0 && bold > all * 0.6 ? 'b' : ''}${all > 0 && italic > all * 0.6 ? 'i' : ''}${caps ? 'c' : ''}${line.heading ?? ''}`
}
