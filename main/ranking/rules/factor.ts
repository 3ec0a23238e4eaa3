/** What one factor says of one job. */
export type Judgement =
  /** `share` is 0–1. */
  | { state: 'known'; share: number; evidence: string }
  | { state: 'unknown' | 'no_wish'; share: null; evidence: string }

/** A factor with the wishes of a campaign already worked in. */
export type Factor<Job> = (job: Job) => Judgement

/** The factor was compared; the share is kept within 0–1 and to four decimals. */
export function known(share: number, evidence: string): Judgement {
  return { state: 'known', share: Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000, evidence }
}

/** The posting does not say. */
export function unknown(evidence = 'not stated'): Judgement {
  return { state: 'unknown', share: null, evidence }
}

/** The campaign does not mind. */
export function noWish(evidence: string): Judgement {
  return { state: 'no_wish', share: null, evidence }
}

/** "a", "a or b", "a, b or c"; past `most` the rest is counted: "a, b, c and 4 more". */
export function listed(words: readonly string[], joiner: 'and' | 'or' = 'and', most = 4): string {
  if (words.length > most) return `${words.slice(0, most - 1).join(', ')} and ${words.length - most + 1} more`
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`
}
