/** How long an endpoint asks to wait. */

/** Longer than this is no honest wait. */
const LONGEST_MS = 24 * 60 * 60 * 1000

type Header = (name: string) => string | null

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of a span such as "1s", "6m0s", "200ms" or "1.5" (seconds); null for anything else. */
function span(text: string): number | null {
  const trimmed = text.trim()
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(trimmed)) return Number(trimmed) * 1000
  if (!/^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|[smhd]))+$/.test(trimmed)) return null
  let total = 0
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g))
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0)
  return total
}

/**
 * Milliseconds that the headers of a refusal ask to wait: `Retry-After` (seconds or a date), `retry-after-ms`, or the
 * reset of a limit of which nothing is left. Null when they ask for nothing. `now` in ms since 1970.
 */
export function askedWait(header: Header, now: number): number | null {
  const wait = waitOf(header, now)
  return wait === null ? null : Math.min(LONGEST_MS, Math.max(0, Math.ceil(wait)))
}

function waitOf(header: Header, now: number): number | null {
  const milliseconds = header('retry-after-ms')
  if (milliseconds !== null && /^\d{1,12}(?:\.\d+)?$/.test(milliseconds)) return Number(milliseconds)
  const after = header('retry-after')
  if (after !== null) {
    const seconds = span(after)
    if (seconds !== null) return seconds
    // A date is read by the server's own clock, which may be far from ours.
    const serverNow = Date.parse(header('date') ?? '')
    const date = Date.parse(after)
    if (!Number.isNaN(date)) return date - (Number.isNaN(serverNow) ? now : serverNow)
  }
  const resets = ['requests', 'tokens'].flatMap(limit =>
    header(`x-ratelimit-remaining-${limit}`) === '0'
      ? [span(header(`x-ratelimit-reset-${limit}`) ?? '') ?? []].flat()
      : [],
  )
  return resets.length === 0 ? null : Math.max(...resets)
}
