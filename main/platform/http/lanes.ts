import PQueue from 'p-queue'

/** How fast one server may be asked. */
export interface Lane {
  /** Requests of one name wait for each other, whichever run they belong to. */
  name: string
  /** At most so many requests… */
  requests: number
  /** …in so many seconds. */
  seconds: number
}

export interface Lanes {
  /** True when a request may be sent; false when the signal aborted before. */
  turn(lane: Lane, signal?: AbortSignal): Promise<boolean>
}

/** Keeps the pace of all sources of this process. */
export function createLanes(): Lanes {
  const queues = new Map<string, PQueue>()
  return {
    async turn({ name, requests, seconds }, signal) {
      const queue =
        queues.get(name) ?? new PQueue({ interval: seconds * 1000, intervalCap: requests, strict: true })
      queues.set(name, queue)
      return queue.add(() => true, signal ? { signal } : {}).catch(() => false)
    },
  }
}
