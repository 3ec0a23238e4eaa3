import type { DateToken } from './dates-tokens.ts'
import { MONTH_BY_WORD, PRESENT_PHRASES, YEAR_PARTS } from './dates-words.ts'

/** What single dates are read with. */
export interface DateContext {
  /** YYYY-MM-DD. */
  today: string
  /** 03/04/2020 is the fourth of March; otherwise the third of April. */
  monthFirst: boolean
}

/** One date in a line of tokens. */
export interface DatePoint {
  year: number
  month: number | null
  /** The token after it. */
  next: number
  /** Only short numbers ("03/20", "Mar 19"): a date when it stands beside another one. */
  weak: boolean
  /** A season or the like names it: no chance number. */
  worded?: boolean
}

const OLDEST_YEAR = 1940
/** Studies that end in some years are printed, later years are other numbers. */
const YEARS_AHEAD = 10
const BEFORE_AMOUNT = new Set('$ € £ ¥ # + ~'.split(' '))
const AFTER_AMOUNT = new Set('% € $ £ +'.split(' '))

/** The date that begins at a token, or null. */
export function pointAt(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'number')
    return (
      fullNumbers(tokens, at, context) ??
      dayFirst(tokens, at, context) ??
      monthAndYear(tokens, at, context) ??
      yearAt(tokens, at, context)
    )
  if (token.kind === 'word') return monthByName(tokens, at, context) ?? partOfYear(tokens, at, context)
  return shortYear(tokens, at, context, true)
}

/** The token after "present" in one of its forms, or null when there is none at this token. */
export function presentAt(tokens: readonly DateToken[], at: number): number | null {
  for (const phrase of PRESENT_PHRASES) {
    if (phrase.every((word, index) => tokens[at + index]?.text === word)) return at + phrase.length
  }
  return null
}

/** The month that a token names without a year ("Jan" of "Jan – Mar 2020"), and the token after it. */
export function bareMonthAt(
  tokens: readonly DateToken[],
  at: number,
): { month: number; next: number } | null {
  const token = tokens[at]
  if (!token) return null
  const month = token.kind === 'word' ? MONTH_BY_WORD.get(token.text) : monthNumber(token)
  if (month === undefined || month === null) return null
  return { month, next: afterPoint(tokens, at + 1) }
}

function yearOf(token: DateToken | undefined, context: DateContext): number | null {
  if (token?.kind !== 'number' || token.text.length !== 4) return null
  const year = Number(token.text)
  return year >= OLDEST_YEAR && year <= Number(context.today.slice(0, 4)) + YEARS_AHEAD ? year : null
}

/** Two digits as the year that is nearest in the past. */
function yearOfTwo(token: DateToken | undefined, context: DateContext): number | null {
  if (token?.kind !== 'number' || token.text.length !== 2) return null
  const now = Number(context.today.slice(0, 4))
  const century = Math.floor(now / 100) * 100
  const year = century + Number(token.text)
  return year <= now + YEARS_AHEAD ? year : year - 100
}

function monthNumber(token: DateToken | undefined): number | null {
  if (token?.kind !== 'number' || token.text.length > 2) return null
  const month = Number(token.text)
  return month >= 1 && month <= 12 ? month : null
}

function dayNumber(token: DateToken | undefined): number | null {
  if (token?.kind !== 'number' || token.text.length > 2) return null
  const day = Number(token.text)
  return day >= 1 && day <= 31 ? day : null
}

const isSign = (token: DateToken | undefined, signs: string): boolean =>
  token?.kind === 'sign' && signs.includes(token.text)

const afterPoint = (tokens: readonly DateToken[], at: number): number =>
  isSign(tokens[at], '.') ? at + 1 : at

/** 2020-03-01, 01.03.2020, 3/1/2020. */
function fullNumbers(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  const [a, sign, b, other, c] = tokens.slice(at, at + 5)
  if (!isSign(sign, './-') || other?.text !== sign?.text || !sign) return null
  if (tokens[at + 5]?.kind === 'number' && tokens[at + 5]?.joined) return null
  const first = yearOf(a, context)
  if (first !== null) {
    const month = monthNumber(b)
    return month !== null && dayNumber(c) !== null && c?.joined
      ? { year: first, month, next: at + 5, weak: false }
      : null
  }
  const weak = c?.text.length === 2
  const year = yearOf(c, context) ?? (weak ? yearOfTwo(c, context) : null)
  const x = dayNumber(a)
  const y = dayNumber(b)
  if (year === null || x === null || y === null || (weak && !c?.joined)) return null
  const monthLeads = y > 12 || (x <= 12 && context.monthFirst && sign.text === '/')
  const month = monthLeads ? x : y
  return month <= 12 ? { year, month, next: at + 5, weak } : null
}

/** 1 March 2020, 1. März 2020, 1er mars 2020, 1 de marzo de 2020. */
function dayFirst(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  if (dayNumber(tokens[at]) === null) return null
  let next = at + 1
  if (isSign(tokens[next], '.')) next++
  else if (/^(?:er|st|nd|rd|th|o)$/.test(tokens[next]?.text ?? '') && tokens[next]?.joined) next++
  if (/^(?:de|of)$/.test(tokens[next]?.text ?? '')) next++
  const token = tokens[next]
  return token?.kind === 'word' && MONTH_BY_WORD.has(withoutElision(token.text))
    ? monthByName(tokens, next, context)
    : null
}

const withoutElision = (word: string): string => word.replace(/^d'/, '')

/** 03/2020, 3.2020, 2020-03, 2020/03, 03/20. */
function monthAndYear(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  const [a, sign, b, after] = tokens.slice(at, at + 4)
  if (!isSign(sign, './-') || !sign || !b) return null
  // "2019 - 12" with spaces is a range or no date at all.
  if (!sign.joined && !isSign(sign, '/')) return null
  const year = yearOf(a, context)
  if (year !== null) {
    const month = b.joined && b.text.length === 2 ? monthNumber(b) : null
    return month === null ? null : { year, month, next: at + 3, weak: false }
  }
  const month = monthNumber(a)
  if (month === null) return null
  const full = yearOf(b, context)
  if (full !== null) return { year: full, month, next: at + 3, weak: false }
  if (sign.text !== '/') return null
  const marked = shortYear(tokens, at + 2, context, true)
  if (marked) return { ...marked, month }
  const apart = !after?.joined || (after.kind === 'sign' && !isSign(after, '/.,'))
  const short = b.joined && apart ? yearOfTwo(b, context) : null
  return short === null ? null : { year: short, month, next: at + 3, weak: true }
}

/** A year that is no part of an amount or of a longer number. */
function yearAt(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  const year = yearOf(tokens[at], context)
  if (year === null) return null
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (tokens[at]?.joined && before && (before.kind !== 'sign' || BEFORE_AMOUNT.has(before.text))) return null
  if (tokens[at]?.joined && isSign(before, '.,') && tokens[at - 2]?.kind === 'number') return null
  if (after?.joined && (after.kind === 'word' || AFTER_AMOUNT.has(after.text))) return null
  if (after?.joined && isSign(after, '.,') && tokens[at + 2]?.joined && tokens[at + 2]?.kind === 'number')
    return null
  const second = tokens[at + 1]
  // "2020 March": the month stands behind its year, and no other year behind the month.
  if (second?.kind === 'word' && second.text.length > 2) {
    const month = MONTH_BY_WORD.get(second.text)
    const next = afterPoint(tokens, at + 2)
    if (month !== undefined && yearOf(tokens[next], context) === null && tokens[next]?.kind !== 'number')
      return { year, month, next, weak: false }
  }
  return { year, month: null, next: at + 1, weak: false }
}

/** '19; the apostrophe must be there where `marked`. */
function shortYear(
  tokens: readonly DateToken[],
  at: number,
  context: DateContext,
  marked: boolean,
): DatePoint | null {
  const has = isSign(tokens[at], "'’‘`´")
  if (marked && !has) return null
  const digits = tokens[has ? at + 1 : at]
  if (has && !digits?.joined) return null
  if (tokens[(has ? at + 1 : at) + 1]?.joined && tokens[(has ? at + 1 : at) + 1]?.kind !== 'sign') return null
  const year = yearOfTwo(digits, context)
  return year === null ? null : { year, month: null, next: at + (has ? 2 : 1), weak: !has }
}

/** March 2020, Mar. 2020, March 1st, 2020, marzo de 2020, Mar '20, Mar 20. */
function monthByName(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  const month = MONTH_BY_WORD.get(withoutElision(tokens[at]?.text ?? ''))
  if (month === undefined) return null
  let next = afterPoint(tokens, at + 1)
  if (isSign(tokens[next], ',-–/')) next++
  else if (/^(?:de|del|of)$/.test(tokens[next]?.text ?? '')) next++
  const day = dayNumber(tokens[next])
  if (day !== null) {
    let behind = next + 1
    if (/^(?:st|nd|rd|th)$/.test(tokens[behind]?.text ?? '')) behind++
    if (isSign(tokens[behind], ',')) behind++
    if (/^(?:de|of)$/.test(tokens[behind]?.text ?? '')) behind++
    const year = behind > next ? yearOf(tokens[behind], context) : null
    // "Jan 19, 2020", but not the range "Jan 19 – 2020".
    if (year !== null && tokens[behind - 1] !== undefined)
      return { year, month, next: behind + 1, weak: false }
  }
  const year = yearOf(tokens[next], context)
  if (year !== null) return { year, month, next: next + 1, weak: false }
  const short = shortYear(tokens, next, context, false)
  return short ? { ...short, month } : null
}

/** Summer 2019, WS 2019/20, Q1 2020, early 2020, Anfang 2020. */
function partOfYear(tokens: readonly DateToken[], at: number, context: DateContext): DatePoint | null {
  const word = tokens[at]?.text ?? ''
  if (!YEAR_PARTS.has(word) && !/^[qht]$/.test(word)) return null
  let next = at + 1
  if (/^[qht]$/.test(word)) {
    if (!/^[1-4]$/.test(tokens[next]?.text ?? '')) return null
    next++
  }
  if (isSign(tokens[next], '.-/,')) next++
  if (/^(?:de|of|del)$/.test(tokens[next]?.text ?? '')) next++
  const inner = tokens[next]
  if (inner?.kind === 'word' && MONTH_BY_WORD.has(inner.text)) return monthByName(tokens, next, context)
  const year = yearOf(inner, context)
  if (year === null) {
    const short = shortYear(tokens, next, context, true)
    return short
  }
  // A winter that is named by both of its years.
  if (isSign(tokens[next + 1], '/') && tokens[next + 2]?.joined && tokens[next + 2]?.kind === 'number')
    return { year, month: null, next: next + 3, weak: false, worded: true }
  return { year, month: null, next: next + 1, weak: false, worded: true }
}
