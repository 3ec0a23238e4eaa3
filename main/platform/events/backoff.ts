/** Milliseconds until a failed call is tried again, after the first, second … attempt. */
const PAUSES_MS = [1_000, 10_000, 60_000, 600_000] as const

/** How long the next try waits after so many failed ones; null: no further try by itself. */
export const pauseAfter = (attempts: number): number | null => PAUSES_MS[attempts - 1] ?? null

/**
 * Whether a time to try again has come. One that lies further ahead than any pause was set before the clock was put
 * back, and is due as well.
 */
export function isDue(nextAt: string, now: number): boolean {
  const at = Date.parse(nextAt)
  return at <= now || at - now > Math.max(...PAUSES_MS)
}
