import type { ResumeDate } from '../../contract/resumes.ts'
import { type DateRange, findDates } from './dates.ts'
import type { DateContext } from './dates-points.ts'
import { type LabelKind, labelBefore, labelKindOf } from './entries-labels.ts'
import type { Line } from './layout.ts'

/** The lines of a section, with their dates taken out and what is running text told from what heads an entry. */

export interface Dated {
  start: ResumeDate
  end: ResumeDate
  single: boolean
}

export interface Row {
  line: Line
  /** The dates that an entry has from here; null for other rows. */
  dates: Dated | null
  /** Stretches of the line's text that are left, cell by cell, half-open. */
  spans: { from: number; to: number }[]
  /** Bullets and running text: what somebody did, not what and where. */
  body: boolean
  /** Nothing but a length of time or a kind of employment. */
  idle: boolean
  /** It begins with a label that says title, company or place. */
  labelled: boolean
}

/** Longer lines are running text. */
const LONGEST_HEADER = 150
/** Past this a line is not looked at: no header is that long, and texts from outside may be anything. */
const LONGEST_LINE = 400
const DURATION =
  /\(?\s*(?:(?:about|ca\.?|etwa)\s)?\b\d{1,2}(?:[.,]\d)?\+?\s?(?:years?|yrs?|months?|mos?|weeks?|jahre?n?|monate?n?|wochen|ans?|années?|mois|semaines?|años?|meses|mes|semanas?)\b\.?(?:\s?(?:,|and|und|et|y|&)?\s?\d{1,2}\s?(?:months?|mos?|monate?n?|mois|mes(?:es)?)\b\.?)?\s*\)?/giu
const KIND_OF_EMPLOYMENT =
  /^(?:full[- ]?time|part[- ]?time|contract(?:or)?|permanent|temporary|temp|seasonal|fixed[- ]term|zero[- ]hours|internship|apprenticeship|freelance|vollzeit|teilzeit|festanstellung|unbefristet|befristet|minijob|geringfügig|werkstudententätigkeit|honorarbasis|cdi|cdd|int[ée]rim|temps[- ](?:plein|partiel|complet)|en alternance|alternance|jornada (?:completa|parcial)|tiempo (?:completo|parcial)|media jornada|indefinido|temporal|contrato (?:indefinido|temporal|de prácticas)|\d{1,3} ?%|\d{1,2} ?(?:h|hours|std\.?|stunden)(?: ?\/ ?| per | pro )(?:week|wk|woche))$/i

/** Whether a text says only how long or under which terms somebody worked. */
export const isKindOfEmployment = (text: string): boolean => KIND_OF_EMPLOYMENT.test(text.trim())

/** A text without lengths of time in brackets, "(full-time)" and the like. */
export function withoutTerms(text: string): string {
  const without = text.replace(/\s*[([]([^()[\]]{1,40})[)\]]/g, (whole, inner: string) =>
    isKindOfEmployment(inner) || inner.replace(DURATION, '').trim() === '' ? '' : whole,
  )
  return trimmed(without)
}

/** Without separators and lone brackets at its ends. */
export function trimmed(text: string): string {
  let result = text
  for (let pass = 0; pass < 4; pass++) {
    const before = result
    result = result.replace(/^[\s,;:|•·●∙▪◦‣–—\-/@~]+|[\s,;:|•·●∙▪◦‣–—\-/@~]+$/g, '')
    if (/^[([][^)\]]*$/.test(result) || /^[)\]]/.test(result)) result = result.slice(1).trim()
    if (/[([]$/.test(result) || (/[)\]]$/.test(result) && !/[([]/.test(result)))
      result = result.slice(0, -1).trim()
    if (result === before) break
  }
  return result
}

/** The rows of the lines; which dates head entries is decided over all of them. */
export function rowsOf(lines: readonly Line[], sure: number, context: DateContext): Row[] {
  const found = lines.map(line => (line.text.length > LONGEST_LINE ? [] : findDates(line.text, context)))
  const strengths = lines.map((line, index) => best(line, found[index] ?? []))
  const plain = strengths.filter((each, index) => each.strength >= sure && !lines[index]?.bullet).length
  const listed = strengths.filter((each, index) => each.strength >= 0.7 && lines[index]?.bullet).length
  // A list whose items each have their dates is a list of entries.
  const bulletsHead = plain === 0 || (listed > plain * 2 && listed > 2)
  const least = strengths.some(
    (each, index) => each.strength >= sure && (bulletsHead || !lines[index]?.bullet),
  )
    ? sure
    : 0.3
  const rows = lines.map((line, index): Row => {
    const { range, strength } = strengths[index] ?? { range: null, strength: 0 }
    const heads = range !== null && strength >= least && (bulletsHead || !line.bullet)
    return {
      line,
      dates: heads ? { start: range.start, end: range.end, single: range.single } : null,
      spans: line.text.length > LONGEST_LINE ? [] : spansOf(line, heads ? range : null),
      body: false,
      idle: false,
      labelled: false,
    }
  })
  joinDatesOfTwoLines(rows, found, context)
  markBody(rows)
  return rows
}

const MARKED_OFF = /[(|•·:]\s*$|\s[–—-]\s*$/

/** The dates of a line that head an entry most likely, and how likely that is. */
function best(line: Line, ranges: readonly DateRange[]): { range: DateRange | null; strength: number } {
  let result: { range: DateRange | null; strength: number } = { range: null, strength: 0 }
  const text = line.text
  if (text.length > LONGEST_HEADER + 60) return result
  for (const range of ranges) {
    const before = text.slice(0, range.from)
    const after = text.slice(range.to)
    let strength = !range.single && range.sure ? 1 : !range.single ? 0.8 : range.sure ? 0.65 : 0.4
    const cell = line.cells.some(
      each =>
        each.includes(text.slice(range.from, range.to)) &&
        trimmed(each.replace(text.slice(range.from, range.to), '')) === '',
    )
    const outside = trimmed(before) === '' || trimmed(withoutTerms(after.replace(DURATION, ' '))) === ''
    if (trimmed(before) === '' && trimmed(after) === '') strength += 0.3
    else if (cell) strength += 0.3
    else if (outside)
      strength += MARKED_OFF.test(before) || /^\s*(?:[:|•·]|\s[–—-]\s|\s{3})/.test(after) ? 0.25 : 0.15
    else if (/[([|·•,–—-]\s*$/.test(before) && /^\s*[)\]|·•,–—-]/.test(after)) strength += 0
    else strength -= 0.35
    const rest = before.length + after.length
    if (rest > 90) strength -= cell ? 0.15 : 0.4
    if (/[a-zà-ÿ)]\.$/.test(after.trim()) && rest > 40) strength -= 0.3
    if (/^[a-zà-ÿ]/.test(text) && before !== '') strength -= 0.3
    if (strength > result.strength) result = { range, strength }
  }
  return result
}

function spansOf(line: Line, range: { from: number; to: number } | null): Row['spans'] {
  const spans: Row['spans'] = []
  let at = 0
  const cells = line.cells.length > 1 ? line.cells : [line.text]
  for (const cell of cells) {
    const from = line.text.indexOf(cell, at)
    if (from < 0) continue
    const to = from + cell.length
    at = to
    if (!range || range.to <= from || range.from >= to) spans.push({ from, to })
    else {
      // The brackets around dates go with them.
      const before = line.text.slice(from, range.from).replace(/[\s([]+$/, '').length
      const after = /^[\s)\].]*/.exec(line.text.slice(range.to, to))?.[0].length ?? 0
      if (before > 0) spans.push({ from, to: from + before })
      if (range.to + after < to) spans.push({ from: range.to + after, to })
    }
  }
  if (spans.length === 0 && at === 0) spans.push({ from: 0, to: line.text.length })
  return spans.filter(span => trimmed(line.text.slice(span.from, span.to).replace(DURATION, ' ')) !== '')
}

/** "2017 –" in a margin with "Present" below it, or "May 2017 to Oct" with "2020". */
function joinDatesOfTwoLines(rows: Row[], found: readonly DateRange[][], context: DateContext): void {
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1]
    if (!row.dates || !next || next.line.page !== row.line.page || next.line.text.length > LONGEST_LINE)
      continue
    const first = found[index]?.find(each => each.start === row.dates?.start && each.end === row.dates.end)
    if (!first || !(first.dangling || first.single)) continue
    if (found[index + 1]?.some(each => !each.single && each.start !== '')) continue
    for (const half of halvesOf(row.line, first)) if (joinWith(row, next, half, first, context)) break
  }
}

/** "to Oct", "– déc.", "bis" behind a date: what the line below may end. */
const HALF = /^\s*(?:[–—-]|(?:to|until|bis|à|a(?: la)?|al)(?=[\s\d]|$))/iu
const HALF_WORD = /^\s*(?:\p{L}{3,10}\.?(?: de)?|\d{1,2}[./])(?=\s|$)/u

/** What a line says of dates, which the line below may end: the longest first. */
function halvesOf(line: Line, range: DateRange): { from: number; to: number }[] {
  const ends = [range.to]
  const cell = line.cells.length > 1 ? cellAround(line, range) : { from: range.from, to: line.text.length }
  const behind = line.text.slice(range.to, cell.to)
  const half = HALF.exec(behind)?.[0] ?? ''
  if (half !== '') {
    ends.unshift(range.to + half.length)
    const word = HALF_WORD.exec(behind.slice(half.length))?.[0] ?? ''
    if (word !== '') ends.unshift(range.to + half.length + word.length)
  }
  return ends.map(to => ({ from: range.from, to }))
}

function cellAround(line: Line, range: DateRange): { from: number; to: number } {
  let at = 0
  for (const cell of line.cells) {
    const from = line.text.indexOf(cell, at)
    if (from < 0) continue
    at = from + cell.length
    if (range.from >= from && range.to <= at) return { from, to: at }
  }
  return { from: range.from, to: range.to }
}

function joinWith(
  row: Row,
  next: Row,
  half: { from: number; to: number },
  first: DateRange,
  context: DateContext,
): boolean {
  const said = row.line.text.slice(half.from, half.to)
  // The end stands where the start does: at the left, or in the last cell.
  const last = next.line.cells.at(-1) ?? ''
  const places = first.from === 0 ? [next.line.text, last] : [last, next.line.text]
  for (const text of places) {
    const joined = findDates(`${said} ${text.slice(0, 60)}`, context)[0]
    if (!joined || joined.single || joined.dangling || joined.from !== 0 || joined.to <= said.length + 1)
      continue
    const length = joined.to - said.length - 1
    // A single date is half a range only when the other half has nothing else beside it on its side.
    if (first.single && half.to === first.to && text.length > length && first.from > 0) continue
    const from = text === next.line.text ? 0 : next.line.text.lastIndexOf(text)
    row.dates = { start: joined.start, end: joined.end, single: false }
    row.spans = spansOf(row.line, half)
    next.dates = null
    next.spans = spansOf(next.line, { from, to: from + length })
    return true
  }
  return false
}

const LABEL = /^[\p{L}][\p{L} /&-]{2,30}\s?:\s/u
const ENDS_SENTENCE = /[\p{Ll}\d)][.!;]$/u
const ABBREVIATED_END =
  /(?:\b(?:inc|ltd|co|corp|llc|bros|st|jr|sr|dept|univ|dipl|ing|etc|mr|hon|hons|b\.?sc|m\.?sc)|\.\p{L})\.$/iu
const ACTION =
  /^(?:(?:\p{Lu}\p{Ll}{2,14}ed|Led|Built|Ran|Wrote|Won|Drove|Grew|Made|Kept|Taught|Sold|Oversaw|Spearheaded|Set up|Worked|Responsible for|Responsibilities|Duties|Verantwortlich|Zuständig|Aufgaben|Missions|Tâches|Funciones|Responsable de la|Key achievements|Achievements|Technologies|Tech stack|Environment|Tools|Stack|Thesis|Relevant coursework|Coursework|Courses|Abschlussarbeit|Note|GPA|Grade|Schwerpunkte?|Mémoire|Mention)\b)/u

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

function markBody(rows: Row[]): void {
  const edge = rightEdge(rows)
  const setIn = isSetIn(rows)
  for (const [index, row] of rows.entries()) {
    if (row.line.text.length > LONGEST_LINE) {
      row.body = true
      continue
    }
    const left = row.spans.map(span => trimmed(row.line.text.slice(span.from, span.to)))
    row.idle = !row.dates && (left.length === 0 || left.every(isKindOfEmployment))
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
        (before?.body === true && goesOn(before, row, edge)))
  }
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
  if (ENDS_SENTENCE.test(text) && !ABBREVIATED_END.test(text) && count > 3) return true
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
