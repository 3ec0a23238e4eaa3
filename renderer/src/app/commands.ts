import type { LucideIcon } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { isMac } from '../ui/kbd.tsx'
import { chordOf, isBareKey } from '../ui/keys.ts'
import { matchChord } from './chords.ts'
import { currentLook } from './look.ts'

/** Something a person can do from the palette or by its shortcut. */
export interface Command {
  /** Unique, such as "jobs.favourite". A later one with the same id covers the earlier while it stands. */
  id: string
  title: string
  /** The heading in the palette and on the shortcut sheet: "Go to", "Job". */
  group: string
  icon?: LucideIcon
  /** "mod+k", "g j", "/". */
  shortcut?: string
  /** Further words by which the palette finds it. */
  keywords?: string
  run: () => void
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function change(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

/** Offers commands while the calling component stands. */
export function useCommands(list: readonly Command[]): void {
  const latest = useRef(list)
  useLayoutEffect(() => {
    latest.current = list
  })
  const signature = list
    .map(one => [one.id, one.title, one.group, one.shortcut, one.keywords].join('\t'))
    .join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; `run` is read late
  useEffect(() => {
    const mine = latest.current.map(one => ({
      ...one,
      run: () => latest.current.find(now => now.id === one.id)?.run(),
    }))
    change([...commands, ...mine])
    return () => change(commands.filter(one => !mine.includes(one)))
  }, [signature])
}

/** Offers one command while the calling component stands; null: not now. */
export function useCommand(command: Command | null): void {
  useCommands(command ? [command] : [])
}

/** All commands in force; of two with one id, the later. */
export function useAllCommands(): readonly Command[] {
  const all = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => commands,
  )
  return [...new Map(all.map(one => [one.id, one])).values()]
}

/** How long the first key of a sequence waits for the second. */
const SEQUENCE_MS = 1_500

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]),textarea,select')
}

/** Runs commands by their shortcuts. Returns the stop. */
export function listenForShortcuts(): () => void {
  let pending: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const handle = (event: KeyboardEvent) => {
    if (event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
    if (document.querySelector('[role="dialog"][data-state="open"][data-modal]')) return
    const target = event.target
    const floating = target instanceof Element && target.closest('[data-floating]') !== null
    const bareAllowed = currentLook().singleKeys && !isTyping(target) && !floating
    const inForce = commands.filter(one => one.shortcut && (bareAllowed || !isBareKey(one.shortcut)))
    const found = matchChord(
      pending,
      chordOf(event, isMac),
      inForce.map(one => one.shortcut ?? ''),
    )
    const command = found.match === null ? undefined : inForce.findLast(one => one.shortcut === found.match)
    // Text fields keep their own undo.
    if (command && isTyping(target) && found.match === 'mod+z') return
    pending = found.pending
    clearTimeout(timer)
    if (pending !== null) {
      timer = setTimeout(() => {
        pending = null
      }, SEQUENCE_MS)
    }
    if (command || found.pending !== null) {
      event.preventDefault()
      event.stopPropagation()
    }
    command?.run()
  }
  // The second key of a sequence comes before any list that would take it for its own.
  const early = (event: KeyboardEvent) => pending !== null && handle(event)
  const late = (event: KeyboardEvent) => !event.defaultPrevented && handle(event)
  document.addEventListener('keydown', early, true)
  document.addEventListener('keydown', late)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('keydown', early, true)
    document.removeEventListener('keydown', late)
  }
}
