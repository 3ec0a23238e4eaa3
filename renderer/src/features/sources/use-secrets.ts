import { useQuery } from '@tanstack/react-query'
import { ask, client, queryClient } from '../../app/core.ts'

/** Which keys are entered, where they are kept, and entering or forgetting one; no value is ever read back. */
export function useSecrets() {
  const { data, error, refetch } = useQuery(ask('secrets', 'list', {}))
  const shell = useQuery(ask('shell', 'info', {}))
  const again = () => queryClient.invalidateQueries({ queryKey: ['secrets'] })
  return {
    loaded: data !== undefined,
    error,
    refetch,
    warning: data?.warning ?? null,
    place:
      shell.data?.kind === 'desktop'
        ? 'kept encrypted by the keystore of this system'
        : 'kept encrypted in the data folder',
    /** `host`: only a key for this one counts. */
    has: (kind: string, name: string, host?: string) =>
      data?.keys.some(
        key => key.kind === kind && key.name === name && key.set && (host === undefined || key.host === host),
      ) ?? false,
    /** The host of an entered key; null: none is entered. */
    hostOf: (kind: string, name: string) =>
      data?.keys.find(key => key.kind === kind && key.name === name && key.set)?.host ?? null,
    /** `host` for a key of any host, such as that of an endpoint of the person's own. */
    set: async (kind: string, name: string, value: string, host?: string) => {
      await client.secrets.set({ kind, name, value, ...(host === undefined ? {} : { host }) })
      await again()
    },
    forget: async (kind: string, name: string) => {
      await client.secrets.remove({ kind, name })
      await again()
    },
  }
}
