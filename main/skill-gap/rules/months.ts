/** How many months a trend looks back, the present one included. */
export const TREND_MONTHS = 12

/** A month with the instant it begins at, as the person's clock says. */
export interface Month {
  /** YYYY-MM. */
  month: string
  /** ISO 8601 UTC. */
  from: string
}

/** The last twelve months up to `now` (milliseconds), the oldest first; `utcOffset` in minutes ahead of UTC. */
export function lastMonths(now: number, utcOffset: number): Month[] {
  const local = new Date(now + utcOffset * 60_000)
  return Array.from({ length: TREND_MONTHS }, (_, index) => {
    const begin = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - TREND_MONTHS + 1 + index)
    return {
      month: new Date(begin).toISOString().slice(0, 7),
      from: new Date(begin - utcOffset * 60_000).toISOString(),
    }
  })
}
