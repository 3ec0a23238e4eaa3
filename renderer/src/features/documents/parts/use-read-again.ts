import { useMutation } from '@tanstack/react-query'
import type { DocumentVersion } from '../../../../../main/contract/documents.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'

/** Reads a version once more; `password` null: as it is. The page follows by events. */
export function useReadAgain({ versionId }: Pick<DocumentVersion, 'versionId'>) {
  const run = useMutation({
    mutationFn: (password: string | null) => client.documents.readAgain({ versionId, password }),
    onError: failureToast,
  })
  return { busy: run.isPending, read: (password: string | null) => run.mutate(password) }
}
