import { useQuery } from '@tanstack/react-query'
import type { RunId } from '../../../../main/contract/ids.ts'
import type { RunLogLine } from '../../../../main/contract/runs.ts'
import { client, queryClient } from '../../app/core.ts'

/** Lines asked at once. */
const PAGE = 2000
/** A run that goes is asked for new lines so often. */
const FOLLOW_MS = 1000

/** All lines of a run's log; each answer only brings those after the last known one. */
export function useRunLog(runId: RunId, going: boolean) {
  const queryKey = ['runs', 'log', runId]
  return useQuery({
    queryKey,
    queryFn: async () => {
      const known = queryClient.getQueryData<readonly RunLogLine[]>(queryKey) ?? []
      const lines = [...known]
      for (;;) {
        const answer = await client.runs.log({ runId, after: lines.at(-1)?.line ?? 0, limit: PAGE })
        lines.push(...answer.lines)
        // The same list where nothing came, so that nothing is drawn anew.
        if (!answer.more || answer.lines.length === 0) return lines.length === known.length ? known : lines
      }
    },
    structuralSharing: false,
    refetchInterval: going ? FOLLOW_MS : false,
  })
}
