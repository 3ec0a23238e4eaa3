/**
 * Points in hundredths by largest remainders: whole hundredths that add up exactly to the rounded sum, each
 * within one hundredth of its exact value. Ties go to the earlier entry.
 */
export function largestRemainders(exact: readonly number[], total: number): number[] {
  const whole: number[] = []
  const rest: number[] = []
  let missing = total
  for (const value of exact) {
    const floor = Math.floor(value)
    whole.push(floor)
    rest.push(value - floor)
    missing -= floor
  }
  for (; missing > 0; missing--) {
    let largest = 0
    for (let index = 1; index < rest.length; index++) {
      if ((rest[index] ?? 0) > (rest[largest] ?? 0)) largest = index
    }
    whole[largest] = (whole[largest] ?? 0) + 1
    rest[largest] = -1
  }
  return whole
}
