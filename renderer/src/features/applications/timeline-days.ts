import type { TimelineRow } from '../../../../main/contract/applications.ts'
import { dayText, localDay } from './moment-text.ts'

/** A moment of the timeline, with the day's name above the first of each day. */
export interface TimelineLine {
  /** Unique among the lines, and the same again when the timeline is asked anew. */
  key: string
  row: TimelineRow
  /** "Today", "Monday, 2 November"; null for all but the first of a day. */
  heading: string | null
}

/** The lines of a timeline, the newest first as they came. `today`: the person's local day. */
export function timelineLines(rows: readonly TimelineRow[], today: string): TimelineLine[] {
  const times = new Map<string, number>()
  let last = ''
  return rows.map(row => {
    const day = localDay(new Date(row.at))
    const heading = day === last ? null : dayText(day, today)
    last = day
    const name = `${row.jobId} ${row.at} ${row.kind} ${row.entryId ?? row.text}`
    const time = times.get(name) ?? 0
    times.set(name, time + 1)
    return { key: `${name} ${time}`, row, heading }
  })
}
