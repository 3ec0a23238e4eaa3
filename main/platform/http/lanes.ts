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
  /** Answers when a request may be sent; at once when the signal aborts. */
  turn(lane: Lane, signal?: AbortSignal): Promise<void>
}

/** Keeps the pace of all sources of this process. */
export function createLanes(): Lanes {
  const queues = new Map<string, PQueue>()
  return {
    async turn({ name, requests, seconds }, signal) {
      const queue =
        queues.get(name) ?? new PQueue({ interval: seconds * 1000, intervalCap: requests, strict: true })
      queues.set(name, queue)
      // Whoever asked sees by the signal that the turn came by being called off.
      await queue.add(() => undefined, signal ? { signal } : {}).catch(() => undefined)
    },
  }
}
