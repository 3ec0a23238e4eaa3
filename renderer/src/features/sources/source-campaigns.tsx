import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Section } from '../../ui/page.tsx'
import { Checkbox } from '../../ui/toggles.tsx'

/** The campaigns with a box each: whether it asks this source. */
export function SourceCampaigns({ source }: { source: SourceView }) {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  const setSources = useChange(client.campaigns.setSources)
  const use = (campaign: CampaignView, on: boolean) => {
    const others = campaign.sources.map(one => one.id).filter(id => id !== source.id)
    setSources.mutate({ campaignId: campaign.id, sourceIds: on ? [...others, source.id] : others })
  }
  return (
    <Section title="Campaigns" lead="Which of them ask it when they run.">
      {data?.length === 0 ? (
        <p className="text-sm text-ink-2">
          There is no campaign yet.{' '}
          <Link to="/campaigns/new" className="text-link">
            Create one
          </Link>
        </p>
      ) : null}
      <ul className="flex flex-col gap-1">
        {data?.map(campaign => (
          <li key={campaign.id} className="flex items-center justify-between gap-3">
            <Checkbox
              label={campaign.draft.name}
              checked={source.campaigns.includes(campaign.id)}
              onChange={on => use(campaign, on)}
            />
            <Link
              to={`/campaigns/${campaign.id}`}
              aria-label={`Open ${campaign.draft.name}`}
              className="inline-flex min-h-6 shrink-0 items-center text-link text-sm"
            >
              Open
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
