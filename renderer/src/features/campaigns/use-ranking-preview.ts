import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { EligibilityRules, RankingWeights } from '../../../../main/contract/ranking.ts'
import { ask } from '../../app/core.ts'
import type { RankingPreview } from './preview-words.ts'

/** What is to be tried on a campaign. `rules` null: as they are saved. */
export interface RankingTrial {
  campaignId: CampaignId
  weights: RankingWeights
  rules: EligibilityRules | null
}

/** Answers to points between which a slider only passed are not kept long. */
const KEPT_MS = 15_000

/** Stands in a question that is not asked. */
const NONE = 0 as CampaignId

const keyOf = (trial: RankingTrial | null) => JSON.stringify(trial)

/**
 * The best jobs of a campaign under weights and rules that are not saved; follows them while they change. One question
 * at a time: the next is asked a frame after the answer, for what is wanted by then, so that sliding is as quick as the
 * core and no answer is thrown away. Until then the list before stays. null: nothing to ask.
 */
export function useRankingPreview(wanted: RankingTrial | null) {
  const [asked, setAsked] = useState(wanted)
  const query = useQuery({
    ...ask('ranking', 'preview', asked ?? { campaignId: NONE }),
    enabled: asked !== null,
    gcTime: KEPT_MS,
    placeholderData: (before, of) => (of?.queryKey[2].campaignId === asked?.campaignId ? before : undefined),
  })
  const { isFetching } = query
  const [wantedKey, askedKey] = [keyOf(wanted), keyOf(asked)]
  useEffect(() => {
    if (isFetching || wantedKey === askedKey) return
    const frame = requestAnimationFrame(() => setAsked(JSON.parse(wantedKey) as RankingTrial | null))
    return () => cancelAnimationFrame(frame)
  }, [isFetching, wantedKey, askedKey])
  const current = wanted !== null && wanted.campaignId === asked?.campaignId
  return {
    data: current ? query.data : undefined,
    error: query.error,
    /** The list does not show the newest wish yet. */
    behind: isFetching || wantedKey !== askedKey,
    retry: () => void query.refetch(),
  }
}

/** What a campaign holds under its saved weights and rules; undefined while that is not known. null: none to ask. */
export function usePresentOrder(campaignId: CampaignId | null): RankingPreview | undefined {
  const asked = { campaignId: campaignId ?? NONE, limit: 1 }
  return useQuery({ ...ask('ranking', 'preview', asked), enabled: campaignId !== null }).data
}

export type Preview = ReturnType<typeof useRankingPreview>
