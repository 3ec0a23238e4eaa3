import { useMutation } from '@tanstack/react-query'
import type { Undoable } from '../../../main/contract/shapes.ts'
import { toast, undoNewest } from '../ui/toast-store.ts'
import { announce } from './announce.tsx'
import { client } from './core.ts'
import { failureToast } from './failure.tsx'

async function takeBack(change: Undoable): Promise<void> {
  try {
    const { label } = await client.changes.undo({ changeId: change.changeId })
    toast(`Undone: ${label}`)
  } catch (error) {
    failureToast(error)
  }
}

/** Ctrl/⌘+Z: takes back the newest act in sight, or else the newest change that the core can still undo. */
export async function undoLatest(): Promise<void> {
  if (undoNewest()) return
  try {
    const change = await client.changes.latest({})
    if (change) await takeBack(change)
    else announce('Nothing to undo')
  } catch (error) {
    failureToast(error)
  }
}

/**
 * A command that can be taken back: shows its label with Undo when it is done, and its error when it fails.
 * The pages follow by events; nothing needs to be invalidated.
 */
export function useChange<I>(run: (input: I) => Promise<{ undo: Undoable | null }>) {
  return useMutation({
    mutationFn: run,
    onSuccess: ({ undo }) => {
      if (undo) toast(undo.label, { onUndo: () => takeBack(undo) })
    },
    onError: failureToast,
  })
}
