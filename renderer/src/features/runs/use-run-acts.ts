import { useNavigate } from 'react-router'
import type { CampaignId, RunId } from '../../../../main/contract/ids.ts'
import type { RunKind } from '../../../../main/contract/runs.ts'
import type { Step } from '../../../../main/contract/steps.ts'
import { announce } from '../../app/announce.tsx'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { toast } from '../../ui/toast-store.ts'

/** What can be done to runs, from wherever they are shown. */
export function useRunActs() {
  const navigate = useNavigate()
  const open = ({ runId }: { runId: RunId }) => void navigate(`/runs/${runId}`)
  return {
    /** Every active campaign collects; says how many do. */
    runAll: async () => {
      try {
        const { runIds } = await client.runs.startAll({})
        if (runIds.length === 0)
          toast('Nothing to run', {
            description: 'No active campaign has a source that is switched on.',
            action: { label: 'Show campaigns', run: () => void navigate('/campaigns') },
          })
        else announce(runIds.length === 1 ? 'One campaign runs' : `${runIds.length} campaigns run`)
      } catch (error) {
        failureToast(error)
      }
    },
    /** One campaign again, whole or one of the last steps alone, and shows its run. */
    start: (campaignId: CampaignId, kind: Exclude<RunKind, 'import'>) =>
      client.runs.start({ campaignId, kind }).then(open, failureToast),
    /** From where it ended, or one step alone; shows the new run. */
    retry: (runId: RunId, step: Step | null = null) =>
      client.runs.retry({ runId, step }).then(open, failureToast),
  }
}

export type RunActs = ReturnType<typeof useRunActs>
