/** Money of calls: whole micro-dollars, so that sums are exact. A dollar a million tokens is a micro-dollar a token. */

/** US dollars a million tokens. */
export interface Prices {
  in: number
  out: number
}

/** More tokens than any call has; a larger claim is taken as this, so that no sum overflows. */
const MOST_TOKENS = 10_000_000
const MILLION = 1_000_000
const MILLION_BIG = 1_000_000n

/** A price in millionths of micro-dollars a token; a price above 0 stays above 0. */
const exact = (price: number): bigint => (price <= 0 ? 0n : BigInt(Math.max(1, Math.round(price * MILLION))))

/** What so many tokens cost, in micro-dollars, rounded up. */
export function costOf(tokensIn: number, tokensOut: number, prices: Prices): number {
  const total = BigInt(tokensIn) * exact(prices.in) + BigInt(tokensOut) * exact(prices.out)
  return Number((total + MILLION_BIG - 1n) / MILLION_BIG)
}

/** US dollars in micro-dollars, rounded down to what is surely allowed. */
export const microDollars = (dollars: number): number => Math.floor(dollars * MILLION + 0.001)

/** Micro-dollars as US dollars. */
export const dollars = (micros: number): number => micros / MILLION

/** The two sums of a call that nobody can exceed: a token is at least a byte, and answers end at their limit. */
export interface Bounds {
  bytesIn: number
  tokensOut: number
}

export interface Usage {
  tokensIn: number
  tokensOut: number
}

const wholeTokens = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0
    ? Math.min(MOST_TOKENS, Math.ceil(value))
    : null

/**
 * The tokens that an endpoint says a call took. What it leaves out, or what cannot be (none, or less than none), is
 * taken as the most that it can have been; `bytesOut` is the length of what it answered.
 */
export function readUsage(usage: unknown, bounds: Bounds, bytesOut: number): Usage {
  const said = typeof usage === 'object' && usage !== null ? (usage as Record<string, unknown>) : {}
  const tokensIn = wholeTokens(said.prompt_tokens)
  const tokensOut = wholeTokens(said.completion_tokens)
  const total = wholeTokens(said.total_tokens)
  // Some endpoints name thinking in the total only.
  const besides = total === null || tokensIn === null ? 0 : total - tokensIn
  return {
    tokensIn: tokensIn ?? bounds.bytesIn,
    tokensOut: tokensOut === null ? Math.min(bytesOut, bounds.tokensOut) : Math.max(tokensOut, besides),
  }
}

/**
 * What a call is booked at: its cost, and when that is more than the worst case that was reserved, only as far as the
 * caps have `room` besides (both in micro-dollars). So a false claim ends the day's asking and never exceeds a cap.
 */
export const bookedCost = (cost: number, reserved: number, room: number): number =>
  Math.max(0, Math.min(cost, reserved + Math.max(0, room)))
