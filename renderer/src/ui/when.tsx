import clsx from 'clsx'
import { useSyncExternalStore } from 'react'
import { exactText, whenText } from './when-text.ts'

// One clock for all dates of the page: a step each half minute while somebody watches.
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = new Date()
    for (const each of listeners) each()
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The present moment, to the half minute, for words that follow it. */
export function useNow(): Date {
  useSyncExternalStore(subscribe, () => now)
  return new Date()
}

/** A moment as people say it, exact on hover; keeps itself up to date. */
export function When({ at, className }: { at: string; className?: string }) {
  useSyncExternalStore(subscribe, () => now)

  return (
    <time dateTime={at} title={exactText(at)} className={clsx('tabular-nums', className)}>
      {whenText(at, new Date())}
    </time>
  )
}
