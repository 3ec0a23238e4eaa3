import { batcher } from './batch.ts'

/** A little over a quarter of a second: what is drawn at most four times in any second. */
const BEAT_MS = 260

/**
 * Does what news change on the page at most four times a second, and all of it together: what a running job says of
 * itself, what is asked again, the clocks beside it. The first is done at once; the same function given twice is called once.
 */
export const atBeat = batcher<() => void>(acts => {
  for (const act of acts) act()
}, BEAT_MS)
