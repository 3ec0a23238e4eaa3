const MINUTE = 60_000
/** Milliseconds after the first failed tries; then every hour. */
const FIRST = [1, 5, 15, 60].map(minutes => minutes * MINUTE)
const HOUR = 60 * MINUTE
/** With the first ones together about a day. */
const MOST_ATTEMPTS = FIRST.length + 23

/** Milliseconds until the next try after so many failed ones; null: it is given up. */
export function pauseAfter(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  return FIRST[attempts - 1] ?? HOUR
}

/** Milliseconds that a mail server is left alone after so many failures in a row. */
export const restAfter = (failures: number, auth: boolean): number =>
  // Accounts are locked when a wrong password is tried again and again.
  auth ? HOUR : (FIRST[failures - 1] ?? HOUR)
