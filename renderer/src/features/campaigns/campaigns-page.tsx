import { useQuery } from '@tanstack/react-query'
import { FileUp, Plus, Target } from 'lucide-react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Skeleton } from '../../ui/states.tsx'
import { openImport } from '../imports/import-opener.ts'
import { CampaignCard } from './campaign-card.tsx'
import { useCampaignActs } from './use-campaign-acts.ts'

/** All campaigns with what they found and when they run. */
export function CampaignsPage() {
  const { data, error, refetch } = useQuery(ask('campaigns', 'list', {}))
  const acts = useCampaignActs()
  const navigate = useNavigate()
  const create = () => void navigate('/campaigns/new')
  useCommand({
    id: 'campaigns.new',
    title: 'New campaign',
    group: 'Campaigns',
    icon: Plus,
    shortcut: 'n',
    run: create,
  })
  return (
    <Page
      title="Campaigns"
      lead="Saved searches that collect and rank jobs."
      action={
        <>
          <Button icon={FileUp} onClick={() => openImport()}>
            Import jobs
          </Button>
          <Button look="primary" icon={Plus} onClick={create}>
            New campaign
          </Button>
        </>
      }
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div role="status" aria-label="Loading the campaigns" className="flex flex-col gap-3">
          <Skeleton className="h-36 rounded" />
          <Skeleton className="h-36 rounded" />
        </div>
      ) : data.length === 0 ? (
        <EmptyState
          icon={Target}
          title="No campaign yet"
          action={
            <Button look="primary" icon={Plus} onClick={create}>
              Create the first campaign
            </Button>
          }
        >
          Say what you look for: title, place, skills, pay. Every job then gets a score that explains itself.
        </EmptyState>
      ) : (
        <ul aria-label="Campaigns" className="flex flex-col gap-3">
          {data.map(campaign => (
            <CampaignCard key={campaign.id} campaign={campaign} acts={acts} />
          ))}
        </ul>
      )}
    </Page>
  )
}
