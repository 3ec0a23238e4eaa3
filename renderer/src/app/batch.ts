/**
 * Gathers names and hands them on at most once per `interval` milliseconds: the first at once, what comes within the
 * interval together at its end.
 */
export function batcher<T>(
  flush: (names: ReadonlySet<T>) => void,
  interval: number,
): (...names: T[]) => void {
  let waiting = new Set<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    timer = undefined
    if (waiting.size === 0) return
    const names = waiting
    waiting = new Set()
    timer = setTimeout(send, interval)
    flush(names)
  }
  return (...names) => {
    for (const name of names) waiting.add(name)
    if (timer === undefined) send()
  }
}
