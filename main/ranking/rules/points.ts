/**
 * Points in hundredths by largest remainders: whole hundredths that add up exactly to the rounded sum, each
 * within one hundredth of its exact value. Ties go to the earlier entry.
 */
export function largestRemainders(exact: readonly number[], total: number): number[] {
  const whole = exact.map(Math.floor)
  let missing = total - whole.reduce((sum, value) => sum + value, 0)
  const byRemainder = exact
    .map((value, index) => [value - Math.floor(value), index] as const)
    .sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, index] of byRemainder) {
    if (missing <= 0) break
    whole[index] = (whole[index] ?? 0) + 1
    missing--
  }
  return whole
}
