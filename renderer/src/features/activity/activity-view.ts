import { ActivityGroup, type ActivityRow } from '../../../../main/contract/activity.ts'
import { dayText, localDay } from '../applications/moment-text.ts'

/** The groups in the order of the filter. */
export const GROUPS: readonly ActivityGroup[] = ActivityGroup.options

/** Groups named in the address, such as `?only=jobs,runs`; unknown words are passed over. None: all. */
export function readGroups(params: URLSearchParams): ActivityGroup[] {
  const named = (params.get('only') ?? '').split(',')
  return GROUPS.filter(group => named.includes(group))
}

/** The address that brings the groups back. */
export const writeGroups = (groups: readonly ActivityGroup[]): Record<string, string> =>
  groups.length === 0 ? {} : { only: groups.join(',') }

/** What happened on one day, as people name it. */
export interface ActivityDay {
  day: string
  title: string
  rows: ActivityRow[]
}

/** Rows by local day, in the order in which they came; each row once. */
export function activityDays(rows: readonly ActivityRow[], today: string): ActivityDay[] {
  const days: ActivityDay[] = []
  const seen = new Set<number>()
  for (const row of rows) {
    if (seen.has(row.seq)) continue
    seen.add(row.seq)
    const day = localDay(new Date(row.at))
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, title: dayText(day, today), rows: [row] })
  }
  return days
}
