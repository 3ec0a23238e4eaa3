/** How long a step that failed for a passing reason rests before it is tried again. */

/** Tries of a step within one life of a run. */
export const MOST_TRIES = 4

const FIRST_MS = 1000
const LONGEST_MS = 30_000

/**
 * Milliseconds of rest after so many failed tries: four times as long after each, shortened at random (`random` 0–1) by
 * up to a half, so that runs which failed together do not come back together.
 */
export function pauseAfterTries(failed: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 4 ** (Math.max(1, failed) - 1))
  return Math.round(whole * (1 - random / 2))
}
