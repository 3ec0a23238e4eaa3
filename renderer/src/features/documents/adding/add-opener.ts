import { useSyncExternalStore } from 'react'
import { type AddGoal, TO_LIBRARY } from './adding-queue.ts'

/** Documents that a person wants to add; kept outside of React so that any page or command can ask. */
export interface AddDocumentsRequest {
  goal: AddGoal
  /** What it is for, said in the dialog: the title of a job, or of the document that gets a version; '' for none. */
  about: string
  /** Tells one request from the next. */
  turn: number
}

let request: AddDocumentsRequest | null = null
let turn = 0
const listeners = new Set<() => void>()

function change(next: AddDocumentsRequest | null): void {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the dialog that adds documents, for the library, for a job, or as a new version. */
export function openAddDocuments(goal: Partial<AddGoal> = {}, about = ''): void {
  turn += 1
  change({ goal: { ...TO_LIBRARY, ...goal }, about, turn })
}

export function closeAddDocuments(): void {
  change(null)
}

/** The request that stands now, or null. */
export function useAddDocumentsRequest(): AddDocumentsRequest | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => request,
  )
}
