/** ISO instants: when the list was last in sight, and when the visit before this one ended. */
export interface Visit {
  seen: string
  before: string | null
}

/** After this long away, in milliseconds, coming back is another visit. */
const PAUSE_MS = 30 * 60_000

/** A visit from what was stored; null for anything else. */
export function readVisit(text: string): Visit | null {
  const instant = (value: unknown) =>
    typeof value === 'string' && !Number.isNaN(new Date(value).getTime()) ? value : null
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return null
    const seen = 'seen' in read ? instant(read.seen) : null
    return seen === null ? null : { seen, before: 'before' in read ? instant(read.before) : null }
  } catch {
    return null
  }
}

/** The visit at `now`: the same one after a short absence, such as a reload, else a new one. */
export function nextVisit(last: Visit | null, now: Date): Visit {
  const seen = now.toISOString()
  if (last === null) return { seen, before: null }
  const away = now.getTime() - new Date(last.seen).getTime()
  return { seen, before: away > PAUSE_MS ? last.seen : last.before }
}
