import type { RefObject } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { ConfirmDialog } from '../../ui/dialog.tsx'

/**
 * Asks before another page is opened, or the tab is closed or loaded anew, while something is not saved. `dirty` is a
 * ref, since a save may navigate at once.
 */
export function LeaveGuard({ dirty, description }: { dirty: RefObject<boolean>; description: string }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useBeforeUnload(event => {
    // The desktop's window asks nothing by itself: it would just refuse to close.
    if (dirty.current && !window.rolecall) event.preventDefault()
  })
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
