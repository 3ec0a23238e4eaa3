/** Scores are counted by hundredths. */
const STEPS = 10_000

/**
 * The ids of the `most` best scores (0–100), best first and the newer id first among equals. Counting how many jobs have
 * each score finds the lowest that still belongs to them, so that only those are sorted.
 */
export function bestIds(ids: readonly number[], scores: ArrayLike<number>, most: number): number[] {
  const step = (index: number) => Math.min(Math.max(Math.round((scores[index] ?? 0) * 100), 0), STEPS)
  const counts = new Uint32Array(STEPS + 1)
  for (let index = 0; index < ids.length; index++) counts[step(index)] = (counts[step(index)] ?? 0) + 1
  let lowest = STEPS
  for (let found = counts[STEPS] ?? 0; lowest > 0 && found < most; ) found += counts[--lowest] ?? 0
  const chosen: { id: number; score: number }[] = []
  for (const [index, id] of ids.entries()) if (step(index) >= lowest) chosen.push({ id, score: step(index) })
  return chosen
    .sort((one, other) => other.score - one.score || other.id - one.id)
    .slice(0, most)
    .map(({ id }) => id)
}
