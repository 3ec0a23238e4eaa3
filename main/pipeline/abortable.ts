/** Thrown where a run is cancelled or stopped while it waits. */
class Aborted extends Error {}

/** Waits for an answer, but not past an abort: nobody needs it any more then. */
export function orAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Aborted('The run is over'))
    if (signal.aborted) {
      answer.catch(() => {})
      abort()
      return
    }
    signal.addEventListener('abort', abort, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Throws where a run must not write any more. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new Aborted('The run is over')
}

/** Rests for so many milliseconds; an abort ends it at once. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve()
    const over = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, milliseconds)
    signal.addEventListener('abort', over, { once: true })
  })
}
