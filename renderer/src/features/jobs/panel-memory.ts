import { useState } from 'react'

const KEY = 'rolecall-filters-open'

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}

/** Whether the filters stand beside the list; remembered on this screen. */
export function usePanelOpen(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(stored)
  const set = (next: boolean) => {
    setOpen(next)
    try {
      localStorage.setItem(KEY, next ? '1' : '0')
    } catch {
      // Without a store it is forgotten with the page.
    }
  }
  return [open, set]
}
