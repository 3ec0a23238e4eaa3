import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { ask } from '../../app/core.ts'

/** The campaigns that ask a source, each a link. */
export function UsedBy({ source }: { source: SourceView }) {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  const used = (data ?? []).filter(campaign => source.campaigns.includes(campaign.id))
  if (used.length === 0) return <span className="text-ink-3">none</span>
  return used.map((campaign, index) => (
    <span key={campaign.id}>
      {index > 0 ? ', ' : null}
      <Link to={`/campaigns/${campaign.id}`} className="text-link">
        {campaign.draft.name}
      </Link>
    </span>
  ))
}
