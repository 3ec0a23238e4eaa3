import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'

/**
 * Why rules hide a job, in a few words: the first reason of the campaign whose score is shown, else of the first
 * campaign that has one; "pays too little and 2 more". null: no campaign speaks against it.
 */
export function hiddenReason(
  rankings: readonly {
    campaignId: JobView['rankings'][number]['campaignId']
    explanation: Pick<JobView['rankings'][number]['explanation'], 'ineligible'>
  }[],
  campaignId: CampaignId | null,
): string | null {
  const against = rankings.filter(one => one.explanation.ineligible.length > 0)
  const shown = against.find(one => one.campaignId === campaignId) ?? against[0]
  const [first, ...more] = shown?.explanation.ineligible ?? []
  if (!first) return null
  const reason = first.reason.replace(/\.$/, '')
  return more.length === 0 ? reason : `${reason} and ${more.length} more`
}
