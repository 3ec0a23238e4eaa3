import { useState } from 'react'
import type { EditableField, FactEdits } from '../../../../main/contract/detection.ts'
import { EDITABLE_FIELDS } from '../../../../main/contract/detection.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { client, queryClient } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { type Problem, withEdits } from './fact-edits.ts'

/** The loaded pages of a job, whatever campaign they are shown for. */
function changeViews(jobId: JobId, change: (view: JobView) => JobView): void {
  queryClient.setQueriesData<JobView>({ queryKey: ['jobs', 'get'] }, view =>
    view?.job.id === jobId ? change(view) : view,
  )
}

/** The field that the core names as at fault: "facts.salary_high". */
export function problemOf(error: unknown): Problem | null {
  const { field = '', message } = errorOf(error)
  const found = EDITABLE_FIELDS.find(name => field.split('.').includes(name))
  return found ? { field: found, message } : null
}

/** Correcting facts of a job: saved with Undo. A refusal is told at its field where it has one, else as a message. */
export function useFactChanges(jobId: JobId) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const onError = (error: unknown) => {
    const known = problemOf(error)
    setProblem(known)
    if (!known) failureToast(error)
  }
  const save = useChange(client.detection.setFacts, onError)
  const pick = useChange(client.detection.setFacts)
  const clear = useChange(client.detection.clearFacts)
  return {
    problem,
    busy: save.isPending || pick.isPending || clear.isPending,
    /** `onSaved` once it is stored; after a failure the form stays as it is. */
    set: (facts: FactEdits, onSaved: () => void) => {
      setProblem(null)
      save.mutate(
        { jobId, facts },
        {
          onSuccess: () => {
            changeViews(jobId, view => withEdits(view, facts))
            onSaved()
          },
        },
      )
    },
    /** Shown at once and taken back when the core refuses: for facts that are chosen, not typed. */
    choose: (view: JobView, facts: FactEdits) => {
      changeViews(jobId, now => withEdits(now, facts))
      pick.mutate({ jobId, facts }, { onError: () => changeViews(jobId, () => view) })
    },
    clear: (fields: EditableField[], onSaved: () => void) =>
      clear.mutate({ jobId, fields }, { onSuccess: onSaved }),
  }
}
