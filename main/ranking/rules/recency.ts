import type { RankableJob } from '../../contract/ranking.ts'
import { type Factor, NOT_STATED, thousandths, UNKNOWN } from './factor.ts'

/** After this many days a posting is worth half. */
const HALF_LIFE_DAYS = 14
const DAY = 86_400_000
/** Days that are remembered: some years. */
const MOST_DAYS = 2_000

type Dated = Pick<RankableJob, 'posted_at'>

/**
 * Recency: smooth exponential decay with the age of the posting in whole days, both days by UTC, so that all of
 * `rankedOn` (YYYY-MM-DD) gives the same share. A date in the future counts as that day.
 */
export function recencyFactor(rankedOn: string): Factor<Dated> {
  const today = dayOf(rankedOn)
  const shareOn = (day: string): number => {
    const age = today - dayOf(day)
    return Number.isNaN(age) ? UNKNOWN : thousandths(0.5 ** (Math.max(0, age) / HALF_LIFE_DAYS))
  }
  const known = new Map<string, number>()
  return {
    share({ posted_at }) {
      if (posted_at === null) return UNKNOWN
      // Times of one day by UTC have one share; others are seldom.
      if (!posted_at.endsWith('Z') || posted_at[10] !== 'T') return shareOn(posted_at)
      const day = posted_at.slice(0, 10)
      let share = known.get(day)
      if (share === undefined) {
        share = shareOn(posted_at)
        if (known.size < MOST_DAYS) known.set(day, share)
      }
      return share
    },
    evidence({ posted_at }) {
      if (posted_at === null) return NOT_STATED
      const age = today - dayOf(posted_at)
      return Number.isNaN(age) ? 'the date of the posting cannot be read' : spoken(age)
    },
  }
}

/** Days since 1970 by UTC; NaN when the text is no date. */
function dayOf(text: string): number {
  return Math.floor(Date.parse(text) / DAY)
}

/** The score does not age by itself, so neither does the sentence: it speaks of the day of the ranking. */
function spoken(days: number): string {
  // The first time zones are a day ahead of the last.
  if (days < -1) return 'dated in the future, counted as new'
  if (days <= 0) return 'new when ranked'
  if (days === 1) return '1 day old when ranked'
  return days < 60 ? `${days} days old when ranked` : `${Math.floor(days / 30)} months old when ranked`
}
