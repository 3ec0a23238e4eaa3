import { atMost, type Figure, percentile, reading } from './figures.ts'

/** Calls that load code and pages of the file; a page in use has them. */
const WARM_UP = 5
/** Below it, the carrier is measured and not the query. Milliseconds. */
const LEAST_MS = 0.5

/** Milliseconds of each of `count` calls, one after the other, after a few that do not count. */
export async function times(count: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < count + WARM_UP; i += 1) {
    const asked = performance.now()
    await work(i)
    if (i >= WARM_UP) taken.push(performance.now() - asked)
  }
  return taken
}

/**
 * The p95 of each named question at each size against its limit in milliseconds, and how much longer the largest size
 * takes than the smallest: at most three times, where 1,000 and 100,000 jobs were measured.
 */
export function figuresAtSizes(
  bySize: ReadonlyMap<number, Record<string, number[]>>,
  limitOf: (name: string) => number,
): Figure[] {
  const small = bySize.get(1_000)
  return [...bySize].flatMap(([count, measured]) =>
    Object.entries(measured).flatMap(([name, taken]) => {
      const size = `${count / 1000}k`
      const median = percentile(taken, 50)
      const before = small?.[name]
      const grown = count === 100_000 && before !== undefined
      return [
        atMost(`${name}.p95.${size}`, percentile(taken, 95), 'ms', limitOf(name)),
        ...(grown
          ? [
              atMost(
                `${name}.growth_1k_100k`,
                median / Math.max(percentile(before, 50), LEAST_MS),
                'ratio',
                3,
              ),
            ]
          : []),
        reading(`${name}.median.${size}`, median, 'ms'),
      ]
    }),
  )
}
