/** Share of a factor of which the posting says nothing. */
export const UNKNOWN = 1001
/** Share of a factor for which the campaign has no wish. */
export const NO_WISH = 1002

/**
 * One factor with the wishes of a campaign already worked in. Both functions look at the same facts; only the
 * share is asked for when many jobs are ranked, since sentences cost more than numbers.
 */
export interface Factor<Job> {
  /** Whole thousandths, 0–1000; or UNKNOWN or NO_WISH. */
  share(job: Job): number
  /** One short sentence for people on what was compared. */
  evidence(job: Job): string
}

/** A share of 0–1 in whole thousandths, kept within its bounds. */
export function thousandths(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000)
}

/** A factor for which the campaign has no wish; `reason` says so. */
export function noWish(reason: string): Factor<unknown> {
  return { share: () => NO_WISH, evidence: () => reason }
}

/** What people read where the posting is silent. */
export const NOT_STATED = 'not stated'

/** "a", "a or b", "a, b or c"; past `most` the rest is counted: "a, b, c and 4 more". */
export function listed(words: readonly string[], joiner: 'and' | 'or' = 'and', most = 4): string {
  if (words.length > most) return `${words.slice(0, most - 1).join(', ')} and ${words.length - most + 1} more`
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`
}
