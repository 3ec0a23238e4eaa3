import type { JobsView } from './jobs-view.ts'

/** Spans of days for when a job was found or posted. Days are local ones and begin at midnight. */

/** `custom`: from and to by hand. */
export type Span = 'any' | 'today' | '7' | '30' | 'custom'

/** Midnight of a local day some days before `now`. */
function midnight(now: Date, daysBefore: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBefore).toISOString()
}

/** The first instant of a span that ends now; null where it has none of its own. Seven days are today and six before. */
export function sinceOf(span: Span, now: Date): string | null {
  if (span === 'today') return midnight(now, 0)
  if (span === '7') return midnight(now, 6)
  if (span === '30') return midnight(now, 29)
  return null
}

/** The span that two instants stand for. */
export function spanOf(since: string | null, until: string | null, now: Date): Span {
  if (since === null && until === null) return 'any'
  if (until !== null) return 'custom'
  const spans = ['today', '7', '30'] as const
  return spans.find(span => sinceOf(span, now) === since) ?? 'custom'
}

const two = (n: number) => String(n).padStart(2, '0')

/** The local day of an instant, as a date field holds it: "2026-11-21"; '' for none. */
export function dayField(iso: string | null): string {
  if (iso === null) return ''
  const date = new Date(iso)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The first instant of the local day in a date field, or of the day after; null where it holds none. */
export function dayStart(field: string, daysAfter = 0): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(field)
  if (!match) return null
  const date = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + daysAfter)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** The last local day before an instant, for a field that names the last day of a span. */
export function lastDay(until: string | null): string {
  if (until === null) return ''
  return dayField(new Date(new Date(until).getTime() - 1).toISOString())
}

/** The view with jobs found in a span; `custom` begins with the last seven days. */
export function foundIn(view: JobsView, span: Span, now: Date): JobsView {
  const foundSince = sinceOf(span === 'custom' ? '7' : span, now)
  return { ...view, foundSince, foundUntil: span === 'custom' ? midnight(now, -1) : null }
}
