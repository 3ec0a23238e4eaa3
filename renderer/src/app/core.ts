import { QueryClient } from '@tanstack/react-query'
import type { Client, Contract } from '../../../main/contract/api.ts'
import type { InputOf, OutputOf } from '../../../main/contract/define.ts'
import { carrierOfThisPage } from '../transport/carrier.ts'
import { createClient, errorOf } from '../transport/client.ts'

/** The one connection of this page to the core. */
export const carrier = carrierOfThisPage()
export const client: Client = createClient(carrier)

/**
 * Answers stay fresh until an event says otherwise (see live.ts), so nothing is asked again by guess. The network
 * mode is `always` because the core is on this machine: being offline means nothing to it.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => errorOf(error).retryable && failures < 3,
      retryDelay: attempt => Math.min(250 * 2 ** attempt, 4_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The options of `useQuery` for one procedure; the key begins with the area, by which events invalidate. */
export function ask<A extends keyof Contract, V extends keyof Contract[A]>(
  area: A,
  verb: V,
  input: InputOf<Contract[A][V]>,
): { queryKey: readonly [A, V, InputOf<Contract[A][V]>]; queryFn: () => Promise<OutputOf<Contract[A][V]>> } {
  type Call = (input: InputOf<Contract[A][V]>) => Promise<OutputOf<Contract[A][V]>>
  // TypeScript does not carry two open names through the mapped type; both come from the same contract.
  const call = client[area][verb] as Call
  return { queryKey: [area, verb, input], queryFn: () => call(input) }
}
