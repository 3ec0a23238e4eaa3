import type { SourceView } from '../../../../main/contract/sources.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { testSource } from './source-tests.ts'

/** What can be done to a source from the list and from its page. */
export function useSourceActs() {
  const setEnabled = useChange(client.sources.setEnabled)
  const setPriority = useChange(client.sources.setPriority)
  const remove = useChange(client.sources.remove)
  return {
    test: ({ id, campaigns }: SourceView) => testSource(id, campaigns[0] ?? null),
    enable: ({ id }: SourceView, enabled: boolean) => setEnabled.mutate({ sourceId: id, enabled }),
    prioritise: ({ id }: SourceView, priority: number) => setPriority.mutate({ sourceId: id, priority }),
    // Not by the options of `mutate`: the page may hear of the removal first, and what is gone is called back no more.
    remove: ({ id }: SourceView, done?: () => void) =>
      void remove.mutateAsync({ sourceId: id }).then(done, () => undefined),
  }
}

export type SourceActs = ReturnType<typeof useSourceActs>
