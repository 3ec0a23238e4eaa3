import { useSyncExternalStore } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'

/** The import that a person asked for; kept outside of React so that any page, command or dropped file can ask. */
export interface ImportRequest {
  files: readonly File[]
  campaignId: CampaignId | null
  /** Tells one request from the next. */
  turn: number
}

let request: ImportRequest | null = null
let turn = 0
const listeners = new Set<() => void>()

function change(next: ImportRequest | null): void {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the import dialog, with files or a campaign that are already chosen. */
export function openImport(chosen: { files?: readonly File[]; campaignId?: CampaignId } = {}): void {
  turn += 1
  change({ files: chosen.files ?? [], campaignId: chosen.campaignId ?? null, turn })
}

/** Closes the import dialog; an import that was started goes on. */
export function closeImport(): void {
  change(null)
}

/** The import that is asked for now, or null. */
export function useImportRequest(): ImportRequest | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => request,
  )
}
