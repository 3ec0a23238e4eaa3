import { z } from 'zod'

/** A month (YYYY-MM), a year (YYYY), `present` for now, or '' where none is said. */
export const ResumeDate = z
  .string()
  .regex(
    /^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|present|)$/,
    'Write a year or a month, like 2021 or 2021-04; or “present”',
  )
export type ResumeDate = z.infer<typeof ResumeDate>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Apr 2018", "2018", "now"; '' where none is said. */
export function resumeDateText(date: ResumeDate): string {
  if (date === 'present') return 'now'
  const [year = '', month] = date.split('-')
  return month === undefined ? year : `${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** "Apr 2018 – now", "until 2020", "2020"; '' where neither is said. */
export function resumeSpanText(start: ResumeDate, end: ResumeDate): string {
  const [from, to] = [resumeDateText(start), resumeDateText(end)]
  if (from === '') return to === '' || end === 'present' ? to : `until ${to}`
  return to === '' || to === from ? from : `${from} – ${to}`
}

/** Sorts what goes on, or ended last, first; what has no date comes last. */
export function newestFirst(
  a: { start: ResumeDate; end: ResumeDate },
  b: { start: ResumeDate; end: ResumeDate },
): number {
  const last = ({ start, end }: typeof a) => (end === 'present' ? '9999-99' : end || start)
  const byEnd = compare(last(b), last(a))
  return byEnd === 0 ? compare(b.start, a.start) : byEnd
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
