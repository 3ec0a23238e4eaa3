import type { ReadPosting } from '../read-posting.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import type { PayFinding } from './types.ts'

/**
 * Pay stated by a posting, or null. Base pay comes before on-target earnings and total compensation; several
 * ranges of one kind (grades, places) give the lowest low and the highest high, with a note. `country` (ISO
 * alpha-2) says whose dollars or crowns are meant.
 */
export function detectSalary(posting: ReadPosting, country: string | null): PayFinding | null {
  const candidates = [
    ...findCandidates(posting.title, country),
    ...findCandidates(posting.description, country),
  ]
  const base = candidates.filter(candidate => !candidate.total)
  return combine(base.length > 0 ? base : candidates)
}

function combine(candidates: Candidate[]): PayFinding | null {
  let best: Candidate | null = null
  for (const candidate of candidates) if (best === null || candidate.score > best.score) best = candidate
  if (best === null) return null
  const chosen = best
  const alike = candidates.filter(other => other === chosen || isAlike(other, chosen))
  const lows = alike.map(other => other.low).filter(low => low !== null)
  const highs = alike.map(other => other.high).filter(high => high !== null)
  const low = lows.length > 0 ? Math.min(...lows) : null
  let high = highs.length > 0 ? Math.max(...highs) : null
  if (low !== null && high !== null && low > high) high = low
  const period = chosen.period ?? alike.find(other => other.period !== null)?.period ?? null
  const ranges = new Set(alike.map(other => `${other.low}-${other.high}`)).size
  return {
    low,
    high,
    currency: chosen.currency,
    period,
    text: chosen.text,
    span: { start: chosen.start, end: chosen.end },
    confidence: Math.min(0.97, 0.5 + chosen.score * 0.055),
    periodStated: chosen.periodStated,
    ...(ranges > 1 ? { note: `widest of ${ranges} statements of pay` } : {}),
  }
}

/** Whether another candidate states the same kind of pay, so that both belong to one span. */
function isAlike(other: Candidate, best: Candidate): boolean {
  if (other.total !== best.total || other.score < best.score - 3.5) return false
  if (other.currency !== best.currency || other.period !== best.period) return false
  const least = best.low ?? best.high ?? 0
  const most = best.high ?? best.low ?? 0
  const low = other.low ?? other.high ?? 0
  const high = other.high ?? other.low ?? 0
  return low >= least / 3 && high <= most * 3
}
