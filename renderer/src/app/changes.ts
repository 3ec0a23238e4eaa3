import { useMutation } from '@tanstack/react-query'
import type { Undoable } from '../../../main/contract/shapes.ts'
import { type Toast, toast, undoNewest } from '../ui/toast-store.ts'
import { announce } from './announce.tsx'
import { client } from './core.ts'
import { failureToast } from './failure.tsx'
import { createUnderWay } from './under-way.ts'

/** Changes that were sent and not answered yet; an undo waits for them, so that it takes back the newest one. */
const changes = createUnderWay()

async function takeBack(change: Undoable): Promise<void> {
  try {
    const { label } = await client.changes.undo({ changeId: change.changeId })
    toast(`Undone: ${label}`)
  } catch (error) {
    failureToast(error)
  }
}

/** Takes one change back, in its turn, and says so. */
export const undoChange = (change: Undoable): Promise<void> => changes.add(() => takeBack(change))

/** Runs a command that can be taken back, and shows its label with Undo when it is done. */
export function doChange<A extends { undo: Undoable | null }>(run: () => Promise<A>): Promise<A> {
  return changes.add(async () => {
    const answer = await run()
    if (answer.undo) showDone(answer.undo.label, answer.undo)
    return answer
  })
}

/**
 * Ctrl/⌘+Z: takes back the newest act in sight, or else the newest change that the core can still undo. Pressed twice
 * quickly, it takes back two.
 */
export function undoLatest(): Promise<void> {
  return changes.afterAll(async () => {
    const shown = undoNewest()
    if (shown) return shown
    try {
      const change = await client.changes.latest({})
      if (change) await takeBack(change)
      else announce('Nothing to undo')
    } catch (error) {
      failureToast(error)
    }
  })
}

/** Says that something was done, with Undo where it can be taken back. */
export function showDone(
  title: string,
  undo: Undoable | null,
  more: Partial<Pick<Toast, 'tone' | 'description' | 'action'>> = {},
): void {
  toast(title, { ...more, onUndo: undo ? () => changes.add(() => takeBack(undo)) : undefined })
}

/**
 * A command that can be taken back: shows its label with Undo when it is done, and its error when it fails.
 * The pages follow by events; nothing needs to be invalidated. `onError` replaces the message of a failure, for forms
 * that say it at the field.
 */
export function useChange<I>(
  run: (input: I) => Promise<{ undo: Undoable | null }>,
  onError: (error: unknown) => void = failureToast,
) {
  return useMutation({
    mutationFn: (input: I) => doChange(() => run(input)),
    onError,
  })
}
