import type { ActivityDay } from '../../../../main/contract/shapes.ts'

/** Sums of seven days each, named by their first day; the last week ends with the last day. */
export function byWeek(days: readonly ActivityDay[]): ActivityDay[] {
  const weeks: ActivityDay[] = []
  for (let end = days.length; end > 0; end -= 7) {
    const [first, ...rest] = days.slice(Math.max(0, end - 7), end)
    if (!first) continue
    const week = { ...first }
    for (const day of rest) {
      week.found += day.found
      week.approved += day.approved
      week.rejected += day.rejected
      week.applied += day.applied
      week.interview += day.interview
      week.offer += day.offer
    }
    weeks.push(week)
  }
  return weeks.reverse()
}
