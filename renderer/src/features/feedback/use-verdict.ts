import { useQuery } from '@tanstack/react-query'
import type { FeedbackReason, FeedbackView, Verdict } from '../../../../main/contract/feedback.ts'
import type { CampaignId, JobId } from '../../../../main/contract/ids.ts'
import { announce } from '../../app/announce.tsx'
import { useChange } from '../../app/changes.ts'
import { client, queryClient } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { gatherer } from './gather.ts'

/** The contract answers for so many jobs at once. */
const MOST = 200

type Ask = (jobId: JobId) => Promise<FeedbackView | null>
const asks = new Map<CampaignId | null, Ask>()

function askFor(campaignId: CampaignId | null): Ask {
  let ask = asks.get(campaignId)
  if (!ask) {
    ask = gatherer<JobId, FeedbackView>(async jobIds => {
      const given = await client.feedback.of({ jobIds, campaignId })
      return new Map(given.map(one => [one.jobId, one]))
    }, MOST)
    asks.set(campaignId, ask)
  }
  return ask
}

const keyOf = (jobId: JobId, campaignId: CampaignId | null) => ['feedback', 'of', campaignId, jobId] as const

/** What was said of a job: for one campaign, or with null the newest for any. Rows of a list are asked together. */
export function useVerdict(jobId: JobId, campaignId: CampaignId | null): FeedbackView | null {
  const { data } = useQuery({ queryKey: keyOf(jobId, campaignId), queryFn: () => askFor(campaignId)(jobId) })
  return data ?? null
}

interface Judged {
  jobId: JobId
  campaignId: CampaignId | null
}

/** Says or takes back a verdict: shown at once, taken back when the core refuses, with Undo in a toast. */
export function useGiveVerdict() {
  const give = useChange(client.feedback.give)
  return ({ jobId, campaignId }: Judged, verdict: Verdict | null) => {
    const key = keyOf(jobId, campaignId)
    const before = queryClient.getQueryData<FeedbackView | null>(key) ?? null
    const at = new Date().toISOString()
    queryClient.setQueryData<FeedbackView | null>(
      key,
      verdict && { jobId, campaignId, verdict, reasons: [], note: '', at },
    )
    announce(verdict === null ? 'Taken back' : verdict === 'up' ? 'Liked' : 'Disliked')
    // The failure itself is told by useChange.
    give.mutateAsync({ jobId, campaignId, verdict }).catch(() => queryClient.setQueryData(key, before))
  }
}

/** Keeps the reasons of a verdict: quietly, since they stand where they were chosen. */
export function saveReasons(
  { jobId, campaignId, verdict }: Judged & { verdict: Verdict },
  reasons: FeedbackReason[],
  note: string,
): void {
  queryClient.setQueryData<FeedbackView | null>(
    keyOf(jobId, campaignId),
    before => before && { ...before, reasons, note },
  )
  client.feedback.give({ jobId, campaignId, verdict, reasons, note }).catch(failureToast)
}
