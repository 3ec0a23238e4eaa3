import type { Assigned } from './entries-assign.ts'
import type { Group } from './entries-groups.ts'
import { type Piece, pieceOf } from './entries-pieces.ts'
import { peelPlace } from './entries-places.ts'
import type { Dated, Row } from './entries-row.ts'
import { trimmed, withoutTerms } from './entries-terms.ts'
import type { Line } from './layout.ts'

/** A position or a school as its lines say it. */
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
  /** How title and company stand to each other; null where one is missing. */
  form: EntryForm | null
}

interface EntryForm {
  /** Both on one line, the company behind the title and a comma: it may be a part of the title as well. */
  behind: boolean
  /** The company on a line above the title. */
  above: boolean
  /** Lines from the first one to the one with the dates. */
  height: number
  /** How the title looks. */
  look: string
}

/** The entry of a group, by what each piece of its header is. */
export function entryOf(group: Group, assigned: Assigned): Entry {
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
    form: first && second ? { ...formOf(first, second), height: anchor + 1 } : null,
  }
}

function formOf(first: Piece, second: Piece): Omit<EntryForm, 'height'> {
  const between = first.row === second.row ? first.row.line.text.slice(first.to, second.from) : ''
  return {
    behind: /^\s*,\s*$/.test(between) && second.label === null,
    above: second.offset < first.offset,
    look: first.look,
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
