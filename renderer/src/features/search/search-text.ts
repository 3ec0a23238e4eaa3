import type { Suggestion } from '../../../../main/contract/search.ts'

/** What is typed into a search field and what stands there once a suggestion is taken. */

const quoted = (text: string): string => `"${text.replaceAll('"', ' ')}"`
const SCOPES = { title: 'title', skill: 'skill', place: 'place' } as const

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** The search of a suggestion; words that were typed before it and are no part of it stay. */
export function searchOf({ kind, text }: { kind: keyof typeof SCOPES; text: string }, typed: string): string {
  const scoped = `${SCOPES[kind]}:${quoted(text)}`
  const own = words(text)
  const isPart = (word: string) => own.some(one => one.startsWith(word))
  if (words(typed).every(isPart)) return scoped
  return [...typed.trim().split(/\s+/).slice(0, -1), scoped].join(' ')
}

/** True for a text that holds something like `remote:yes` or `@applied`: it is read when it is finished. */
export const holdsScopes = (text: string): boolean => /(?:^|\s)-?(?:@\p{L}|[a-z]+:)/iu.test(text)

/** A number of jobs in a suggestion, which is counted up to `most`. */
export const countText = (n: number, most: number): string =>
  n >= most ? `${most.toLocaleString('en')}+` : n.toLocaleString('en')

/** "applied 2×, last on 3 March", with the year when it is another one. */
export function appliedText(
  applied: Extract<Suggestion, { kind: 'company' }>['applied'],
  now: Date,
): string | null {
  if (applied === null) return null
  const last = new Date(applied.lastAt)
  const day = last.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(last.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  })
  return applied.n === 1 ? `applied on ${day}` : `applied ${applied.n}×, last on ${day}`
}

/** How well words match a command: every word begins one of its words; the more in its title, the better. 0: not. */
export function commandRank(
  command: { title: string; group: string; keywords?: string },
  typed: string,
): number {
  const title = words(command.title)
  const all = [...title, ...words(command.group), ...words(command.keywords ?? '')]
  const wanted = words(typed)
  if (wanted.length === 0 || !wanted.every(word => all.some(one => one.startsWith(word)))) return 0
  const inTitle = wanted.filter(word => title.some(one => one.startsWith(word))).length
  const begins = title.join(' ').startsWith(wanted.join(' '))
  return 1 + inTitle + (begins ? wanted.length + 1 : 0)
}
