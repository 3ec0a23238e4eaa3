import { useCallback, useEffect, useRef, useState } from 'react'
import { batcher } from './batch.ts'

/** A little over a quarter of a second: what is drawn at most four times in any second. */
const BEAT_MS = 260

/**
 * Does what runs by itself on a page (counts, clocks) at most four times a second, and all of it together. The first is
 * done at once; the same function given twice is called once.
 */
export const atBeat = batcher<() => void>(acts => {
  for (const act of acts) act()
}, BEAT_MS)

/** The value as it was at the last beat; `same` says that nothing changed, so that no beat is taken. */
export function useAtBeat<T>(value: T, same: (a: T, b: T) => boolean): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const take = useCallback(() => setShown(latest.current), [])
  useEffect(() => {
    if (same(latest.current, value)) return
    latest.current = value
    atBeat(take)
  }, [value, same, take])
  return shown
}
