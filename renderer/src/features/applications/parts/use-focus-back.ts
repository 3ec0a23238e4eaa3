import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus back to what opened a form in its place, once that stands again. */
export function useFocusBack(open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null)
  const before = useRef(open)
  useEffect(() => {
    if (before.current && !open) opener.current?.focus()
    before.current = open
  }, [open])
  return opener
}
