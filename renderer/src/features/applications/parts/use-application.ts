import { useQuery } from '@tanstack/react-query'
import type { ApplicationEdit, ApplicationView } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useChange } from '../../../app/changes.ts'
import { ask, client, queryClient } from '../../../app/core.ts'

/** What is known of the application to one job. */
export function useApplication(jobId: JobId) {
  return useQuery(ask('applications', 'get', { jobId }))
}

/**
 * Saves facts of an application, with Undo. What was saved is in sight at once; the rest of the view follows by its
 * event. `onError`: for forms that say a refusal at the field.
 */
export function useApplicationEdit(jobId: JobId, onError?: (error: unknown) => void) {
  const edit = useChange(client.applications.edit, onError)
  return {
    isPending: edit.isPending,
    save: (facts: ApplicationEdit, onSaved: () => void = () => {}) =>
      edit.mutate(
        { jobId, facts },
        {
          onSuccess: () => {
            queryClient.setQueryData<ApplicationView>(
              ask('applications', 'get', { jobId }).queryKey,
              view => view && { ...view, ...withoutAbsent(facts) },
            )
            onSaved()
          },
        },
      ),
  }
}

/** The facts that are given; one that is absent must not empty what is there. */
function withoutAbsent(facts: ApplicationEdit): Partial<ApplicationView> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
