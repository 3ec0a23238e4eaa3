import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SourceKind } from '../../../../main/contract/sources.ts'
import { ask } from '../../app/core.ts'

const NONE: readonly SourceKind[] = []

/** Every kind of source that can be added. They do not change while Rolecall runs. */
export function useKinds() {
  const {
    data = NONE,
    error,
    isPending,
    refetch,
  } = useQuery({
    ...ask('sources', 'kinds', {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(
    () => ({
      all: data,
      error,
      isPending,
      refetch,
      of: (kind: string) => data.find(one => one.kind === kind),
    }),
    [data, error, isPending, refetch],
  )
}
