/**
 * How many letters differ between two words (inserted, left out, exchanged, or two neighbours swapped), the distance of
 * Damerau and Levenshtein in its restricted form: no part is changed twice. More than `most` is answered as most + 1.
 */
export function wordDistance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1]
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[to.length] ?? 0, most + 1)
}

/** Letters that may differ before another word is meant; 0: too short to tell. */
export function distanceAllowed(word: string): number {
  const { length } = [...word]
  return length < 4 ? 0 : length <= 7 ? 1 : 2
}

/** The three-letter parts of a word, with a space on either side of it, as the index of known words splits it. */
export function trigramsOf(word: string): string[] {
  const letters = [...` ${word} `]
  const parts = new Set<string>()
  for (let i = 0; i + 3 <= letters.length; i += 1) parts.add(letters.slice(i, i + 3).join(''))
  return [...parts]
}
