import type { ResumeDate } from '../../contract/resume-date.ts'
import { presentAt } from '../../resumes/rules/dates-points.ts'
import { dateTokens } from '../../resumes/rules/dates-tokens.ts'
import { MONTH_BY_WORD } from '../../resumes/rules/dates-words.ts'
import { textOf } from './resume-fields.ts'

/** Dates of a JSON Resume: programs write YYYY-MM-DD, people write what they like. */

/** 2012, 2012-06, 2012/06/01, 2012-06-01T00:00:00Z. */
const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.]\d{1,2})?)?(?:[T\s]\d\d:.*)?$/
/** 06/2012, 6.2012. */
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/

/** YYYY-MM, YYYY, `present`; '' for what cannot be read. */
export function dateOf(value: unknown): ResumeDate {
  const text = typeof value === 'number' ? String(value) : (textOf(value)?.slice(0, 60) ?? '')
  const [, year, second] = YEAR_FIRST.exec(text) ?? []
  if (year !== undefined) return written(year, Number(second))
  const [, first, last] = MONTH_FIRST.exec(text) ?? []
  if (last !== undefined) return Number(first) <= 12 ? written(last, Number(first)) : ''
  const tokens = dateTokens(text)
  if (presentAt(tokens, 0) === tokens.length && tokens.length > 0) return 'present'
  const years = tokens.filter(({ kind, text: digits }) => kind === 'number' && /^(?:19|20)\d\d$/.test(digits))
  const months = tokens.flatMap(token => (token.kind === 'word' ? (MONTH_BY_WORD.get(token.text) ?? []) : []))
  const [only] = years
  // "June 2019", "1 June 2019", "juin 2019"; two of either are more than one date.
  return only && years.length === 1 && months.length === 1 ? written(only.text, months[0]) : ''
}

function written(year: string, month = 0): ResumeDate {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : year
}
