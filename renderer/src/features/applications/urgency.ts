import type { FollowUp } from '../../../../main/contract/applications.ts'

/** How soon somebody should be asked again. */
export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const
export type Urgency = (typeof URGENCIES)[number]

export const URGENCY_LABELS: Record<Urgency, string> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  later: 'Later',
}

/** The urgency of a follow-up by the days that it is past, or still to come. */
export function urgencyOf({ overdue }: Pick<FollowUp, 'overdue'>): Urgency {
  if (overdue > 0) return 'overdue'
  if (overdue === 0) return 'today'
  return overdue >= -7 ? 'week' : 'later'
}

/** The lines under the heading of each urgency, the most urgent first; headings without lines are left out. */
export function byUrgency<T extends { followUp: Pick<FollowUp, 'overdue'> }>(
  lines: readonly T[],
): { urgency: Urgency; lines: T[] }[] {
  return URGENCIES.map(urgency => ({
    urgency,
    lines: lines.filter(line => urgencyOf(line.followUp) === urgency),
  })).filter(group => group.lines.length > 0)
}
