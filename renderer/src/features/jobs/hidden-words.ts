import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobRow, JobView } from '../../../../main/contract/shapes.ts'

/** True for a job that lists leave out: what the person acted on stays in sight, whatever the rules say. */
export const isHidden = (row: Pick<JobRow, 'ineligible' | 'status'>): boolean =>
  row.ineligible && row.status === 'waiting'

/**
 * Why rules hide a job, in a few words: the first reason of the campaign whose score is shown, else of the first
 * campaign that has one; "Pays too little and 2 more". null: no campaign speaks against it.
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
  const text = first.reason.replace(/\.$/, '')
  const reason = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return more.length === 0 ? reason : `${reason} and ${more.length} more`
}
