const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** The wait after a company was not found: 30 days, doubling up to 240. */
const NOT_FOUND_FIRST = 30 * DAY
const NOT_FOUND_LONGEST = 240 * DAY
/** The wait after an error: an hour, doubling up to a week. */
const ERROR_FIRST = HOUR
const ERROR_LONGEST = 7 * DAY

/**
 * When a look-up that ended without an answer for the `attempts`th time in a row is tried again, ISO 8601 UTC; `now` in
 * ms since 1970, `retryAfter` in ms as the server asked.
 */
export function nextAttempt(
  state: 'not_found' | 'error',
  attempts: number,
  now: number,
  retryAfter = 0,
): string {
  const [first, longest] =
    state === 'error' ? [ERROR_FIRST, ERROR_LONGEST] : [NOT_FOUND_FIRST, NOT_FOUND_LONGEST]
  const growing = Math.min(longest, first * 2 ** Math.min(20, Math.max(0, attempts - 1)))
  return new Date(now + Math.max(growing, Math.min(retryAfter, longest))).toISOString()
}
