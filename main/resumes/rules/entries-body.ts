import { type LabelKind, labelBefore, labelKindOf } from './entries-labels.ts'
import { LONGEST_HEADER, LONGEST_LINE, type Row } from './entries-row.ts'
import { isKindOfEmployment, trimmed } from './entries-terms.ts'
import type { Line } from './layout.ts'

/** What tells bullets and running text from what heads an entry. */

const LABEL = /^[\p{L}][\p{L} /&-]{2,30}\s?:\s/u
const ENDS_SENTENCE = /[\p{Ll}\d)][.!;]$/u
const ABBREVIATED_END =
  /(?:\b(?:inc|ltd|co|corp|llc|bros|st|jr|sr|dept|univ|dipl|ing|etc|mr|hon|hons|b\.?sc|m\.?sc)|\.\p{L})\.$/iu
const ACTION =
  /^(?:(?:\p{Lu}\p{Ll}{2,14}ed|Led|Built|Ran|Wrote|Won|Drove|Grew|Made|Kept|Taught|Sold|Oversaw|Spearheaded|Set up|Worked|Responsible for|Responsibilities|Duties|Verantwortlich|Zuständig|Aufgaben|Missions|Tâches|Funciones|Responsable de la|Key achievements|Achievements|Technologies|Tech stack|Environment|Tools|Stack|Thesis|Relevant coursework|Coursework|Courses|Abschlussarbeit|Note|GPA|Grade|Schwerpunkte?|Mémoire|Mention)\b)/u

/** Whether a line ends as a sentence does, and not with an abbreviation. */
export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text) && !ABBREVIATED_END.test(text)

/** How far to the right the text of a column goes. */
function rightEdge(rows: readonly Row[]): number {
  let edge = 0
  for (const { line } of rows) if (line.box) edge = Math.max(edge, line.box.x + line.box.width)
  return edge
}

/** Lines that are set in as bullets are, where a reader lost the bullets themselves. */
function isSetIn(rows: readonly Row[]): (row: Row) => boolean {
  const keyOf = ({ line }: Row): string =>
    `${line.page}|${line.column}|${Math.round((line.box?.x ?? 0) * 250)}`
  const counts = new Map<string, number>()
  const bases = new Map<string, number>()
  for (const row of rows) {
    const { line } = row
    if (!line.box || line.bullet) continue
    counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    // Dates in a margin stand left of everything.
    const margin = row.dates !== null && line.cells.length > 1 && row.spans.every(span => span.from > 0)
    const column = `${line.page}|${line.column}`
    if (!margin) bases.set(column, Math.min(bases.get(column) ?? 1, line.box.x))
  }
  return ({ line, dates, ...row }) => {
    if (!line.box || dates || line.cells.length > 1 || line.heading !== null) return false
    const run = line.runs.find(each => /\p{L}/u.test(each.text))
    if (run?.bold || run?.italic) return false
    const base = bases.get(`${line.page}|${line.column}`) ?? 1
    const within = line.box.x - base
    return within > 0.01 && within < 0.07 && (counts.get(keyOf({ line, dates, ...row })) ?? 0) > 1
  }
}

/** Marks the rows that are running text, and those that say nothing. */
export function markBody(rows: Row[]): void {
  const edge = rightEdge(rows)
  const setIn = isSetIn(rows)
  let begun = false
  for (const [index, row] of rows.entries()) {
    begun ||= row.dates !== null
    if (row.line.text.length > LONGEST_LINE) {
      row.body = true
      continue
    }
    const left = row.spans.map(span => trimmed(row.line.text.slice(span.from, span.to)))
    row.idle = !row.dates && (left.length === 0 || left.every(isKindOfEmployment) || isTableHead(row.line))
    if (row.dates || row.idle) continue
    const label = labelOf(row.line)
    row.labelled = label !== null && label !== 'none'
    const before = rows[index - 1]
    row.body =
      !row.labelled &&
      (row.line.bullet ||
        label === 'none' ||
        setIn(row) ||
        isText(row.line) ||
        (begun && endsParagraph(row, rows[index + 1])) ||
        (before?.body === true && goesOn(before, row, edge)))
  }
}

/** "Period ⇥ Position ⇥ Employer" over a table. */
const isTableHead = ({ cells }: Line): boolean =>
  cells.length > 1 && cells.every(cell => labelKindOf(cell) !== null)

/** A short sentence with a gap below it ends what was done; nothing of what comes next is called so. */
function endsParagraph({ line }: Row, next: Row | undefined): boolean {
  const bold = line.runs.length > 0 && line.runs.every(run => run.bold)
  return !bold && line.heading === null && endsSentence(line.text) && (next?.line.gap ?? 0) >= 0.8
}

function labelOf(line: Line): LabelKind | null {
  if (line.cells.length > 1) return labelKindOf(line.cells[0] ?? '')
  return labelBefore(line.text)?.kind ?? null
}

function isText(line: Line): boolean {
  const text = line.text
  if (line.heading !== null) return false
  if (text.length > LONGEST_HEADER) return true
  const count = text.split(' ').length
  const emphasised = line.runs.length > 0 && line.runs.every(run => run.bold)
  if (emphasised && count < 14) return false
  if (endsSentence(text) && count > 3) return true
  if (/^\p{Ll}/u.test(text) && count > 4) return true
  if (ACTION.test(text) && (count > 4 || LABEL.test(text) || /:$/.test(text))) return true
  return line.cells.length < 2 && count > 13
}

/** Whether a row only goes on with the running text before it. */
function goesOn(before: Row, row: Row, edge: number): boolean {
  const { line } = row
  const { line: last } = before
  if (line.heading !== null || line.cells.length > 1) return false
  const bold = (each: Line): boolean => each.runs.length > 0 && each.runs.every(run => run.bold)
  if (bold(line) && !bold(last)) return false
  if (line.size !== null && last.size !== null && line.size > last.size + 0.4) return false
  if ((line.gap ?? 0) >= 0.8) return false
  if (line.page === last.page && line.column === last.column && line.box && last.box) {
    if (line.box.x < last.box.x - 0.012) return false
    const full = last.box.x + last.box.width > edge - 0.12
    // Set in deeper than what heads entries: part of the bullet above.
    return (
      full ||
      /^[\p{Ll}\d(]/u.test(line.text) ||
      (last.bullet && line.box.x > last.box.x - 0.004 && (line.gap ?? 1) < 0.3)
    )
  }
  if (/[-,]$/.test(last.text) || /^[\p{Ll}]/u.test(line.text)) return true
  return (
    line.box === null &&
    last.text.length > 62 &&
    line.page === last.page &&
    !/[.:;]$/.test(last.text) &&
    (line.gap ?? 0) < 0.5 &&
    last.bullet
  )
}
