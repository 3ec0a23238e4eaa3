import { useState } from 'react'
import type { RunId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'

/** Cancels a run; `cancelling` from the press until the run is told to have ended, or could not be cancelled. */
export function useCancel(runId: RunId): { cancelling: boolean; cancel: () => void } {
  const [asked, setAsked] = useState<RunId | null>(null)
  const cancel = () => {
    setAsked(runId)
    client.runs.cancel({ runId }).catch(error => {
      setAsked(null)
      failureToast(error)
    })
  }
  return { cancelling: asked === runId, cancel }
}
