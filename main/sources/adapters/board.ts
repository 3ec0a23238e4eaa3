import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import { decodeEntities } from '../../postings/rules/html.ts'
import type { Ask, SourceItem } from './adapter.ts'

/** What the adapters of public job boards have in common. */

/** The config of a board that there is only one of. */
export const NoConfig = z.object({})
export type NoConfig = z.infer<typeof NoConfig>

const DAY = 86_400_000
/** How far back a feed is read when the campaign does not say. */
const USUAL_DAYS = 30

/** ISO 8601 UTC: postings older than this are of no interest to the campaign. */
export function windowStart({ wishes, now }: Pick<Ask<unknown>, 'wishes' | 'now'>): string {
  return new Date(Date.parse(now) - (wishes.dateWindowDays ?? USUAL_DAYS) * DAY).toISOString()
}

/** True when every posting of a page says that it is older than `start`: the pages behind it are older still. */
export function allOlder(items: readonly SourceItem[], start: string): boolean {
  return (
    items.length > 0 && items.every(({ posting }) => posting.posted_at !== null && posting.posted_at < start)
  )
}

/** A short text on one line, with its entities decoded. */
export function oneLine(text: string | null | undefined): string {
  return decodeEntities(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text with pay in the source's own words in front of it, where the detector of pay looks first. */
export function withSalary(pay: string, text: string): string {
  if (pay === '') return text
  return text === '' ? `Salary: ${pay}` : `Salary: ${pay}\n\n${text}`
}

const PRESENCE =
  /\bhybrid|\bon[- ]?site\b|\bin[- ](?:the[- ]|our[- ])?office\b|\b(?:not|no|non)[- ](?:a )?(?:fully )?remote|\bdays? (?:a|per) week in\b/i

/**
 * The remote type of a posting on a board that lists nothing but remote jobs. Where the posting's own words speak of
 * days at an office, the board's claim is left out and the words decide.
 */
export function listedAsRemote(title: string, text: string): NonNullable<ImportedPosting['structured']> {
  return PRESENCE.test(title) || PRESENCE.test(text) ? {} : { remote_options: 'remote' }
}

/** The facts that are known; those that are null are left out. */
export function known(
  facts: NonNullable<ImportedPosting['structured']>,
): NonNullable<ImportedPosting['structured']> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  )
}

/** The alternatives of a campaign's query ("data engineer OR analytics engineer"), without quotation marks. */
export function alternatives(query: string): string[] {
  const parts = query.split(/\s+(?:OR|or)\s+|\s*\|\s*/).map(part => part.replace(/["“”]/g, '').trim())
  return [...new Set(parts.filter(part => part !== ''))]
}
