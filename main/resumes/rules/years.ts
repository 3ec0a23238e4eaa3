import type { ResumeJob } from '../../contract/resumes.ts'
import { type Found, found } from './found.ts'

/** The first and the last month of a position as numbers (year × 12 + month from 0), or null when it says too little. */
function monthsOf({ start, end }: ResumeJob, now: number): { first: number; last: number } | null {
  const first = monthOf(start === '' ? end : start, 0, now)
  const last = monthOf(end === '' ? start : end, lastMonthOf(start, end), now)
  if (first === null || last === null || last < first || first > now) return null
  return { first, last: Math.min(last, now) }
}

/**
 * The month that a year alone ends in. "2016 – 2018" is two years, not three; "2016" alone or "Summer 2016" says no
 * length, and counts as a quarter.
 */
const lastMonthOf = (start: string, end: string): number => {
  if (start === end || start === '' || end === '') return 2
  return start.length === 4 ? -1 : 11
}

function monthOf(date: string, month: number, now: number): number | null {
  if (date === 'present') return now
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(date)
  if (!match) return null
  return Number(match[1]) * 12 + (match[2] ? Number(match[2]) - 1 : month)
}

/**
 * Years of work, one decimal: the months that at least one position covers, first and last included. `today` is
 * YYYY-MM-DD and ends positions that go on. Null when no position has dates.
 */
export function yearsOf(experience: readonly Found<ResumeJob>[], today: string): Found<number> | null {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const spans = experience.flatMap(job => monthsOf(job.value, now) ?? []).sort((a, b) => a.first - b.first)
  if (spans.length === 0) return null
  let months = 0
  let until = -1
  for (const { first, last } of spans) {
    months += Math.max(0, last - Math.max(first, until + 1) + 1)
    until = Math.max(until, last)
  }
  const dated = experience.filter(job => monthsOf(job.value, now) !== null)
  const sure = dated.reduce((sum, job) => sum + job.confidence, 0) / experience.length
  return found(Math.round((months / 12) * 10) / 10, sure, [])
}
