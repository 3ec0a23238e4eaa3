import type { PushFrame } from '../../contract/frames.ts'

/** What the shell itself says to the page, beside the core's own news. */
export interface PageSignals {
  /** Adds the shell's signals to a stream of the core. Has the shape of `Core['subscribe']`. */
  subscribe(since: number | null, listener: (frame: PushFrame) => void): () => void
  /** Leads the page to a path such as /jobs/12; a page that is still loading is led there when it listens. */
  navigate(path: string): void
}

/** Joins the shell's signals to the streams of `subscribe`. */
export function createPageSignals(subscribe: PageSignals['subscribe']): PageSignals {
  const listening = new Set<(frame: PushFrame) => void>()
  let waiting: string | null = null
  const frameTo = (path: string): PushFrame => ({
    kind: 'signal',
    signal: { type: 'shell.navigate', payload: { path } },
  })
  return {
    subscribe(since, listener) {
      const end = subscribe(since, frame => {
        listener(frame)
        if (frame.kind !== 'hello') return
        listening.add(listener)
        if (waiting !== null) listener(frameTo(waiting))
        waiting = null
      })
      return () => {
        listening.delete(listener)
        end()
      }
    },
    navigate(path) {
      if (listening.size === 0) waiting = path
      for (const listener of listening) listener(frameTo(path))
    },
  }
}
