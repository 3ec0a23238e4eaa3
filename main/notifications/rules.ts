import type { Settings } from '../contract/shapes.ts'

/** A job that is worth a notification. */
export interface Match {
  jobId: number
  title: string
  company: string
  score: number
}

/**
 * One message for the matches of one run and campaign: never a flood. `count`: how many there are, when `matches` holds
 * only the best. Target is the job, or the campaign's list.
 */
export function matchMessage(
  campaign: { id: number; name: string },
  matches: readonly Match[],
  count = matches.length,
): { title: string; body: string; target: string } | null {
  const best = matches.reduce<Match | null>(
    (top, match) => (top === null || match.score > top.score ? match : top),
    null,
  )
  if (!best) return null
  const score = Math.round(best.score)
  if (count === 1)
    return {
      title: `New match for ${campaign.name}: ${score}`,
      body: `${best.title} at ${best.company}`,
      target: `/jobs/${best.jobId}?campaign=${campaign.id}`,
    }
  return {
    title: `${count.toLocaleString('en')} new matches for ${campaign.name}, best ${score}`,
    body: `Best: ${best.title} at ${best.company}`,
    target: `/jobs?campaign=${campaign.id}`,
  }
}

/** Whether a local time (HH:MM) lies in the quiet hours, which may pass midnight. */
export function isQuiet(quiet: Settings['quietHours'], time: string): boolean {
  if (quiet === null || quiet.from === quiet.to) return false
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to
}
