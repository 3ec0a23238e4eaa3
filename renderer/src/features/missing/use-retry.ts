import { useMutation } from '@tanstack/react-query'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'

/** A new run over what an ended one could not read or did not come to. */
export function useRetry() {
  return useMutation({
    mutationFn: (detectionRunId: number) => client.detection.retry({ detectionRunId }),
    onError: failureToast,
  })
}
