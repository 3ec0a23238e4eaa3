import { useState } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { ExplanationBar } from '../../ui/explanation-bar.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'

/** Why the job has its score, for each campaign that ranked it. */
export function JobWhy({ view, campaignId }: { view: JobView; campaignId: CampaignId | null }) {
  const [chosen, setChosen] = useState<CampaignId | null>(campaignId ?? view.job.campaignId)
  const ranking = view.rankings.find(one => one.campaignId === chosen) ?? view.rankings[0]
  if (!ranking) {
    return (
      <Section title="Why this score">
        <p className="text-ink-2">No campaign has ranked this job yet. A run of a campaign does.</p>
      </Section>
    )
  }
  const { explanation } = ranking
  return (
    <Section
      title={`Why ${Math.round(explanation.score)} of 100`}
      lead={
        view.rankings.length === 1
          ? `For ${ranking.campaignName}`
          : explanation.less_sure
            ? 'Less sure: few facts are known'
            : undefined
      }
      action={
        view.rankings.length > 1 ? (
          <Select
            label="Campaign"
            hideLabel
            className="w-60 max-w-full"
            value={String(ranking.campaignId)}
            options={view.rankings.map(one => ({
              value: String(one.campaignId),
              label: `${one.campaignName} · ${Math.round(one.explanation.score)}`,
            }))}
            onChange={value =>
              setChosen(view.rankings.find(one => String(one.campaignId) === value)?.campaignId ?? null)
            }
          />
        ) : null
      }
    >
      <ExplanationBar key={ranking.campaignId} explanation={explanation} />
    </Section>
  )
}
