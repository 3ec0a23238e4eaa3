/** Short messages that pass. Kept outside of React so that any code can say something. */

export interface Toast {
  id: number
  title: string
  description?: string | undefined
  tone: 'neutral' | 'good' | 'bad'
  /** Takes the act back; offered as a button and by Ctrl/⌘+Z while the toast stands. */
  onUndo?: (() => Promise<void> | void) | undefined
  action?: { label: string; run: () => void } | undefined
}

/** At most this many stand at once; an older one leaves for a newer. */
const SHOWN = 3

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The toasts that stand, oldest first. */
export function currentToasts(): readonly Toast[] {
  return toasts
}

/** Shows a message. Answers its id, for `dismissToast`. */
export function toast(title: string, more: Partial<Omit<Toast, 'id' | 'title'>> = {}): number {
  lastId += 1
  const fresh: Toast = { tone: 'neutral', ...more, id: lastId, title }
  change([...toasts, fresh].slice(-SHOWN))
  return lastId
}

export function dismissToast(id: number): void {
  change(toasts.filter(other => other.id !== id))
}

/** Takes back the newest act that still can be and answers when that is done; null when there is none. */
export function undoNewest(): Promise<void> | null {
  const newest = toasts.findLast(one => one.onUndo !== undefined)
  if (!newest) return null
  dismissToast(newest.id)
  return Promise.resolve(newest.onUndo?.())
}
