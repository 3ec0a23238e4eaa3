import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SearchResult, Suggestion } from '../../../../main/contract/search.ts'
import { announce } from '../../app/announce.tsx'
import { ask } from '../../app/core.ts'

/** A pause in typing after which the core is asked, so that superseded words are never searched. */
const PAUSE_MS = 90
/** Longer than a pause between two keys: said once, when somebody stops to listen. */
const SAY_AFTER_MS = 600
/** Jobs change while the app runs; a word that is typed again soon after is not searched again. */
const FRESH_MS = 5_000

const SUGGESTIONS = 9
/** Fewer where they stand over a list. */
const SUGGESTIONS_ALONE = 5
const JOBS = 6

/** What a text finds while it is typed. */
export interface Found {
  suggestions: readonly Suggestion[]
  jobs: SearchResult | null
  /** Nothing has come yet for any text since the field was empty. */
  pending: boolean
  error: unknown
  retry: () => void
}

/** The text once typing rests for a moment; an empty one at once. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  if (text === '' && rested !== '') setRested('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : rested
}

/**
 * Suggestions for a text, and the first jobs with it when `withJobs`. What was found before stays until the answer to
 * the newest text is there; answers that were overtaken are dropped.
 */
export function useFound(text: string, { open, withJobs }: { open: boolean; withJobs: boolean }): Found {
  const rested = useRested(open ? text.trimStart() : '')
  const wanted = rested.trim() !== '' && rested.trim() !== '?'
  const options = { enabled: wanted, placeholderData: keepPreviousData, staleTime: FRESH_MS }
  const suggested = useQuery({
    ...ask('search', 'suggest', { text: rested, limit: withJobs ? SUGGESTIONS : SUGGESTIONS_ALONE }),
    ...options,
  })
  const searched = useQuery({
    ...ask('search', 'jobs', { text: rested, limit: JOBS }),
    ...options,
    enabled: wanted && withJobs,
  })
  const settled = !suggested.isPlaceholderData && !(withJobs && searched.isPlaceholderData)
  const counts = useCounts(wanted && settled, suggested.data, withJobs ? searched.data : undefined)
  useEffect(() => {
    if (counts === null) return
    const timer = setTimeout(() => announce(counts), SAY_AFTER_MS)
    return () => clearTimeout(timer)
  }, [counts])
  const error = suggested.error ?? (withJobs ? searched.error : null)
  return {
    suggestions: wanted ? (suggested.data ?? []) : [],
    jobs: wanted && withJobs ? (searched.data ?? null) : null,
    pending: wanted && (suggested.data === undefined || (withJobs && searched.data === undefined)),
    error: wanted ? error : null,
    retry: () => {
      void suggested.refetch()
      if (withJobs) void searched.refetch()
    },
  }
}

function useCounts(
  settled: boolean,
  suggestions: readonly Suggestion[] | undefined,
  jobs: SearchResult | undefined,
): string | null {
  if (!settled || suggestions === undefined) return null
  const lines = `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'}`
  if (!jobs) return lines
  const some =
    jobs.rows.length === 0 ? 'no job' : jobs.rows.length === 1 ? '1 job' : `${jobs.rows.length} jobs`
  const said = jobs.corrections.map(({ used }) => used).join(', ')
  return `${lines}, ${jobs.more ? `${jobs.rows.length} of more jobs` : some}${said === '' ? '' : `, for ${said}`}`
}
