import type { ComparisonSide } from '../../contract/feedback.ts'

/** One place of an interleaved list. Each round holds two jobs, one of each side. */
export interface Drafted {
  jobId: number
  side: ComparisonSide
  /** Counted from 0. */
  round: number
}

/**
 * Team-draft interleaving: in each round a coin says which side picks first, and each side picks the best of its list
 * that is not taken yet. So neither list gains from the order, and a person who does not know the sides judges both
 * alike. Radlinski, Kurup and Joachims, How Does Clickthrough Data Reflect Retrieval Quality?, CIKM 2008.
 * Only whole rounds, at most `rounds`; the same `seed` throws the same coins.
 */
export function teamDraft(
  listA: readonly number[],
  listB: readonly number[],
  { rounds, seed }: { rounds: number; seed: number },
): Drafted[] {
  const coin = coins(seed)
  const taken = new Set<number>()
  const picker = (list: readonly number[]) => {
    let next = 0
    return () => {
      while (next < list.length && taken.has(list[next] ?? 0)) next++
      return list[next]
    }
  }
  const pick = { a: picker(listA), b: picker(listB) }
  const drafted: Drafted[] = []
  for (let round = 0; round < rounds; round++) {
    const order: ComparisonSide[] = coin() ? ['a', 'b'] : ['b', 'a']
    const picks: Drafted[] = []
    for (const side of order) {
      const jobId = pick[side]()
      if (jobId === undefined) return drafted
      taken.add(jobId)
      picks.push({ jobId, side, round })
    }
    drafted.push(...picks)
  }
  return drafted
}

/** A fair coin that falls the same way for the same seed (mulberry32). */
function coins(seed: number): () => boolean {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 2 === 0
  }
}
