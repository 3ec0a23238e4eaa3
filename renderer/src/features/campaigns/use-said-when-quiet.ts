import { useEffect, useRef } from 'react'
import { announce } from '../../app/announce.tsx'

/** The form rests this long before what follows from it is said aloud. */
const QUIET_MS = 900

/** Says a changed sentence once nothing changes any more; not the first one, which the page shows as it opens. */
export function useSaidWhenQuiet(text: string): void {
  const said = useRef<string | null>(null)
  useEffect(() => {
    if (text === '') return
    if (said.current === null) {
      said.current = text
      return
    }
    if (said.current === text) return
    const timer = setTimeout(() => {
      said.current = text
      announce(text)
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
}
