import { useSyncExternalStore } from 'react'

let said = { text: '', turn: 0 }
const listeners = new Set<() => void>()

/** Says a short sentence to screen readers, politely: "Moved to Applied", "24 jobs". */
export function announce(text: string): void {
  said = { text, turn: said.turn + 1 }
  for (const listener of listeners) listener()
}

/** The live region; stands once in the frame. */
export function Announcer() {
  const { text, turn } = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
  )
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* A new element each time, so that the same sentence is said twice. */}
      <span key={turn}>{text}</span>
    </div>
  )
}
