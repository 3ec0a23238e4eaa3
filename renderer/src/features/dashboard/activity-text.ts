import type { DashboardView } from '../../../../main/contract/shapes.ts'
import { whenText } from '../../ui/when-text.ts'

export type ActivityDay = DashboardView['days'][number]

const SERIES = ['found', 'approved', 'rejected', 'applied', 'interview', 'offer'] as const

/** Sums of the days, for the sentence and the number of cases. */
export function activityTotals(days: readonly ActivityDay[]): Record<(typeof SERIES)[number], number> {
  const sum = (name: (typeof SERIES)[number]) => days.reduce((total, day) => total + day[name], 0)
  return {
    found: sum('found'),
    approved: sum('approved'),
    rejected: sum('rejected'),
    applied: sum('applied'),
    interview: sum('interview'),
    offer: sum('offer'),
  }
}

const jobs = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'job' : 'jobs'}`

/** What the chart says, in words: how much was found, when most, and what was decided. */
export function activitySentence(days: readonly ActivityDay[], now: Date): string {
  const totals = activityTotals(days)
  const decided = totals.approved + totals.rejected + totals.applied
  if (totals.found === 0 && decided === 0) return `Nothing happened in the last ${days.length} days.`
  const busiest = days.reduce<ActivityDay | null>(
    (most, day) => (day.found > (most?.found ?? 0) ? day : most),
    null,
  )
  const found =
    busiest === null
      ? 'No job was found.'
      : busiest.found === totals.found
        ? `${jobs(totals.found)} found, all ${onDay(busiest.day, now)}.`
        : `${jobs(totals.found)} found, most ${onDay(busiest.day, now)} (${busiest.found.toLocaleString('en')}).`
  const decisions =
    decided === 0
      ? 'Nothing was decided yet.'
      : `${totals.approved} approved, ${totals.rejected} rejected, ${totals.applied} applied for.`
  return `${found} ${decisions}`
}

function onDay(day: string, now: Date): string {
  const words = whenText(day, now)
  return /^\d+ [A-Z]/.test(words) ? `on ${words}` : words
}
