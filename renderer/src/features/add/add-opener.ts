import { useSyncExternalStore } from 'react'

/** The job that a person wants to add; kept outside of React so that any page, command or drop can ask. */
export interface AddRequest {
  /** An address or a text that is there already; '' to begin with an empty field. */
  text: string
  /** Tells one request from the next. */
  turn: number
}

let request: AddRequest | null = null
let turn = 0
const listeners = new Set<() => void>()

function change(next: AddRequest | null): void {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the dialog that adds a job, with an address or a text that is read at once. */
export function openAdd(text = ''): void {
  turn += 1
  change({ text, turn })
}

export function closeAdd(): void {
  change(null)
}

/** The request that stands now, or null. */
export function useAddRequest(): AddRequest | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => request,
  )
}
