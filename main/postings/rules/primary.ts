/** What decides which posting of a job is shown. */
export interface Showable {
  /** Of its source; smaller is better. */
  priority: number
  /** Characters of its text. */
  length: number
}

/** A better source may say a little less; a teaser does not replace the whole text. */
const ENOUGH = 0.6

/** Whether a posting that joins a job is shown instead of the one that is. */
export const leads = (joining: Showable, shown: Showable): boolean =>
  joining.priority < shown.priority && joining.length >= ENOUGH * shown.length

/** The posting to show of several: the best source that says enough, then the longest text, then the oldest. */
export function bestShown<T extends Showable & { id: number }>(postings: readonly T[]): T | undefined {
  const longest = Math.max(...postings.map(({ length }) => length))
  return postings
    .filter(({ length }) => length >= ENOUGH * longest)
    .toSorted((a, b) => a.priority - b.priority || b.length - a.length || a.id - b.id)[0]
}
