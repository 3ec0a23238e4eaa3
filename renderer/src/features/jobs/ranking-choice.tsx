import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { Select } from '../../ui/select.tsx'

/** Which campaign's score is explained; nothing where only one ranked the job. */
export function RankingChoice({
  rankings,
  value,
  scores = true,
  onChange,
}: {
  rankings: JobView['rankings']
  value: CampaignId
  /** Beside the names of the campaigns. */
  scores?: boolean
  onChange: (campaignId: CampaignId) => void
}) {
  if (rankings.length < 2) return null
  return (
    <Select
      label="Campaign"
      hideLabel
      className="w-60 max-w-full"
      value={String(value)}
      options={rankings.map(one => ({
        value: String(one.campaignId),
        label: scores ? `${one.campaignName} · ${Math.round(one.explanation.score)}` : one.campaignName,
      }))}
      onChange={next => {
        const chosen = rankings.find(one => String(one.campaignId) === next)
        if (chosen) onChange(chosen.campaignId)
      }}
    />
  )
}
