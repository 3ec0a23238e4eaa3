import type { DateContext } from './dates-points.ts'
import { type Assigned, assignAll, type Header, type Vocabulary } from './entries-assign.ts'
import { companyScore } from './entries-companies.ts'
import { pieceOf } from './entries-pieces.ts'
import { isCampus, peelPlace } from './entries-places.ts'
import { type Dated, type Row, rowsOf, trimmed, withoutTerms } from './entries-rows.ts'
import { joinWrapped } from './entries-wrapped.ts'
import type { Line } from './layout.ts'

/** Entries of a section: where each begins, what heads it, what stands under it. */

export interface Entry {
  /** Title of the position, or degree. */
  first: string
  /** Company, or school. */
  second: string
  place: string
  dates: Dated | null
  /** What else its header says, in order. */
  rest: string[]
  /** The lines that head it. */
  head: Line[]
  body: Line[]
  confidence: number
}

/** An entry before its parts are known: rows from where to where. */
interface Group extends Header {
  body: Row[]
  /** It has no dates, so that its words must say that it is an entry. */
  optional?: boolean
  /** Nothing in its section has dates. */
  alone?: boolean
}

const MOST_ABOVE = 3
const MOST_BELOW = 4
const MOST_ENTRIES = 120
/** Past this no résumé goes; the rest would only cost time. */
const MOST_LINES = 4000

/**
 * The entries of sections of one kind, in their order. Each section is cut by its own layout, and all of them together
 * decide what is a title and what a company.
 */
export function readEntries(
  sections: readonly (readonly Line[])[],
  vocabulary: Vocabulary,
  context: DateContext,
): Entry[] {
  const groups: Group[] = []
  let left = MOST_LINES
  for (const lines of sections) {
    const rows = rowsOf(joinWrapped(lines.slice(0, left)), vocabulary.least, context)
    left -= rows.length
    groups.push(...cutInto(rows, vocabulary))
  }
  const few = groups.slice(0, MOST_ENTRIES)
  const assigned = assignAll(few, vocabulary)
  return finished(kept(few, assigned, vocabulary), vocabulary)
}

/** Cuts a section where that makes the best entries. */
function cutInto(rows: readonly Row[], vocabulary: Vocabulary): Group[] {
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

/** Leaves out what only might have been an entry and names too little; its rows go back to the entry before. */
function kept(
  groups: readonly Group[],
  assigned: readonly Assigned[],
  vocabulary: Vocabulary,
): { group: Group; assigned: Assigned }[] {
  const result: { group: Group; assigned: Assigned }[] = []
  for (const [index, group] of groups.entries()) {
    const each = assigned[index]
    if (!each) continue
    const first = each.first ? vocabulary.first(each.first.text) : -1
    const second = each.second ? vocabulary.second(each.second.text) : -1
    if (!group.optional || (first >= 1 && second >= 0.3) || (group.alone && Math.max(first, second) >= 1)) {
      result.push({ group, assigned: each })
      continue
    }
    const before = result.at(-1)
    if (before) before.group = { ...before.group, body: [...before.group.body, ...group.rows, ...group.body] }
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

function finished(entries: readonly { group: Group; assigned: Assigned }[], vocabulary: Vocabulary): Entry[] {
  const read = entries.map(({ group, assigned }) => entryOf(group, assigned))
  return withoutTowns(withHouses(read), vocabulary)
}

function entryOf(group: Group, assigned: Assigned): Entry {
  const { rows, anchor, body } = group
  const first = assigned.first
  const second = assigned.second
  const used = new Set<Row>([...(first ? [first.row] : []), ...(second ? [second.row] : [])])
  const firstText = first ? wholeFirst(assigned) : ''
  const firstParts = peelPlace(firstText)
  const secondParts = peelPlace(second?.text ?? '')
  const places = assigned.pieces.filter(piece => piece !== first && piece !== second)
  const named = places
    .filter(piece => piece.label === 'place' || piece.place >= 0.5)
    .sort((a, b) => b.place - a.place)[0]
  const place = named?.text ?? (secondParts.place || firstParts.place)
  if (named) used.add(named.row)
  const dated = rows[anchor]
  if (dated?.dates) used.add(dated)
  // Rows below the dates that gave nothing are the first words of what was done.
  let lastUsed = rows.length - 1
  while (lastUsed > anchor) {
    const row = rows[lastUsed]
    if (row && (used.has(row) || row.idle)) break
    lastUsed--
  }
  const head = rows.slice(0, Math.max(lastUsed, 0) + 1)
  return {
    first: withoutTerms(firstParts.rest),
    second: withoutStreet(withoutTerms(secondParts.rest)),
    place: trimmed(place),
    rest: places
      .filter(piece => piece !== named && !piece.idle && piece.label !== 'none' && piece.place < 0.5)
      .map(piece => piece.text),
    dates: dated?.dates ?? null,
    head: head.filter(row => used.has(row)).map(row => row.line),
    body: [...rows.slice(head.length), ...body].filter(row => !row.idle).map(row => row.line),
    confidence: sureness(assigned, dated?.dates ?? null),
  }
}

const STREET =
  /,\s*(?:\d{1,5}[a-z]?[ ,]|[^,]*(?:\b(?:street|road|avenue|rue|calle|avda|avenida|plaza|allee|platz|weg)\b|straße|strasse|str\.))/iu

/** "Harbour Foods Ltd, 12 Quay Road, Hull" */
function withoutStreet(name: string): string {
  const at = name.slice(0, 200).search(STREET)
  return at > 2 ? name.slice(0, at) : name
}

/** How complete an entry is, and how clearly its words say which part is which. */
function sureness({ first, second, margin }: Assigned, dates: Dated | null): number {
  const parts = (first ? 0.2 : 0) + (second ? 0.15 : 0) + (dates ? (dates.single ? 0.15 : 0.2) : 0)
  const clear = first && second ? Math.min(0.25, Math.max(0, margin) * 0.1) : 0
  return 0.15 + parts + clear
}

const TOWN = /^(.{2,100}?), (\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,2})$/u
const NO_TOWN =
  /\b(?:unit|team|division|department|dept|abteilung|service|services|research|labs?|office|inc|llc|ltd|co|sons|minor|school|faculty|fakultät|faculté|facultad)\b/i

/** Towns that no list knows, behind the names of companies: where it is the way of all entries, or the name is sure. */
function withoutTowns(entries: readonly Entry[], vocabulary: Vocabulary): Entry[] {
  const parts = entries.map(entry => {
    const match = entry.place === '' ? TOWN.exec(entry.second) : null
    const town = match?.[2] ?? ''
    const isTown =
      town !== '' &&
      !NO_TOWN.test(town) &&
      (companyScore(town) < 0.9 || /(?:heim|hof|hausen)$/.test(town)) &&
      vocabulary.first(town) <= 0.1
    return isTown ? { name: match?.[1] ?? '', town } : null
  })
  const said = parts.filter(each => each !== null).length
  const peeled = entries.filter(entry => entry.place !== '').length
  const usual = said > 1 && said + peeled >= entries.length * 0.6
  return entries.map((entry, index) => {
    const part = parts[index]
    if (!part || !(usual || companyScore(part.name) >= 0.9) || isCampus(part.name)) return entry
    return { ...entry, second: part.name, place: part.town }
  })
}

/**
 * Several positions in one company: titles whose company stands once, above the first of them, alone or with the years
 * of all of them.
 */
function withHouses(entries: readonly Entry[]): Entry[] {
  const result: Entry[] = []
  let house: Entry | null = null
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1]
    if (
      entry.first === '' &&
      entry.second !== '' &&
      entry.body.length === 0 &&
      next &&
      needsHouse(next) &&
      within(next, entry)
    ) {
      house = entry
      continue
    }
    if (entry.second !== '') house = entry
    else if (house && needsHouse(entry) && (within(entry, house) || follows(entry, house))) {
      result.push({
        ...entry,
        second: house.second,
        place: entry.place || house.place,
        head: [...house.head.slice(0, 1), ...entry.head],
      })
      if (house.first !== '') house = { ...house, dates: entry.dates }
      continue
    }
    result.push(entry)
  }
  return result
}

const needsHouse = (entry: Entry): boolean =>
  entry.first !== '' && entry.second === '' && !OWN_WORK.test(entry.first)

const OWN_WORK = /free-?lance|self[- ]employed|selbst(?:st)?ändig|freiberuf|ind[ée]pendant|aut[óo]nom/i

const NOW = '9999'
const endOf = ({ dates }: Entry): string => (dates?.end === 'present' ? NOW : (dates?.end ?? ''))

/** Its dates lie in those of the other, as far as they say. */
function within(entry: Entry, other: Entry): boolean {
  if (!entry.dates || !other.dates) return true
  const start = other.dates.start
  return (
    entry.dates.start.slice(0, 4) >= start.slice(0, 4) &&
    endOf(entry).slice(0, 4) <= endOf(other).slice(0, 4) &&
    !(endOf(entry) === NOW && endOf(other) !== NOW)
  )
}

/** It ended about when the other began, as the position before a promotion does. */
function follows(entry: Entry, other: Entry): boolean {
  if (!entry.dates || !other.dates) return false
  const end = entry.dates.end === 'present' ? NOW : entry.dates.end.slice(0, 4)
  const gap = Number(other.dates.start.slice(0, 4)) - Number(end)
  return gap >= 0 ? gap <= 1 : Number(entry.dates.start.slice(0, 4)) <= Number(other.dates.start.slice(0, 4))
}

/** A title goes on over the commas and dashes that it was cut at, up to the company or a place. */
function wholeFirst({ pieces, first, second }: Assigned): string {
  if (!first) return ''
  let to = first.to
  const at = pieces.indexOf(first)
  for (const piece of pieces.slice(at + 1)) {
    if (
      piece.row !== first.row ||
      piece.span !== first.span ||
      piece === second ||
      piece.place >= 0.5 ||
      piece.label !== null
    )
      break
    // Behind the company nothing belongs to the title any more.
    if (second && second.row === first.row && second.to <= first.from && piece.idle) break
    to = piece.to
  }
  return pieceOf(first.row, first.offset, first.span, first.from, to)?.text ?? first.text
}
