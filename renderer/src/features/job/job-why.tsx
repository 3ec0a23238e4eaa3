import { Columns2 } from 'lucide-react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { ExplanationBar } from '../../ui/explanation-bar.tsx'
import { Section } from '../../ui/page.tsx'
import { RankingChoice } from '../jobs/ranking-choice.tsx'
import { useRanking } from '../jobs/use-ranking.ts'

/** Why the job has its score, for each campaign that ranked it. */
export function JobWhy({
  view,
  campaignId,
  onCompare,
}: {
  view: JobView
  campaignId: CampaignId | null
  onCompare: () => void
}) {
  const { ranking, choose } = useRanking(view, campaignId)
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
      lead={view.rankings.length === 1 ? `For ${ranking.campaignName}` : undefined}
      action={
        <div className="flex flex-wrap items-center gap-2">
          <RankingChoice rankings={view.rankings} value={ranking.campaignId} onChange={choose} />
          <Button size="small" icon={Columns2} onClick={onCompare}>
            Compare with…
          </Button>
        </div>
      }
    >
      {/* What hides the job stands above, for all campaigns together. */}
      <ExplanationBar key={ranking.campaignId} explanation={{ ...explanation, ineligible: [] }} />
    </Section>
  )
}
