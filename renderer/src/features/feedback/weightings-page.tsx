import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { ComparisonId } from '../../../../main/contract/feedback.ts'
import { CampaignId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { NoPage } from '../../app/recovery.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { OneComparison } from './one-comparison.tsx'
import { StartComparison } from './start-comparison.tsx'

/** `/campaigns/12/compare`: two weightings on the person's own decisions; `?of=3` shows one that has ended. */
export function WeightingsPage() {
  const asked = CampaignId.safeParse(Number(useParams().campaignId))
  return asked.success ? <Loaded campaignId={asked.data} /> : <NoPage />
}

function Loaded({ campaignId }: { campaignId: CampaignId }) {
  const [search] = useSearchParams()
  const campaign = useQuery(ask('campaigns', 'get', { campaignId }))
  const comparisons = useQuery(ask('comparisons', 'list', { campaignId }))
  const error = campaign.error ?? comparisons.error
  if (error && !(campaign.data && comparisons.data))
    return (
      <Page title="Compare two weightings">
        <Failure
          error={error}
          onRetry={() => {
            void campaign.refetch()
            void comparisons.refetch()
          }}
        />
      </Page>
    )
  if (!campaign.data || !comparisons.data) return <SkeletonRows label="Loading the comparison" />
  const chosen = ComparisonId.safeParse(Number(search.get('of')))
  const running = comparisons.data.find(one => one.state === 'running')
  const shown = chosen.success ? chosen.data : (running?.id ?? null)
  return (
    <Page
      title="Compare two weightings"
      lead={
        <Link to={`/campaigns/${campaignId}`} className="text-link">
          {campaign.data.draft.name}
        </Link>
      }
    >
      {shown === null ? (
        <StartComparison
          campaignId={campaignId}
          wishes={campaign.data.draft}
          comparisons={comparisons.data}
        />
      ) : (
        <OneComparison comparisonId={shown} />
      )}
    </Page>
  )
}
