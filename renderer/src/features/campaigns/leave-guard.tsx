import type { RefObject } from 'react'
import { useBlocker } from 'react-router'
import { ConfirmDialog } from '../../ui/dialog.tsx'

/** Asks before another page is opened while something is not saved. `dirty` is a ref, since a save may navigate at once. */
export function LeaveGuard({ dirty, description }: { dirty: RefObject<boolean>; description: string }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty.current && currentLocation.pathname !== nextLocation.pathname,
  )
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.state === 'blocked' && blocker.reset()}
      title="Leave without saving?"
      description={description}
      verb="Leave without saving"
      onConfirm={() => {
        dirty.current = false
        if (blocker.state === 'blocked') blocker.proceed()
      }}
    />
  )
}
