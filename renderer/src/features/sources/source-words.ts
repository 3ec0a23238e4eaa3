import type { SourceKind, SourceRunView, SourceView } from '../../../../main/contract/sources.ts'
import { whenText } from '../../ui/when-text.ts'

/** How sources are spoken of. */

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** "Lever board of acme" for the board of a company, else the source's own name. `label` as in "Lever: acme". */
export function boardWords(label: string, kind: Pick<SourceKind, 'label' | 'family'> | undefined): string {
  const name = companyOf(label)
  return kind?.family === 'ats' && name !== label ? `${kind.label} board of ${name}` : label
}

/** The company in "Lever: acme"; the label itself where there is none. */
export function companyOf(label: string): string {
  const at = label.indexOf(': ')
  return at === -1 ? label : label.slice(at + 2)
}

/** "acme-labs" → "Acme labs": a first name for a campaign, which the person can change. */
export function nameFrom(token: string): string {
  const words = token.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a test said, where the source is named beside: "Lever: acme answers: 3 postings." → "Answers with 3 postings." */
export function answerWords(words: string): string {
  return words.replace(/^.*? answers: /, 'Answers with ')
}

/** How all sources are, in one line: "12 sources, 2 failing, 1 resting". */
export function overviewText(sources: readonly Pick<SourceView, 'state'>[]): string {
  const of = (state: SourceView['state']) => sources.filter(one => one.state === state).length
  const parts = [count(sources.length, 'source', 'sources')]
  if (of('failing') > 0) parts.push(`${of('failing')} failing`)
  if (of('resting') > 0) parts.push(`${of('resting')} resting`)
  if (of('off') > 0) parts.push(`${of('off')} switched off`)
  if (of('new') > 0) parts.push(`${of('new')} not asked yet`)
  return parts.join(', ')
}

/** The different lines of a pasted text, without empty ones. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map(line => line.trim())
  return [...new Set(lines.filter(line => line !== ''))]
}

/** A share as people read it: "12 %"; what rounds to nothing and is something is "under 1 %". */
export function shareText(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %'
  return `${Math.round(share * 100)} %`
}

/** What the runs of a source (the newest first) say together, in words. */
export function historySentence(runs: readonly SourceRunView[], now: Date): string {
  const oldest = runs.at(-1)
  if (!oldest) return 'No run has asked it yet.'
  const good = runs.filter(run => run.ok)
  const sum = (name: 'fresh' | 'merged' | 'unread' | 'closed') =>
    runs.reduce((total, run) => total + run[name], 0)
  const since = runs.length === 1 ? '' : ` since ${dayText(oldest.at, now)}`
  const answered =
    good.length === runs.length
      ? runs.length === 1
        ? 'It answered the one run.'
        : `It answered all ${runs.length} runs${since}.`
      : good.length === 0
        ? runs.length === 1
          ? 'It did not answer the one run.'
          : `It answered none of ${runs.length} runs${since}.`
        : `It answered ${good.length} of ${runs.length} runs${since}.`
  const newest = good[0]
  if (!newest) return answered
  const listed = `${count(newest.postings, 'posting', 'postings')} the last time.`
  const more = [
    `${sum('fresh').toLocaleString('en')} new or changed`,
    `${sum('merged').toLocaleString('en')} of them already known from elsewhere`,
    ...(sum('closed') > 0 ? [`${sum('closed').toLocaleString('en')} closed`] : []),
    ...(sum('unread') > 0 ? [`${sum('unread').toLocaleString('en')} not readable`] : []),
  ]
  return `${answered} ${listed} In all ${more.join(', ')}.`
}

/** "today", "yesterday" or "18 Nov": a day to count from. */
function dayText(at: string, now: Date): string {
  const date = new Date(at)
  const [day = ''] = whenText(at, now).split(' ')
  if (date.toDateString() === now.toDateString()) return 'today'
  return day === 'yesterday' ? day : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}
