import { useSyncExternalStore } from 'react'
import type { CampaignId } from '../../../../../main/contract/ids.ts'

/** The wish to add a source; kept outside of React so that any page or command can have it. */
export interface AddSourceRequest {
  /** The campaign that is to ask the new source. */
  campaignId: CampaignId | null
  /** Tells one request from the next. */
  turn: number
}

let request: AddSourceRequest | null = null
let turn = 0
const listeners = new Set<() => void>()

function change(next: AddSourceRequest | null): void {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the dialog that adds sources, with a campaign that is already chosen. */
export function openAddSource(chosen: { campaignId?: CampaignId } = {}): void {
  turn += 1
  change({ campaignId: chosen.campaignId ?? null, turn })
}

/** Closes it; what was added stays. */
export function closeAddSource(): void {
  change(null)
}

/** The wish of now, or null. */
export function useAddSourceRequest(): AddSourceRequest | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => request,
  )
}
