import { useNavigate } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import { announce } from '../../app/announce.tsx'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'

/** What can be done to a campaign from the list and from its page. */
export function useCampaignActs() {
  const setState = useChange(client.campaigns.setState)
  const remove = useChange(client.campaigns.remove)
  const duplicate = useChange(client.campaigns.duplicate)
  const navigate = useNavigate()
  return {
    run: (campaignId: CampaignId) => {
      announce('The run starts')
      return client.runs.start({ campaignId }).then(() => undefined, failureToast)
    },
    toggle: ({ id, state }: CampaignView) =>
      setState.mutate({ campaignId: id, state: state === 'active' ? 'paused' : 'active' }),
    /** The copy stands beside it in the list, to be changed and resumed. */
    duplicate: ({ id }: CampaignView) =>
      void duplicate.mutateAsync({ campaignId: id }).then(
        () => void navigate('/campaigns'),
        () => undefined,
      ),
    remove: ({ id }: CampaignView) =>
      // Not by the options of `mutate`: the page may hear of it first, and what is gone is called back no more.
      void remove.mutateAsync({ campaignId: id }).then(
        () => void navigate('/campaigns'),
        () => undefined,
      ),
    edit: ({ id }: CampaignView) => void navigate(`/campaigns/${id}/edit`),
  }
}

export type CampaignActs = ReturnType<typeof useCampaignActs>
