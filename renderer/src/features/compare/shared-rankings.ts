import type { JobView } from '../../../../main/contract/shapes.ts'

type Rankings = JobView['rankings']

/** The rankings of the first job whose campaigns ranked the second one too, in the order of the first. */
export function sharedRankings(
  first: { rankings: Rankings },
  second: { rankings: readonly Pick<Rankings[number], 'campaignId'>[] },
): Rankings {
  return first.rankings.filter(one => second.rankings.some(other => other.campaignId === one.campaignId))
}
