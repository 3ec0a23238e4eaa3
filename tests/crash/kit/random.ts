/** Numbers from a seed, so that a trial can be repeated: mulberry32 (Tommy Ettinger, public domain). */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from 0 up to and without `count`. */
  below(count: number): number
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
  return { next, below: count => Math.floor(next() * count) }
}
