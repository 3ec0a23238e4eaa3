import type { RankableJob } from '../../contract/ranking.ts'
import { type Factor, known, unknown } from './factor.ts'

/** After this many days a posting is worth half. */
const HALF_LIFE_DAYS = 14
const DAY = 86_400_000

/** Recency: smooth exponential decay with the age of the posting. A date in the future counts as today. */
export function recencyFactor(now: string): Factor<RankableJob> {
  const today = Date.parse(now)
  return job => {
    if (job.posted_at === null) return unknown()
    const posted = Date.parse(job.posted_at)
    if (Number.isNaN(posted) || Number.isNaN(today)) return unknown('the date of the posting cannot be read')
    const days = Math.max(0, (today - posted) / DAY)
    return known(0.5 ** (days / HALF_LIFE_DAYS), spoken(Math.floor(days), posted > today + DAY))
  }
}

function spoken(days: number, future: boolean): string {
  if (future) return 'dated in the future, counted as posted today'
  if (days === 0) return 'posted today'
  if (days === 1) return 'posted yesterday'
  return days < 60 ? `posted ${days} days ago` : `posted ${Math.floor(days / 30)} months ago`
}
