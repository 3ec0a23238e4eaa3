import { SlidersHorizontal } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import { DEFAULT_WEIGHTS } from '../../../../main/contract/ranking.ts'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import { useSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { hiddenText } from './preview-words.ts'
import { hasRules, ruleLines } from './rules-words.ts'
import { usePresentOrder } from './use-ranking-preview.ts'
import { WeightsShares } from './weights-shares.tsx'

/** How a campaign orders its jobs and which it hides, with the way to change both. */
export function CampaignRanking({ campaign }: { campaign: CampaignView }) {
  const { id, draft } = campaign
  const settings = useSettings()
  const navigate = useNavigate()
  const weights = draft.weights ?? settings.data?.rankingWeights ?? DEFAULT_WEIGHTS
  return (
    <Section
      title="Ranking"
      lead={draft.weights === null ? 'Weights as in Settings.' : 'Weights of its own.'}
      action={
        <Button icon={SlidersHorizontal} onClick={() => void navigate(`/campaigns/${id}/edit?part=weights`)}>
          Adjust weights
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <WeightsShares weights={weights} />
        <RuleLine campaign={campaign} />
      </div>
    </Section>
  )
}

function RuleLine({ campaign }: { campaign: CampaignView }) {
  const { id, draft } = campaign
  const ruled = hasRules(draft.rules)
  const data = usePresentOrder(ruled ? id : null)
  if (!ruled)
    return <p className="text-sm text-ink-3">No job is hidden: there is nothing that it must have or not.</p>
  const { must, mustNot } = ruleLines(draft.rules, draft.salary_currency)
  return (
    <div className="text-sm">
      {must === null ? null : (
        <p>
          <span className="text-ink-3">Must have:</span> {must}
        </p>
      )}
      {mustNot === null ? null : (
        <p>
          <span className="text-ink-3">Must not have:</span> {mustNot}
        </p>
      )}
      {data ? (
        <p className="text-ink-2">
          {hiddenText(data)}{' '}
          {data.ineligible > 0 ? (
            <Link to={`/jobs?campaign=${id}&hidden=1`} className="text-link">
              Show them too
            </Link>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
