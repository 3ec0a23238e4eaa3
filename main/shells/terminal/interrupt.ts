import { Refusal, rolecallError } from '../../contract/errors.ts'

/** Listens for Ctrl+C and for being ended; the signal aborts with the refusal that the command then ends with. */
export function watchInterrupt(): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const onInterrupt = () => controller.abort(new Refusal(rolecallError('cancelled', 'Stopped.')))
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onInterrupt)
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onInterrupt)
    },
  }
}

/** The same answer, but an abort ends the waiting at once. */
export function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
