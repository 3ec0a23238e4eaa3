/** Dates as people say them. Local time of the machine; 24-hour clock. */

const MINUTE = 60_000
const two = (n: number) => String(n).padStart(2, '0')
const clock = (date: Date) => `${two(date.getHours())}:${two(date.getMinutes())}`
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dayAndMonth = (date: Date) => `${date.getDate()} ${MONTHS[date.getMonth()]}`

/** Calendar days from `from` to `to`, whatever daylight saving does in between. */
function daysBetween(from: Date, to: Date): number {
  const noon = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate())
  return Math.round((noon(to) - noon(from)) / 86_400_000)
}

/** An ISO instant or a bare date ("2026-11-21", meant as that day everywhere). null when it is neither. */
function read(iso: string): { date: Date; bare: boolean } | null {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)
  const date = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(iso)
  return Number.isNaN(date.getTime()) ? null : { date, bare: day !== null }
}

/** "just now", "5 minutes ago", "today 14:05", "yesterday 09:10", "3 days ago", "12 Nov", "in 2 days". */
export function whenText(iso: string, now: Date): string {
  const moment = read(iso)
  if (moment === null) return iso
  const { date, bare } = moment
  const days = daysBetween(now, date)
  const time = bare ? '' : ` ${clock(date)}`
  if (!bare) {
    const minutes = Math.round((date.getTime() - now.getTime()) / MINUTE)
    if (minutes === 0) return 'just now'
    if (minutes < 0 && minutes > -60) return `${-minutes} ${minutes === -1 ? 'minute' : 'minutes'} ago`
    if (minutes > 0 && minutes < 60) return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  }
  if (days === 0) return `today${time}`
  if (days === -1) return `yesterday${time}`
  if (days === 1) return `tomorrow${time}`
  if (days < 0 && days > -15) return `${-days} days ago`
  if (days > 0 && days < 15) return `in ${days} days`
  return date.getFullYear() === now.getFullYear()
    ? dayAndMonth(date)
    : `${dayAndMonth(date)} ${date.getFullYear()}`
}

/** The exact moment: "21 Nov 2026, 14:05:33 (UTC+01:00)"; a bare date without time. */
export function exactText(iso: string): string {
  const moment = read(iso)
  if (moment === null) return iso
  const { date, bare } = moment
  const day = `${dayAndMonth(date)} ${date.getFullYear()}`
  if (bare) return day
  const ahead = -date.getTimezoneOffset()
  const zone = `UTC${ahead < 0 ? '−' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`
  return `${day}, ${clock(date)}:${two(date.getSeconds())} (${zone})`
}

/** How long something took: "420 ms", "3.4 s", "2 min 5 s". */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
