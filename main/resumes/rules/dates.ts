import type { ResumeDate } from '../../contract/resumes.ts'
import { bareMonthAt, type DateContext, type DatePoint, pointAt, presentAt } from './dates-points.ts'
import { type DateToken, dateTokens } from './dates-tokens.ts'
import { DATE_NOTES, FROM_WORDS, RANGE_SIGNS, RANGE_WORDS, SINCE_WORDS, UNTIL_WORDS } from './dates-words.ts'

/** Dates in a text: from when to when. */
export interface DateRange {
  start: ResumeDate
  end: ResumeDate
  /** Half-open span in the text, with the words that belong to the dates. */
  from: number
  to: number
  /** One date alone; it stands in both ends. */
  single: boolean
  /** It ends in a dash: its end may stand on the next line. */
  dangling: boolean
  /** It says a month, or both ends, so that it is no chance number. */
  sure: boolean
}

/** All dates of the first letters of a text, in order. */
export function findDates(text: string, context: DateContext): DateRange[] {
  if (!/\d/.test(text.slice(0, 600))) return []
  const tokens = dateTokens(text)
  const found: DateRange[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = rangeAt(tokens, at, context)
    if (!read) {
      at++
      continue
    }
    const next = withNotes(tokens, read.next)
    const first = notesBefore(tokens, at, found.at(-1)?.to ?? 0)
    const from = tokens[first]?.from ?? 0
    const to = tokens[next - 1]?.to ?? from
    const { start, end, single, dangling, sure } = read
    found.push({ start, end, from, to, single, dangling, sure })
    at = Math.max(next, at + 1)
  }
  return found
}

interface Read {
  start: ResumeDate
  end: ResumeDate
  next: number
  single: boolean
  dangling: boolean
  sure: boolean
}

const written = (point: { year: number; month: number | null }): ResumeDate =>
  point.month === null ? String(point.year) : `${point.year}-${String(point.month).padStart(2, '0')}`

/** The year and month as one number; a year alone counts from its first month. */
const order = (point: { year: number; month: number | null }, month: number): number =>
  point.year * 12 + (point.month ?? month)

function rangeAt(tokens: readonly DateToken[], at: number, context: DateContext): Read | null {
  const word = tokens[at]
  if (word?.kind === 'word') {
    if (SINCE_WORDS.has(word.text)) {
      const point = pointAt(tokens, at + 1, context)
      if (point) return ended(tokens, point, context, true) ?? open(point, point.next, false)
    }
    if (UNTIL_WORDS.has(word.text)) {
      const point = pointAt(
        tokens,
        word.text === 'bis' && tokens[at + 1]?.text === 'zum' ? at + 2 : at + 1,
        context,
      )
      if (point && !point.weak)
        return {
          start: '',
          end: written(point),
          next: point.next,
          single: false,
          dangling: false,
          sure: point.month !== null,
        }
    }
    if (FROM_WORDS.has(word.text)) {
      const point = pointAt(tokens, at + 1, context)
      if (point && !point.weak) {
        const range = ended(tokens, point, context, true)
        if (range) return range
        return /^(?:ab|from)$/.test(word.text) ? open(point, point.next, false) : null
      }
    }
  }
  const point = pointAt(tokens, at, context)
  if (point) return ended(tokens, point, context, false) ?? alone(tokens, at, point)
  return monthsOfOneYear(tokens, at, context)
}

const open = (point: DatePoint, next: number, dangling: boolean): Read => ({
  start: written(point),
  end: 'present',
  next,
  single: false,
  dangling,
  sure: true,
})

/** The range that a first date begins, or null. */
function ended(
  tokens: readonly DateToken[],
  start: DatePoint,
  context: DateContext,
  since: boolean,
): Read | null {
  const behind = separatorAt(tokens, start.next) ?? yearAfterAnd(tokens, start)
  const now = nowBetween(tokens, start.next, behind ?? start.next)
  if (now !== null) return open(start, now, false)
  if (behind === null) {
    // A dash that a font lost: two dates side by side.
    const second = start.weak ? null : pointAt(tokens, start.next, context)
    if (
      second &&
      !second.weak &&
      order(second, 12) >= order(start, 1) &&
      tokens[start.next]?.kind !== 'sign' &&
      sameKind(start, second)
    )
      return closed(start, second)
    return shortEnd(tokens, start, context)
  }
  const twoDigits = behind === start.next + 1 ? shortEnd(tokens, start, context) : null
  const second = pointAt(tokens, behind, context)
  if (second && order(second, 12) >= order(start, 1)) return closed(start, second)
  if (twoDigits) return twoDigits
  const rest = tokens[behind]
  const dash = tokens[behind - 1]?.kind === 'sign'
  // "2018 – …"
  if (dash && !start.weak && /^[….]$/.test(rest?.text ?? ''))
    return open(start, afterDots(tokens, behind), false)
  if (!since && dash && !start.weak && (rest === undefined || /^[)\]|•·,;]$/.test(rest.text)))
    return open(start, behind, true)
  return null
}

function afterDots(tokens: readonly DateToken[], at: number): number {
  let next = at
  while (/^[….]$/.test(tokens[next]?.text ?? '')) next++
  return next
}

/** The token after "until now" in one of its forms, of which what joins the ends of a range may be a part: "– till date". */
function nowBetween(tokens: readonly DateToken[], from: number, to: number): number | null {
  for (let at = to; at >= from; at--) {
    const next = presentAt(tokens, at)
    if (next !== null) return next
  }
  return null
}

/** "Summer 2012 and 2013": the token after "and" when a year alone follows. */
function yearAfterAnd(tokens: readonly DateToken[], start: DatePoint): number | null {
  const word = tokens[start.next]
  if (!word || start.weak || !/^(?:and|und|et|y|&)$/.test(word.text)) return null
  return /^(?:19|20)\d\d$/.test(tokens[start.next + 1]?.text ?? '') ? start.next + 1 : null
}

const sameKind = (a: DatePoint, b: DatePoint): boolean => (a.month === null) === (b.month === null)

const closed = (start: DatePoint, end: DatePoint): Read => ({
  start: written(start),
  end: written(end),
  next: end.next,
  single: false,
  dangling: false,
  sure: !(start.weak && end.weak && start.month === null),
})

/** 2019/20, 2019–20. */
function shortEnd(tokens: readonly DateToken[], start: DatePoint, context: DateContext): Read | null {
  const [sign, digits, after] = tokens.slice(start.next, start.next + 3)
  if (
    start.month !== null ||
    !sign ||
    !/^[/–-]$/.test(sign.text) ||
    digits?.kind !== 'number' ||
    !digits.joined
  )
    return null
  if (after?.joined && after.kind !== 'sign') return null
  const year =
    digits.text.length === 4
      ? Number(digits.text)
      : digits.text.length === 2
        ? Math.floor(start.year / 100) * 100 + Number(digits.text)
        : 0
  if (year < start.year || year > Number(context.today.slice(0, 4)) + 10) return null
  return {
    start: written(start),
    end: String(year),
    next: start.next + 2,
    single: false,
    dangling: false,
    sure: true,
  }
}

/** The token after what joins the ends of a range, or null when nothing does. */
function separatorAt(tokens: readonly DateToken[], at: number): number | null {
  let next = at
  while (next < at + 3) {
    const token = tokens[next]
    if (!token) break
    if (token.kind === 'sign' ? !RANGE_SIGNS.has(token.text) : !RANGE_WORDS.has(token.text)) break
    next++
  }
  if (next > at && /^(?:zum|le|el|the)$/.test(tokens[next]?.text ?? '')) next++
  return next > at ? next : null
}

/** Jan – Mar 2020, 05–08/2019, Mai bis Juli 2019. */
function monthsOfOneYear(tokens: readonly DateToken[], at: number, context: DateContext): Read | null {
  const first = bareMonthAt(tokens, at)
  if (!first || (tokens[at]?.joined && tokens[at - 1]?.kind !== 'sign')) return null
  const behind =
    separatorAt(tokens, first.next) ??
    (/^[/&]$|^(?:and|und|et|y)$/.test(tokens[first.next]?.text ?? '') ? first.next + 1 : null)
  if (behind === null) return null
  const end = pointAt(tokens, behind, context)
  if (!end || end.month === null || end.weak) return null
  const year = first.month > end.month ? end.year - 1 : end.year
  return closed({ year, month: first.month, next: 0, weak: false }, end)
}

function alone(tokens: readonly DateToken[], at: number, point: DatePoint): Read | null {
  const wholly = at === 0 && point.next >= tokens.length
  if (point.weak && !wholly) return null
  const date = written(point)
  return {
    start: date,
    end: date,
    next: point.next,
    single: true,
    dangling: false,
    sure: point.month !== null || point.worded === true,
  }
}

/** Takes "(expected)", "graduated:" and the like into the dates. */
function withNotes(tokens: readonly DateToken[], at: number): number {
  let next = at
  while (DATE_NOTES.has(tokens[next]?.text ?? '')) next++
  const open = tokens[at]
  if (
    next === at &&
    open?.text === '(' &&
    DATE_NOTES.has(tokens[at + 1]?.text ?? '') &&
    tokens[at + 2]?.text === ')'
  )
    return at + 3
  return next
}

function notesBefore(tokens: readonly DateToken[], at: number, past: number): number {
  let first = at
  for (;;) {
    let before = first - 1
    const sign = tokens[before]
    if (sign && /^[:.]$/.test(sign.text)) before--
    const word = tokens[before]
    if (word?.kind !== 'word' || word.from < past) return first
    if (word.text === 'of' && tokens[before - 1]?.text === 'class') return before - 1
    if (/^(?:in|on|im|am|en)$/.test(word.text) && DATE_NOTES.has(tokens[before - 1]?.text ?? ''))
      first = before
    else if (DATE_NOTES.has(word.text)) first = before
    else return first
  }
}
