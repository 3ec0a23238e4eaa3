/** Work that is under way, and work that has to wait for it. */
export interface UnderWay {
  /** Starts `work` at once and answers what it answers. */
  add<T>(work: () => Promise<T>): Promise<T>
  /** Runs `work` when everything that was begun before has ended, well or not; such works run one after another. */
  afterAll(work: () => Promise<void>): Promise<void>
}

/** Keeps no more than what has not ended. */
export function createUnderWay(): UnderWay {
  const open = new Set<Promise<unknown>>()
  const keep = <T>(promise: Promise<T>): Promise<T> => {
    open.add(promise)
    const drop = () => open.delete(promise)
    promise.then(drop, drop)
    return promise
  }
  return {
    add: work => keep(work()),
    afterAll(work) {
      const before = [...open]
      return keep(Promise.allSettled(before).then(work))
    },
  }
}
