import { useEffect, useRef } from 'react'
import { STATUS_SHORTCUTS } from '../../../../main/contract/labels.ts'
import { JOB_STATUSES, type JobStatus } from '../../../../main/contract/values.ts'

/** While a status menu is open, the letter beside each entry chooses it: "s" then "a" for Approved. */
export function useStatusLetters(open: boolean, pick: (status: JobStatus) => void): void {
  const latest = useRef(pick)
  latest.current = pick
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      // A held key repeats: the "s" that opened the menu must not choose an entry as well.
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      const status = JOB_STATUSES.find(one => STATUS_SHORTCUTS[one] === event.key.toLowerCase())
      if (!status) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(status)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [open])
}
