import { DAY_NAMES, MONTH_NAMES } from '../../../contract/labels.ts'

/** Texts from outside, made fit for a mail. */

const LONGEST_SUBJECT = 150
/** Line ends, other control characters, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu
/** Halves of signs that never became a whole one. */
const BROKEN = /\p{Cs}/gu

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** One line without anything that cannot be seen; cut off, with a mark, where it is longer than `most`. */
export function line(text: string, most = 300): string {
  const clean = text.replace(UNSEEN, ' ').replace(BROKEN, '').replace(/\s+/g, ' ').trim()
  const signs = [...clean]
  return signs.length <= most
    ? clean
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** For the subject of a mail. */
export const subjectLine = (text: string): string => line(text, LONGEST_SUBJECT)

/** For HTML, between tags and within quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)

/** An address that may be linked to: http or https, without a name and password in it; else null. */
export function linkable(url: string | null): string | null {
  if (url === null || url.length > 2000) return null
  const match = /^https?:\/\/([^/?#\s\\"'<>]+)[^\s\\"'<>]*$/i.exec(url)
  return match && !match[1]?.includes('@') ? url : null
}

/** "Monday, 2 March" for 2026-03-02; as it stands when it is no day. */
export function dayWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const weekday = DAY_NAMES[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]
  const name = MONTH_NAMES[month - 1]
  return weekday && name ? `${weekday}, ${date} ${name}` : day
}

/** 1,234. */
export const whole = (number: number): string => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',')

/** `1 job`, `2 jobs`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${whole(number)} ${number === 1 ? one : many}`

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^\/jobs/, 'Jobs'],
  [/^\/applications/, 'Applications'],
  [/^\/reminders/, 'Reminders'],
  [/^\/campaigns/, 'Campaigns'],
  [/^\/checks/, 'Runs, Data quality'],
  [/^\/health/, 'Runs, Health'],
  [/^\/runs/, 'Runs'],
  [/^\/settings/, 'Settings'],
  [/^\/$/, 'Dashboard'],
]

/**
 * Where the page of a target is found. Mails do not link into the app: no system knows `rolecall:` addresses, which the
 * desktop window uses for its own pages only.
 */
export const whereIs = (target: string): string =>
  PLACES.find(([path]) => path.test(target))?.[1] ?? 'Notifications'
