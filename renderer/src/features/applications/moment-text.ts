import { DAY_NAMES, MONTH_NAMES } from '../../../../main/contract/labels.ts'

/** Days and moments in words and as form fields take them; local time of the machine, 24-hour clock. */

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

/** The local calendar day of a moment, YYYY-MM-DD. */
export const localDay = (moment: Date): string =>
  `${four(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`

/** The moment at which a day begins here; null for what is no day. */
export function startOfDay(day: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (!parts) return null
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const moment = new Date(year, month - 1, date)
  return moment.getMonth() === month - 1 && moment.getDate() === date ? moment : null
}

/** The day that lies `days` after one, whatever daylight saving does in between. */
export function dayAfter(day: string, days: number): string {
  const start = startOfDay(day)
  if (start === null) return day
  return localDay(new Date(start.getFullYear(), start.getMonth(), start.getDate() + days))
}

/** Whole calendar days from one day to another; negative when the other lies before it. */
export function daysFromTo(from: string, to: string): number {
  const [a, b] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)]
  return Math.round((b - a) / 86_400_000)
}

/** "Today", "Yesterday", "Tomorrow", "Monday, 2 November"; with the year when it is not the present one. */
export function dayText(day: string, today: string): string {
  const start = startOfDay(day)
  if (start === null) return day
  const away = daysFromTo(today, day)
  if (away === 0) return 'Today'
  if (away === -1) return 'Yesterday'
  if (away === 1) return 'Tomorrow'
  const words = `${DAY_NAMES[start.getDay()]}, ${start.getDate()} ${MONTH_NAMES[start.getMonth()]}`
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${start.getFullYear()}`
}

/** "Today", "Mon, 2 Nov": for narrow places. */
export function shortDayText(day: string, today: string): string {
  const start = startOfDay(day)
  if (start === null || Math.abs(daysFromTo(today, day)) <= 1) return dayText(day, today)
  const month = MONTH_NAMES[start.getMonth()]?.slice(0, 3)
  const words = `${DAY_NAMES[start.getDay()]?.slice(0, 3)}, ${start.getDate()} ${month}`
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${start.getFullYear()}`
}

/** "14:05" */
export function clockText(iso: string): string {
  const moment = new Date(iso)
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** "Tomorrow, 14:05", "Tuesday, 24 November, 14:05": for what must be kept to the minute. */
export function momentText(iso: string, now: Date): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return `${dayText(localDay(moment), localDay(now))}, ${clockText(iso)}`
}

/** "today", "1 day", "6 days": how long ago a moment was, in calendar days. */
export function ageText(iso: string, now: Date): string {
  const days = Math.max(0, daysFromTo(localDay(new Date(iso)), localDay(now)))
  if (days === 0) return 'today'
  return days === 1 ? '1 day' : `${days.toLocaleString('en')} days`
}

/** A moment as a field for date and time takes it: "2026-11-24T14:05"; '' for null. */
export function toField(iso: string | null): string {
  if (iso === null) return ''
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? '' : `${localDay(moment)}T${clockText(iso)}`
}

/** The moment, ISO 8601 UTC, of a field for date and time; null when it is empty or no moment. */
export function fromField(text: string): string | null {
  const moment = new Date(text)
  return text === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
