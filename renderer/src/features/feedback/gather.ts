/**
 * Gathers single questions that are asked in the same turn into one: a list of rows asks once for all of them.
 * `answer` gets every key once, at most `most` at a time, and answers a map; what it leaves out is null.
 */
export function gatherer<K, V>(
  answer: (keys: K[]) => Promise<ReadonlyMap<K, V>>,
  most: number,
): (key: K) => Promise<V | null> {
  let waiting = new Map<K, { resolve: (value: V | null) => void; reject: (error: unknown) => void }[]>()
  const ask = async () => {
    const asked = waiting
    waiting = new Map()
    const keys = [...asked.keys()]
    for (let start = 0; start < keys.length; start += most) {
      const part = keys.slice(start, start + most)
      try {
        const found = await answer(part)
        for (const key of part) for (const one of asked.get(key) ?? []) one.resolve(found.get(key) ?? null)
      } catch (error) {
        for (const key of part) for (const one of asked.get(key) ?? []) one.reject(error)
      }
    }
  }
  return key =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(() => void ask(), 0)
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }])
    })
}
