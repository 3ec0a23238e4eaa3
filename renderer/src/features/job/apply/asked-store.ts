import { useSyncExternalStore } from 'react'
import { type Asked, cameBack, readAsked, standing } from './asked.ts'

/** The questions that wait, kept in the browser: a reload, a crash and another window find them again. */

const KEY = 'rolecall-applications-begun'

function stored(): Asked[] {
  try {
    return readAsked(localStorage.getItem(KEY))
  } catch {
    return []
  }
}

// Opening the app again is coming back to it.
let all: readonly Asked[] = cameBack(stored())
let shown: readonly Asked[] = standing(all, Date.now())
const listeners = new Set<() => void>()

function show(next: readonly Asked[]): void {
  all = next
  shown = standing(all, Date.now())
  for (const listener of listeners) listener()
}

/** Changes the questions, for every window. */
export function changeAsked(change: (all: readonly Asked[]) => readonly Asked[]): void {
  const next = change(all)
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A full or forbidden store: the questions live in this window only.
  }
  show(next)
}

/** The questions that stand now, the oldest first. */
export function useStanding(): readonly Asked[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}

/** Notices when the person leaves the window for another program and comes back. Returns the stop. */
export function watchReturns(): () => void {
  let away = false
  const left = () => {
    // The frame of a posting takes the focus from the window as well, but nobody left.
    if (document.hidden || !(document.activeElement instanceof HTMLIFrameElement)) away = true
  }
  const back = () => {
    if (!away || document.hidden) return
    away = false
    if (all.length > 0) changeAsked(cameBack)
  }
  const onVisibility = () => (document.hidden ? left() : back())
  const onStorage = ({ key }: StorageEvent) => key === KEY && show(stored())
  window.addEventListener('blur', left)
  window.addEventListener('focus', back)
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('storage', onStorage)
  return () => {
    window.removeEventListener('blur', left)
    window.removeEventListener('focus', back)
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('storage', onStorage)
  }
}
