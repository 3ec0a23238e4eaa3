import { useRef } from 'react'
import type { RunView } from '../../../../main/contract/runs.ts'
import { useProgressOf } from '../../app/live.ts'
import { isGoing } from '../campaigns/run-words.ts'

/**
 * The newest progress of a run that goes, null before the first word of it. What was said last stays until the run
 * itself is known to have ended, so that nothing falls back in between.
 */
export function useLatestProgress(run: RunView) {
  const live = useProgressOf(run.id)
  const last = useRef(live)
  if (live !== null) last.current = live
  if (!isGoing(run) || last.current?.runId !== run.id) return null
  return last.current
}
