import { type DateRange, findDates } from './dates.ts'
import type { DateContext } from './dates-points.ts'
import { markBody } from './entries-body.ts'
import { LONGEST_HEADER, LONGEST_LINE, type Row } from './entries-row.ts'
import { DURATION, trimmed, withoutTerms } from './entries-terms.ts'
import type { Line } from './layout.ts'

/** The lines of a section, with their dates taken out and what is running text told from what heads an entry. */

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
      town: false,
    }
  })
  joinDatesOfTwoLines(rows, found, context)
  markBody(rows)
  return rows
}

const MARKED_OFF = /[(|•·:]\s*$|\s[–—-]\s*$/

/** ", GPA 3.7" or ", 85%" behind the dates of a school. */
const MARK_BEHIND =
  /^[\s,;|(–-]*(?:(?:c?gpa|grade|note|mention|average|score|marks|percentage|media|promedio)\b[^.;|]{0,25}|\d{1,2}(?:[.,]\d{1,2})?\s?(?:%|\/\s?\d{1,3}(?:[.,]\d)?))[)\s.]*$/i

/** The dates of a line that head an entry most likely, and how likely that is. */
function best(line: Line, ranges: readonly DateRange[]): { range: DateRange | null; strength: number } {
  let result: { range: DateRange | null; strength: number } = { range: null, strength: 0 }
  const text = line.text
  if (text.length > LONGEST_HEADER + 60) return result
  for (const range of ranges) {
    const before = text.slice(0, range.from)
    const after = text.slice(range.to).replace(MARK_BEHIND, '')
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
    const closes = trimmed(after) === '' && /\p{L}[,;|]\s*$/u.test(before)
    if (rest > 90) strength -= cell || closes ? 0.15 : 0.4
    if (!cell && /[a-zà-ÿ)]\.$/.test(after.trim()) && rest > 40) strength -= 0.3
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
