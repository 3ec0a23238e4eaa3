/** What sentences are made of. Everything is plain text: names come from postings and may hold anything. */

/** Names of what events speak of, ready to stand in a sentence; of what is gone, a word that says so. */
export interface Names {
  /** "Nurse at Care". */
  job(id: number): string
  campaign(id: number): string
  source(id: number): string
  company(id: number): string
  notification(id: number): { kind: string; title: string; target: string } | null
  reminder(id: number): string | null
  /** What was done, as its Undo names it. */
  change(id: number): string | null
}

const LONGEST = 80

/** A name on one line, without characters that steer, at most `most` characters. */
export function plain(name: string, most = LONGEST): string {
  const line = name.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** "1 job", "7 jobs", "7 new jobs". */
export const jobsText = (n: number, kind = ''): string =>
  n === 1 ? `1 ${kind}job` : `${n.toLocaleString('en')} ${kind}jobs`

const LISTED = 3

/** "salary order, counts and 2 more". */
export function listText(words: readonly string[]): string {
  const shown = words.length <= LISTED + 1 ? words : words.slice(0, LISTED)
  const more = words.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** "quiet hours" for quietHours, "salary order" for salary_order. */
export const wordsOfKey = (key: string): string =>
  plain(
    key
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .toLowerCase()
      .replace(/^ai\b/, 'AI'),
  )

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "2 Mar, 04:00" for the local time 2026-03-02T04:00; what is no time stays as it is. */
export function slotText(slot: string): string {
  const [, month, day, time] = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(slot) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? plain(slot) : `${Number(day)} ${name}, ${time}`
}
