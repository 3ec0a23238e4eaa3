import { assignAll, type Header, type Vocabulary } from './entries-assign.ts'
import type { Row } from './entries-row.ts'

/** Where entries begin and end. */

/** An entry before its parts are known: rows from where to where. */
export interface Group extends Header {
  body: Row[]
  /** It has no dates, so that its words must say that it is an entry. */
  optional?: boolean
  /** Nothing in its section has dates. */
  alone?: boolean
}

const MOST_ABOVE = 3
const MOST_BELOW = 4
/** No section has more. */
export const MOST_ENTRIES = 120

/** Cuts a section where that makes the best entries. */
export function cutInto(rows: readonly Row[], vocabulary: Vocabulary): Group[] {
  const anchors = rows.flatMap((row, index) => (row.dates ? [index] : [])).slice(0, MOST_ENTRIES)
  if (anchors.length === 0) return undated(rows)
  const usual = above(rows, anchors[0] ?? 0, -1, MOST_ABOVE).length
  let best: { groups: Group[]; score: number } | null = null
  for (let most = 0; most <= MOST_ABOVE; most++) {
    const groups = groupsOf(rows, anchors, most)
    const score =
      assignAll(groups, vocabulary).reduce((sum, each) => sum + each.score, 0) +
      (most === usual ? 1.5 : 0) -
      0.3 * Math.abs(most - usual)
    if (!best || score > best.score + 1e-9) best = { groups, score }
  }
  return (best?.groups ?? []).flatMap(withUndated)
}

/** Entries without dates between others: rows under an entry that look as its own header does, over running text. */
function withUndated(group: Group): Group[] {
  const first = group.rows[0]
  const text = group.body.find(row => row.body)
  if (!first || !text || lookOf(first) === lookOf(text)) return [group]
  const result: Group[] = [{ ...group, body: [] }]
  let current = result[0]
  for (const [index, row] of group.body.entries()) {
    const before = group.body[index - 1]
    const begins = !row.body && !row.idle && before?.body === true && lookOf(row) === lookOf(first)
    if (begins) {
      current = { rows: [row], anchor: 0, body: [], optional: true }
      result.push(current)
    } else if (!row.body && current?.optional && current.body.length === 0 && current.rows.length < 3)
      current.rows.push(row)
    else current?.body.push(row)
  }
  return result
}

/** Rows directly above a row that may head an entry with it, nearest first; idle rows between do not count. */
function above(rows: readonly Row[], at: number, past: number, most: number): number[] {
  const found: number[] = []
  for (let index = at - 1; index > past && found.length < most; index--) {
    const row = rows[index]
    if (!row || row.body || row.dates) break
    if (row.idle) continue
    found.push(index)
  }
  return found
}

/** How a row begins to look: its first words decide, for dates and places beside them look otherwise. */
const lookOf = ({ line }: Row): string => {
  const first = line.runs.find(run => /[\p{L}\p{N}]/u.test(run.text))
  return `${line.size === null ? '' : Math.round(line.size * 2) / 2}${first?.bold ? 'b' : ''}${first?.italic ? 'i' : ''}${line.heading ?? ''}`
}

/** The size that most rows have. */
function bodySize(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>()
  for (const { line } of rows)
    if (line.size !== null) counts.set(line.size, (counts.get(line.size) ?? 0) + line.text.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const standsOut = (row: Row, body: number | null): boolean =>
  row.line.runs.find(run => /\p{L}/u.test(run.text))?.bold === true ||
  (row.line.size !== null && body !== null && row.line.size > body + 0.4)

/** Cuts the rows into entries whose headers have at most so many rows above their dates. */
function groupsOf(rows: readonly Row[], anchors: readonly number[], most: number): Group[] {
  const body = bodySize(rows)
  const starts: number[] = []
  const usual: string[] = []
  for (const [k, anchor] of anchors.entries()) {
    const past = k > 0 ? (anchors[k - 1] ?? 0) : -1
    let start = anchor
    for (const [n, index] of above(rows, anchor, past, most).entries()) {
      const row = rows[index]
      if (!row) break
      const look = lookOf(row)
      if (k === 0) usual.push(look)
      // What looks like nothing above the first dates is the end of the entry before.
      else if (usual.length > 0 && !usual.includes(look) && !standsOut(row, body)) break
      else if (n > 0 && usual[n] !== undefined && usual[n] !== look && usual[0] === look) break
      start = index
    }
    starts.push(start === anchor - most ? start : overDescription(rows, start, past, usual))
  }
  return anchors.map((anchor, k): Group => {
    const start = starts[k] ?? anchor
    const end = starts[k + 1] ?? rows.length
    let last = anchor
    for (let index = anchor + 1; index < end && last - anchor < MOST_BELOW; index++) {
      if (rows[index]?.body) break
      last = index
    }
    const below = rows.slice(last + 1, end)
    // "Employer: …" heads its entry wherever it stands.
    const labelled = below.filter(row => row.labelled)
    return {
      rows: [...rows.slice(start, last + 1), ...labelled],
      anchor: anchor - start,
      body: labelled.length > 0 ? below.filter(row => !row.labelled) : below,
    }
  })
}

/** "Company / what it makes / title and dates": a sentence of one line between the lines of a header. */
function overDescription(
  rows: readonly Row[],
  start: number,
  past: number,
  usual: readonly string[],
): number {
  const text = rows[start - 1]
  const over = rows[start - 2]
  if (start - 2 <= past || !text?.body || text.line.bullet || !over || over.body || over.dates || over.idle)
    return start
  const before = rows[start - 3]
  const apart = start - 2 === 0 || (over.line.gap ?? 0) >= 0.8 || before?.line.bullet === true
  const look = lookOf(over)
  return apart && look !== lookOf(text) && (usual.length === 0 || usual.includes(look) || look.includes('b'))
    ? start - 2
    : start
}

/** Entries of a section without any dates: runs of rows that are no running text. */
function undated(rows: readonly Row[]): Group[] {
  const groups: Group[] = []
  let group: Group | null = null
  for (const row of rows) {
    if (row.idle) continue
    if (row.body) {
      group?.body.push(row)
      continue
    }
    if (!group || group.body.length > 0 || group.rows.length >= 3 || (row.line.gap ?? 0) >= 0.9) {
      group = { rows: [], anchor: 0, body: [], optional: true, alone: true }
      groups.push(group)
    }
    group.rows.push(row)
  }
  return groups
}
