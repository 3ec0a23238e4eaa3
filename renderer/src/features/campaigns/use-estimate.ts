import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { CampaignDraft, type CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { wantsSomething } from './estimate-words.ts'

/** A pause in typing after which the estimate follows. */
const PAUSE_MS = 300
/** Answers to words that were only typed through are not kept long. */
const KEPT_MS = 15_000
const NOTHING: CampaignDraft = CampaignDraft.parse({ name: 'Draft' })

/** What of a draft decides which jobs match; null while it cannot be read, since a field is being filled in. */
function tried(draft: Partial<CampaignDraftInput>): CampaignDraft | null {
  // Name and time of the run decide nothing, and a new form has no name yet.
  const read = CampaignDraft.safeParse({ ...draft, name: NOTHING.name, schedule: null })
  return read.success ? read.data : null
}

/**
 * What a campaign that is not saved would find, following the form. The answer before stays while the next is worked
 * out, and while a field holds what cannot be read. `wanted` false: nothing is asked for yet.
 */
export function useEstimate(draft: Partial<CampaignDraftInput>) {
  const now = tried(draft)
  const key = now === null ? null : JSON.stringify(now)
  const [asked, setAsked] = useState(key)
  useEffect(() => {
    if (key === null || key === asked) return
    const timer = setTimeout(() => setAsked(key), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, asked])
  const question = asked === null ? NOTHING : (JSON.parse(asked) as CampaignDraft)
  const wanted = wantsSomething(now ?? question)
  const query = useQuery({
    ...ask('campaigns', 'estimate', { draft: question }),
    enabled: asked !== null && wantsSomething(question),
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
  })
  return {
    wanted,
    threshold: question.alert_threshold,
    data: query.data,
    error: query.error,
    /** The numbers are not of the newest wish yet. */
    behind: query.isFetching || (key !== null && key !== asked),
    retry: () => void query.refetch(),
  }
}

export type Estimate = ReturnType<typeof useEstimate>
