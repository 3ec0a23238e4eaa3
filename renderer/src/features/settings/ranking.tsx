import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { DEFAULT_WEIGHTS, type RankingWeights } from '../../../../main/contract/ranking.ts'
import type { CampaignView, Settings } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { LeaveGuard } from '../campaigns/leave-guard.tsx'
import { PreviewPanel } from '../campaigns/preview-panel.tsx'
import { orderText } from '../campaigns/preview-words.ts'
import { useRankingPreview } from '../campaigns/use-ranking-preview.ts'
import { sameWeights } from '../campaigns/weights-math.ts'
import { WeightsSliders } from '../campaigns/weights-sliders.tsx'
import { followersText } from './ranking-words.ts'
import { ExchangeRates } from './rates.tsx'

/** The weights of all campaigns that have none of their own. Saved by a button, since each save orders every list anew. */
export function RankingSettings({ settings }: { settings: Settings }) {
  const saved = settings.rankingWeights ?? DEFAULT_WEIGHTS
  // null: as saved, so that a change from elsewhere or an undo shows at once.
  const [draft, setDraft] = useState<RankingWeights | null>(null)
  const weights = draft ?? saved
  const changed = draft !== null && !sameWeights(draft, saved)
  const dirty = useRef(false)
  useEffect(() => {
    dirty.current = changed
    if (!changed) setDraft(null)
  }, [changed])
  const reset = useRef<HTMLButtonElement>(null)
  // The buttons for a change cannot be pressed once there is none; the focus stays beside them.
  const stepAside = () => reset.current?.focus()
  const save = useChange(client.ranking.setWeights)
  const campaigns = useQuery(ask('campaigns', 'list', {})).data
  const followers = campaigns?.filter(campaign => campaign.draft.weights === null) ?? []
  const [chosen, setChosen] = useState<CampaignId | null>(null)
  const shown = followers.find(campaign => campaign.id === chosen) ?? followers[0]
  const preview = useRankingPreview(shown ? { campaignId: shown.id, weights, rules: null } : null)
  const rows = preview.data?.rows ?? []
  return (
    <Section
      title="Ranking"
      lead={`How much each factor counts in the score. ${followersText(campaigns?.length ?? 0, followers.length)}`}
    >
      <div className="@container/ranking flex flex-col gap-4">
        <div className="grid gap-6 @min-[42rem]/ranking:grid-cols-[minmax(0,1fr)_17rem]">
          <WeightsSliders
            value={weights}
            onChange={setDraft}
            note={
              changed && rows.length > 0 ? (
                <span className="@min-[42rem]/ranking:hidden">{orderText(rows)}</span>
              ) : null
            }
            actions={
              <>
                <Button size="small" icon={RotateCcw} ref={reset} onClick={() => setDraft(DEFAULT_WEIGHTS)}>
                  Reset to defaults
                </Button>
                <Button
                  size="small"
                  disabled={!changed}
                  onClick={() => {
                    stepAside()
                    setDraft(null)
                  }}
                >
                  Discard
                </Button>
                <Button
                  size="small"
                  look="primary"
                  disabled={!changed}
                  busy={save.isPending}
                  onClick={() =>
                    save.mutate(
                      {
                        campaignId: null,
                        weights: sameWeights(weights, DEFAULT_WEIGHTS) ? null : weights,
                      },
                      { onSuccess: stepAside },
                    )
                  }
                >
                  Save weights
                </Button>
              </>
            }
          />
          {shown ? (
            <div className="flex min-w-0 flex-col gap-3">
              <PreviewOf campaigns={followers} shown={shown} onChoose={setChosen} />
              <PreviewPanel preview={preview} campaignId={shown.id} />
            </div>
          ) : null}
        </div>
        <div className="border-t border-line pt-4">
          <ExchangeRates />
        </div>
        <LeaveGuard
          dirty={dirty}
          description="The weights that were set would be gone. Those that are saved stay as they are."
        />
      </div>
    </Section>
  )
}

function PreviewOf({
  campaigns,
  shown,
  onChoose,
}: {
  campaigns: readonly CampaignView[]
  shown: CampaignView
  onChoose: (id: CampaignId) => void
}) {
  if (campaigns.length === 1) return <p className="text-sm text-ink-2">Previewed on {shown.draft.name}.</p>
  return (
    <Select
      label="Preview on"
      options={campaigns.map(({ id, draft }) => ({ value: String(id), label: draft.name }))}
      value={String(shown.id)}
      onChange={value => {
        const campaign = campaigns.find(({ id }) => String(id) === value)
        if (campaign) onChoose(campaign.id)
      }}
    />
  )
}
